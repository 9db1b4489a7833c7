import fc from "fast-check";
import type {
  FieldChange,
  IssueHistory,
  IssueValues,
  Named,
} from "../../src/domain/replay/history";
import { aHistory, change, emptyStory, march, statuses, types } from "./history";

/** An issue's life as it was lived: its values after each edit, and what its changelog tells of them. */
export type Life = {
  readonly history: IssueHistory;
  /** From the creation on, each holding until the next; days of March. */
  readonly lived: readonly { readonly day: number; readonly values: IssueValues }[];
};

type Edit = (day: number, before: IssueValues) => { values: IssueValues; changes: FieldChange[] };

const statusEdit = fc
  .constantFrom(...Object.values(statuses))
  .map((status): Edit => (day, before) => ({
    values: { ...before, status },
    changes: [told(day, "status", before.status, status)],
  }));
const resolutionEdit = fc
  .option(fc.constantFrom<Named[]>({ id: "1", name: "Fixed" }, { id: "2", name: "Won't Do" }))
  .map((resolution): Edit => (day, before) => ({
    values: { ...before, resolution },
    changes: [told(day, "resolution", before.resolution, resolution)],
  }));
const typeEdit = fc.constantFrom(...Object.values(types)).map((type): Edit => (day, before) => ({
  values: { ...before, type },
  changes: [told(day, "type", before.type, type), told(day, "type", before.type, type)],
}));
const pointsEdit = fc
  .option(fc.integer({ min: 0, max: 40 }))
  .map((points): Edit => (day, before) => ({
    values: { ...before, points },
    changes: [
      change(day, "points", {
        fromText: before.points?.toString() ?? "",
        toText: points?.toString() ?? "",
      }),
    ],
  }));
const parentEdit = fc.option(fc.constantFrom("7", "8")).map((parentId): Edit => (day, before) => ({
  values: { ...before, parentId },
  changes: [
    change(day, "parent", {
      fromText: before.parentId === null ? null : `SHOP-${before.parentId}`,
      to: parentId,
    }),
  ],
}));
const versionEdit = fc
  .constantFrom<Named[]>({ id: "1", name: "1.0" }, { id: "2", name: "2.0" })
  .map((version): Edit => (day, before) => {
    const has = before.fixVersions.some(({ id }) => id === version.id);
    const kept = before.fixVersions.filter(({ id }) => id !== version.id);
    return {
      values: { ...before, fixVersions: has ? kept : [...kept, version] },
      changes: [told(day, "fix-version", has ? version : null, has ? null : version)],
    };
  });
const labelsEdit = fc.subarray(["a", "b", "c"]).map((labels): Edit => (day, before) => ({
  values: { ...before, labels },
  changes: [change(day, "labels", { fromText: before.labels.join(" "), toText: labels.join(" ") })],
}));
const sprintEdit = fc.subarray(["38", "40", "41"]).map((sprintIds): Edit => (day, before) => ({
  values: { ...before, sprintIds },
  changes: [change(day, "sprint", { from: before.sprintIds.join(", "), to: sprintIds.join(", ") })],
}));

function told(
  day: number,
  field: "status" | "resolution" | "type" | "fix-version",
  from: Named | null,
  to: Named | null,
) {
  return change(day, field, {
    from: from?.id ?? null,
    to: to?.id ?? null,
    fromText: from?.name ?? null,
    toText: to?.name ?? null,
  });
}

const anyEdit = fc.oneof(
  statusEdit,
  resolutionEdit,
  typeEdit,
  pointsEdit,
  parentEdit,
  versionEdit,
  labelsEdit,
  sprintEdit,
);

/** Up to 25 edits, one every half day; an edit may set what is there already. */
export const anyLife: fc.Arbitrary<Life> = fc.array(anyEdit, { maxLength: 25 }).map((edits) => {
  let values = emptyStory;
  const changes: FieldChange[] = [];
  const lived = [{ day: 1, values }];
  edits.forEach((edit, n) => {
    const day = 1.5 + n / 2;
    const after = edit(day, values);
    values = after.values;
    changes.push(...after.changes);
    lived.push({ day, values });
  });
  return { history: aHistory(values, { changes, doneSince: enteredDone(lived) }), lived };
});

/** When it last became Done; null when it is not. */
function enteredDone(lived: Life["lived"]): Date | null {
  const lastOpen = lived.findLastIndex(({ values }) => !isDone(values));
  const entry = lived[lastOpen + 1];
  return entry === undefined ? null : march(entry.day);
}

const isDone = ({ status }: IssueValues) =>
  status?.id === statuses.done.id || status?.id === statuses.closed.id;
