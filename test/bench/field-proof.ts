import { type IssueValues, type ReplayField, replayFields } from "../../src/domain/replay/history";
import { replayIssue, type ReplayedIssue } from "../../src/domain/replay/replay-issue";
import type { ExportHistories } from "./export-histories";

/** How one field of all issues came out of the replay to now. */
export type FieldProof = {
  readonly field: ReplayField;
  readonly changes: number;
  /** Issues with a change of this field. */
  readonly issues: number;
  /** Keys of the issues whose history of this field is inconsistent. */
  readonly broken: readonly string[];
  /** Changelog items whose "from" was not the state before them. */
  readonly chain: number;
  /** Issues that do not end with the live value. */
  readonly end: number;
  /** Keys of the issues that differ from the live value though no break was counted. */
  readonly unexplained: readonly string[];
};

/** Replays every issue with a full changelog and holds it against its live state. */
export function proofOf({ histories, words, complete }: ExportHistories): {
  readonly fields: readonly FieldProof[];
  readonly milliseconds: number;
} {
  const own = histories.filter(({ id }) => complete.has(id));
  const began = performance.now();
  const replayed = own.map((history) => ({ history, issue: replayIssue(history, words) }));
  const milliseconds = performance.now() - began;
  return { fields: replayFields.map((field) => proofOfField(field, replayed)), milliseconds };
}

type Replayed = {
  readonly history: ExportHistories["histories"][number];
  readonly issue: ReplayedIssue;
};

function proofOfField(field: ReplayField, replayed: readonly Replayed[]): FieldProof {
  const changes = replayed.map(
    ({ history }) => history.changes.filter((change) => change.field === field).length,
  );
  const breaks = replayed.flatMap(({ history, issue }) =>
    issue.breaks
      .filter((each) => each.field === field)
      .map(({ chain, end }) => ({ key: history.present.key, chain, end })),
  );
  const broken = breaks.map(({ key }) => key);
  const different = replayed
    .filter(({ history, issue }) => differs(fieldNames[field], history.present, issue.end))
    .map(({ history }) => history.present.key);
  return {
    field,
    changes: sum(changes),
    issues: changes.filter((count) => count > 0).length,
    broken,
    chain: sum(breaks.map(({ chain }) => chain)),
    end: different.length,
    unexplained: different.filter((key) => !broken.includes(key)),
  };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const fieldNames = {
  status: "status",
  resolution: "resolution",
  points: "points",
  estimate: "estimateSeconds",
  parent: "parentId",
  "fix-version": "fixVersions",
  component: "components",
  sprint: "sprintIds",
  labels: "labels",
  type: "type",
  project: "projectId",
  key: "key",
} as const satisfies Readonly<Record<ReplayField, keyof IssueValues>>;

const differs = (name: keyof IssueValues, live: IssueValues, end: IssueValues) =>
  textOf(live[name]) !== textOf(end[name]);

/** Things by their ids, lists as sets. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).toSorted().join(",");
  if (typeof value === "object" && value !== null && "id" in value) return String(value.id);
  return String(value);
}
