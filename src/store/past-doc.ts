import * as z from "zod/mini";
import { replayFields, type IssueHistory, type Named } from "../domain/replay/history";

/**
 * A history as text: every word once in `t`, everywhere else its place there plus one, 0 for none. Changes are numbers
 * in a row, six each: milliseconds since the change before (the first: since creation), field, from, to, and the texts.
 */
const doc = z.object({
  t: z.array(z.string()),
  /** Entry into Done and resolution, epoch milliseconds. */
  d: z.nullable(z.number()),
  r: z.nullable(z.number()),
  /** Status, resolution and type, each id and name. */
  n: z.array(z.number()),
  /** Points and estimate in seconds. */
  e: z.array(z.nullable(z.number())),
  /** Parent, project, key. */
  i: z.array(z.number()),
  /** Fix versions and components, each id and name in turn; sprint ids; labels. */
  v: z.array(z.number()),
  c: z.array(z.number()),
  s: z.array(z.number()),
  l: z.array(z.number()),
  h: z.array(z.number()),
});
type Doc = z.output<typeof doc>;

const numbersPerChange = 6;

export function docOf({
  createdAt,
  present,
  doneSince,
  resolvedAt,
  changes,
}: IssueHistory): string {
  const words = new Map<string, number>();
  const place = (word: string | null): number => {
    if (word === null) return 0;
    const known = words.get(word) ?? words.size + 1;
    words.set(word, known);
    return known;
  };
  const named = (each: Named | null) => [place(each?.id ?? null), place(each?.name ?? null)];
  let before = createdAt.getTime();
  const rest: Omit<Doc, "t"> = {
    d: doneSince?.getTime() ?? null,
    r: resolvedAt?.getTime() ?? null,
    n: [present.status, present.resolution, present.type].flatMap(named),
    e: [present.points, present.estimateSeconds],
    i: [present.parentId, present.projectId, present.key].map(place),
    v: present.fixVersions.flatMap(named),
    c: present.components.flatMap(named),
    s: present.sprintIds.map(place),
    l: present.labels.map(place),
    h: changes.flatMap(({ at, field, from, to, fromText, toText }) => {
      const since = at.getTime() - before;
      before = at.getTime();
      return [since, ...[field, from, to, fromText, toText].map(place)];
    }),
  };
  const whole: Doc = { t: [...words.keys()], ...rest };
  return JSON.stringify(whole);
}

const field = z.enum(replayFields);

/** The history that a text tells, of the issue with this id and creation. */
export function historyIn(text: string, id: string, createdAt: Date): IssueHistory {
  const read = doc.parse(JSON.parse(text));
  const wordOrNull = (place = 0) => (place === 0 ? null : word(place));
  const word = (place = 0): string => {
    const found = read.t[place - 1];
    if (found === undefined) throw new RangeError("a history names a word that it does not have");
    return found;
  };
  const pairs = (places: readonly number[]): readonly Named[] =>
    rowsOf(places, 2).map(([own, name]) => ({ id: word(own), name: word(name) }));
  const namedOrNull = (at: number) => (read.n[at] === 0 ? null : namedAt(at));
  const namedAt = (at: number): Named => ({ id: word(read.n[at]), name: word(read.n[at + 1]) });
  let before = createdAt.getTime();
  return {
    id,
    createdAt,
    present: {
      status: namedOrNull(0),
      resolution: namedOrNull(2),
      points: read.e[0] ?? null,
      estimateSeconds: read.e[1] ?? null,
      parentId: wordOrNull(read.i[0]),
      fixVersions: pairs(read.v),
      components: pairs(read.c),
      sprintIds: read.s.map(word),
      labels: read.l.map(word),
      type: namedAt(4),
      projectId: word(read.i[1]),
      key: word(read.i[2]),
    },
    doneSince: instantOrNull(read.d),
    resolvedAt: instantOrNull(read.r),
    changes: rowsOf(read.h, numbersPerChange).map(([since = 0, name, from, to, ...texts]) => {
      before += since;
      return {
        at: new Date(before),
        field: field.parse(word(name)),
        from: wordOrNull(from),
        to: wordOrNull(to),
        fromText: wordOrNull(texts[0]),
        toText: wordOrNull(texts[1]),
      };
    }),
  };
}

const instantOrNull = (at: number | null) => (at === null ? null : new Date(at));

function rowsOf(numbers: readonly number[], length: number): readonly (readonly number[])[] {
  return Array.from({ length: numbers.length / length }, (_, n) =>
    numbers.slice(n * length, (n + 1) * length),
  );
}
