import type { FieldChange, SiteWords } from "./history";
import { ofList, ofMembers, ofNamed, ofNamedAlways, ofOne } from "./readings";

/** How each field's changelog items are read. */
export function fieldReadings(words: Pick<SiteWords, "issueIdOf">) {
  return {
    status: ofNamed,
    resolution: ofNamed,
    points: ofOne(
      ({ fromText }) => numberIn(fromText),
      ({ toText }) => numberIn(toText),
    ),
    estimate: ofOne(
      ({ from, fromText }) => numberIn(from ?? fromText),
      ({ to, toText }) => numberIn(to ?? toText),
    ),
    parent: ofOne(
      ({ from, fromText }) => parentIn(from, fromText, words),
      ({ to, toText }) => parentIn(to, toText, words),
    ),
    fixVersions: ofMembers,
    components: ofMembers,
    sprints: ofList(
      ({ from }) => partsOf(from, ","),
      ({ to }) => partsOf(to, ","),
    ),
    labels: ofList(
      ({ fromText }) => partsOf(fromText, " "),
      ({ toText }) => partsOf(toText, " "),
    ),
    type: ofNamedAlways,
    project: { undo: projectBefore, redo: projectAfter, fits: isOfProject, same: Object.is },
    key: {
      undo: ({ fromText }: FieldChange, after: string) => fromText ?? after,
      redo: ({ toText }: FieldChange, before: string) => toText ?? before,
      fits: ({ fromText }: FieldChange, before: string) => (fromText ?? before) === before,
      same: Object.is,
    },
  };
}

const projectBefore = ({ from }: FieldChange, after: string) => from ?? after;
const projectAfter = ({ to }: FieldChange, before: string) => to ?? before;
const isOfProject = ({ from }: FieldChange, before: string) => (from ?? before) === before;

/** Jira writes numbers as text, cleared ones as an empty one. What is no number is no estimate. */
function numberIn(text: string | null): number | null {
  if (text === null || text.trim() === "") return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** Newer items give the parent's id, older ones its key only. An unknown key stands for itself. */
function parentIn(
  id: string | null,
  key: string | null,
  { issueIdOf }: Pick<SiteWords, "issueIdOf">,
): string | null {
  if (id !== null && id !== "") return id;
  if (key === null || key === "") return null;
  return issueIdOf(key) ?? key;
}

/** Sprints come as "38, 40, 41", labels as "a b". */
function partsOf(list: string | null, separator: string): readonly string[] {
  return (list ?? "")
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
