import { type ReplayField, replayFields } from "../../src/domain/replay/history";
import { BadArguments } from "./bad-arguments";

/** How many issues of a file are known to break the history of a field. */
export type KnownBreaks = (file: string, field: ReplayField) => number;

/** Reads `FILE.FIELD=ISSUES`, as `fcrepo.resolution=8`; what is not named is known to have none. */
export function knownBreaks(texts: readonly string[]): KnownBreaks {
  const counts = new Map(texts.map(knownOf));
  return (file, field) => counts.get(`${file}.${field}`) ?? 0;
}

const form = /^(?<name>.+\.(?<field>[a-z-]+))=(?<issues>\d+)$/;

function knownOf(text: string): readonly [string, number] {
  const { name, field, issues } = form.exec(text)?.groups ?? {};
  if (name === undefined || !replayFields.some((each) => each === field)) {
    throw new BadArguments(`--known ${text} is not FILE.FIELD=ISSUES`);
  }
  return [name, Number(issues)];
}
