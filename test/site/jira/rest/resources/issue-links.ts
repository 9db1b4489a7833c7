import { z } from "zod/mini";
import { linkIssues, unlinkIssues } from "../../edit/edit-links";
import { linkIdOf, placedLinks } from "../../issue-link";
import type { LinkType } from "../../store/catalog";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import { linkTypeBean } from "../beans/issue-links";
import { knownIssue } from "../known";
import { originOf } from "../origin-of";
import type { Resource } from "../resource";
import { notModelled, ok, refused } from "../rest-answer";

const end = z.looseObject({ id: z.optional(z.string()), key: z.optional(z.string()) });
const fresh = z.looseObject({
  type: z.looseObject({ id: z.optional(z.string()), name: z.optional(z.string()) }),
  inwardIssue: end,
  outwardIssue: end,
  comment: z.optional(z.unknown()),
});

/** Links between issues and their types. */
export const issueLinkResources: readonly Resource[] = [
  {
    operation: "GET /rest/api/3/issueLinkType",
    answer: (world) =>
      ok({ issueLinkTypes: typesOf(world).map((type) => linkTypeBean(world, type)) }),
  },
  {
    operation: "POST /rest/api/3/issueLink",
    answer: (world, { asker, body }) => {
      const asked = fresh.parse(body);
      if (asked.comment !== undefined) throw notModelled("comment of a new issue link");
      const type = typesOf(world).find(
        ({ id, name }) => id === asked.type.id || name === asked.type.name,
      );
      if (type === undefined)
        throw refused(404, ["No issue link type with that name or id found."]);
      const issueAt = ({ id, key }: z.infer<typeof end>) =>
        knownIssue(world, asker, id ?? key ?? "");
      // Jira reads the new link as "inwardIssue blocks outwardIssue": the inward end is the source.
      const source = issueAt(asked.inwardIssue);
      const destination = issueAt(asked.outwardIssue);
      linkIssues(world, { type, source, destination }, originOf(asker));
      return { status: 201, body: undefined };
    },
  },
  {
    operation: "DELETE /rest/api/3/issueLink/{linkId}",
    answer: (world, { asker, parameter }) => {
      const link = findLink(world, asker, parameter("linkId"));
      if (link === undefined) {
        throw refused(404, [`No issue link with id '${parameter("linkId")}' exists.`]);
      }
      unlinkIssues(world, link, originOf(asker));
      return { status: 204, body: undefined };
    },
  },
];

function typesOf({ store }: World): readonly LinkType[] {
  const byId = new Map([...store.catalog.linkTypes.values()].map((type) => [type.id, type]));
  return [...byId.values()];
}

function findLink(world: World, asker: Asker, linkId: string) {
  for (const issue of world.store.all()) {
    if (!asker.sees(issue)) continue;
    const link = placedLinks(world, issue).find((each) => linkIdOf(each) === linkId);
    if (link !== undefined && asker.sees(link.source) && asker.sees(link.destination)) return link;
  }
  return undefined;
}
