import type { ProductEvent } from "../../boundary";
import { linkIdOf, type PlacedLink, placedLinks } from "../issue-link";
import type { IssueEvent } from "../store/store-event";
import type { World } from "../world";

/** What Forge delivers for links that an edit made or took away; told by the outward end alone, so each is told once. */
export function linkEvents(world: World, event: IssueEvent): readonly ProductEvent[] {
  if (event.kind !== "changed" || event.before.links === event.issue.fields.links) return [];
  const { before, issue, origin } = event;
  const lost = placedLinks(world, { ...issue, fields: before });
  const had = placedLinks(world, issue);
  const isIn = (links: readonly PlacedLink[], link: PlacedLink) =>
    links.some((each) => linkIdOf(each) === linkIdOf(link));
  const make = (what: "created" | "deleted", link: PlacedLink): ProductEvent => {
    const eventType = `avi:jira:${what}:issuelink`;
    const selfGenerated = origin.byApp;
    const { source, destination, type } = link;
    return {
      eventType,
      selfGenerated,
      body: {
        timestamp: String(world.store.now()),
        id: linkIdOf(link),
        sourceIssueId: source.id,
        destinationIssueId: destination.id,
        sourceProjectId: source.fields.projectId,
        destinationProjectId: destination.fields.projectId,
        issueLinkType: type,
        ...(origin.accountId === null ? {} : { atlassianId: origin.accountId }),
        eventType,
        selfGenerated,
      },
    };
  };
  const outward = (links: readonly PlacedLink[]) =>
    links.filter(({ source }) => source.id === issue.id);
  return [
    ...outward(had)
      .filter((link) => !isIn(lost, link))
      .map((link) => make("created", link)),
    ...outward(lost)
      .filter((link) => !isIn(had, link))
      .map((link) => make("deleted", link)),
  ];
}
