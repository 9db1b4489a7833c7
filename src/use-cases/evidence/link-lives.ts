import type { GoalLink } from "../../domain/goal";
import type { AuditEntry } from "../store-ports";
import type { GoalLog } from "./goal-log";

/** A link that a goal has or had; `until` is null for one of today. */
export type ToldLink = {
  readonly linkId: string;
  readonly descendants: boolean;
  readonly from: Date;
  readonly until: Date | null;
} & (
  | { readonly kind: "issue"; readonly issueId: string }
  | { readonly kind: "rule"; readonly jql: string }
);

/** Every link of the goal's life: those of today, and those that the log tells of and that are gone. */
export function linkLivesOf({
  links,
  entries,
}: Pick<GoalLog, "links" | "entries">): readonly ToldLink[] {
  const present = new Set(links.map(({ id }) => id));
  const told = entries.flatMap(linksIn);
  const gone = told.filter(({ linkId }) => !present.has(linkId));
  return [...links.map(ofToday), ...gone.map((link) => ended(link, told, entries))];
}

const ofToday = (link: GoalLink): ToldLink => ({
  linkId: link.id,
  descendants: link.descendants,
  from: link.createdAt,
  until: null,
  ...(link.kind === "issue"
    ? { kind: "issue", issueId: link.issueId }
    : { kind: "rule", jql: link.jql }),
});

/**
 * A link ended when it was taken off; of one that is gone without a word another link to the same issue took the place.
 * One of which nobody knows how it ended never held.
 */
function ended(
  link: ToldLink,
  told: readonly ToldLink[],
  entries: readonly AuditEntry[],
): ToldLink {
  const unlinked = entries.find(
    ({ action, details }) => action === "unlink" && details["linkId"] === link.linkId,
  );
  const successor = told.find((other) => other.from > link.from && isOfSameIssue(other, link));
  return { ...link, until: unlinked?.at ?? successor?.from ?? link.from };
}

const isOfSameIssue = (a: ToldLink, b: ToldLink) =>
  a.kind === "issue" && b.kind === "issue" && a.issueId === b.issueId;

function linksIn({ action, at, details }: AuditEntry): readonly ToldLink[] {
  const links: unknown = details["links"];
  if (action !== "link" || !Array.isArray(links)) return [];
  return links.flatMap((link: unknown) => linkIn(link, at) ?? []);
}

function linkIn(told: unknown, from: Date): ToldLink | null {
  if (typeof told !== "object" || told === null || !("linkId" in told)) return null;
  const { linkId } = told;
  if (typeof linkId !== "string") return null;
  const descendants = "descendants" in told && told.descendants === true;
  const common = { linkId, descendants, from, until: null };
  if ("issueId" in told && typeof told.issueId === "string") {
    return { ...common, kind: "issue", issueId: told.issueId };
  }
  if ("jql" in told && typeof told.jql === "string") {
    return { ...common, kind: "rule", jql: told.jql };
  }
  return null;
}
