import type { SettingsFound } from "../../../src/contract/settings";
import { counted, listed } from "./words";

type Estimation = NonNullable<SettingsFound["estimation"]>;

/** Which fields Throughline takes for story points by itself, and in which order. */
export function foundSentence({ fields }: Estimation): string {
  const names = fields.filter(({ found }) => found).map(({ name }) => `“${name}”`);
  if (names.length === 0) return "No field of this site says that it holds story points.";
  if (names.length === 1) return `${listed(names)} holds story points on this site.`;
  return `${listed(names)} hold story points on this site. An issue counts with the first that has a value.`;
}

/** What the boards estimate by: "3 boards estimate by “Story Points”, 1 by “Story point estimate”." */
export function boardsSentence(estimation: Estimation): string {
  const { boards, more } = estimation;
  if (boards.length === 0) return "The site has no boards to compare with.";
  const parts = boardsByField(estimation).map(({ fieldId, boardNames }, index) => {
    const what = fieldId === null ? "something else" : `“${nameOf(estimation, fieldId)}”`;
    const one = boardNames.length === 1 ? "estimates" : "estimate";
    const who = index === 0 ? `${counted(boardNames.length, "board")} ${one}` : boardNames.length;
    return `${String(who)} by ${what}`;
  });
  const first = more ? `Of the first ${String(boards.length)} boards: ` : "";
  return `${first}${parts.join(", ")}.`;
}

/** Boards whose estimates would not be read under these fields; null when there are none. */
export function unreadSentence(estimation: Estimation, fieldIds: readonly string[]): string | null {
  const unread = boardsByField(estimation).flatMap(({ fieldId, boardNames }) =>
    fieldId === null || !isNumber(estimation, fieldId) || fieldIds.includes(fieldId)
      ? []
      : [`“${nameOf(estimation, fieldId)}” (${someOf(boardNames)})`],
  );
  if (unread.length === 0) return null;
  return `Boards estimate by ${listed(unread)}, which is not read as story points.`;
}

/** Most used first, other statistics last. */
function boardsByField({ boards }: Estimation) {
  const ids = [...new Set(boards.map(({ fieldId }) => fieldId))];
  return ids
    .map((fieldId) => ({
      fieldId,
      boardNames: boards.filter((board) => board.fieldId === fieldId).map((each) => each.boardName),
    }))
    .toSorted(
      (one, other) =>
        Number(one.fieldId === null) - Number(other.fieldId === null) ||
        other.boardNames.length - one.boardNames.length,
    );
}

const mostNamed = 3;

function someOf(names: readonly string[]): string {
  if (names.length <= mostNamed) return listed(names);
  return listed([...names.slice(0, mostNamed), `${String(names.length - mostNamed)} more`]);
}

const nameOf = ({ fields }: Estimation, fieldId: string) =>
  fields.find(({ id }) => id === fieldId)?.name ?? readable(fieldId);

/** A board may estimate by time, which is no number field. */
const isNumber = ({ fields }: Estimation, fieldId: string) =>
  fields.some(({ id }) => id === fieldId);

const readable = (fieldId: string) =>
  fieldId === "timeoriginalestimate" ? "Original estimate" : fieldId;
