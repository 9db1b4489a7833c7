import type { LinkLife } from "../../domain/replay/reach";
import type { GoalLog } from "./goal-log";
import type { KnownPast } from "./known-past";
import { linkLivesOf, type ToldLink } from "./link-lives";
import { pastQueryOf } from "./rule-past";

/** Marks the part of a rule that brings issues whose changelog nobody has read. */
const silentMark = "+silent";

/** The links of one goal's life, each with what it takes to know whom it brought. */
export function pastLinksOf(log: GoalLog, past: KnownPast): readonly LinkLife[] {
  return linkLivesOf(log).flatMap((link) => pastLink(link, past));
}

/** Issues without a changelog are where they are today, because no field of theirs can be asked. */
function pastLink(link: ToldLink, past: KnownPast): readonly LinkLife[] {
  const { linkId, descendants, from, until } = link;
  const life = { linkId, descendants, from, until };
  if (link.kind === "issue") return [{ ...life, kind: "issue", issueId: link.issueId }];
  const today = past.membersOf.get(linkId) ?? [];
  const query = pastQueryOf(link.jql, past.words);
  const rule: LinkLife = { ...life, kind: "rule", query, today };
  const silent = today.filter((id) => past.unread.get(id) === null);
  if (query === null || silent.length === 0) return [rule];
  const ofSilent = { ...life, linkId: linkId + silentMark, query: null, today: silent };
  return [rule, { ...ofSilent, kind: "rule" }];
}

/** Rules whose members are today's, without the parts that exist for issues without a changelog. */
export const rulesByToday = (linkIds: readonly string[]) =>
  linkIds.filter((id) => !id.endsWith(silentMark));
