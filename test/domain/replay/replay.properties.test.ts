import fc from "fast-check";
import { itemsAsOf, valuesAsOf } from "../../../src/domain/replay/as-of";
import type { FieldChange, IssueValues } from "../../../src/domain/replay/history";
import { replayIssue } from "../../../src/domain/replay/replay-issue";
import { anyLife } from "../../build/arbitrary-life";
import { march, siteWords } from "../../build/history";

/** Lists in one order: Jira keeps none. */
const sorted = (values: IssueValues | null) =>
  values === null
    ? null
    : {
        ...values,
        fixVersions: values.fixVersions.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        sprintIds: values.sprintIds.toSorted(),
        labels: values.labels.toSorted(),
      };

describe("every replay", () => {
  it("gives the values of any instant as they were lived, without a break", () => {
    fc.assert(
      fc.property(anyLife, ({ history, lived }) => {
        const issue = replayIssue(history, siteWords);
        expect(issue.breaks).toEqual([]);
        for (const { day, values } of lived) {
          expect(sorted(valuesAsOf(issue, march(day)))).toEqual(sorted(values));
          expect(sorted(valuesAsOf(issue, march(day + 0.4)))).toEqual(sorted(values));
        }
        expect(valuesAsOf(issue, march(0.9))).toBeNull();
      }),
    );
  });

  it("of now is the live state", () => {
    fc.assert(
      fc.property(anyLife, ({ history }) => {
        const issue = replayIssue(history, siteWords);
        expect(valuesAsOf(issue, march(99))).toEqual(history.present);
        expect(sorted(issue.end)).toEqual(sorted(history.present));
        const item = itemsAsOf([issue], march(99), siteWords).get(history.id)?.item;
        expect(item?.doneSince).toEqual(history.doneSince);
      }),
    );
  });

  it("does not know what happened after its instant", () => {
    fc.assert(
      fc.property(anyLife, fc.integer({ min: 1, max: 28 }), ({ history, lived }, half) => {
        const day = half / 2 + 0.6;
        const until = lived.findLast((each) => each.day <= day);
        fc.pre(until !== undefined);
        const changes = history.changes.filter(({ at }) => at <= march(day));
        const known = replayIssue(
          { ...history, present: until.values, doneSince: null, changes },
          siteWords,
        );
        const all = replayIssue(history, siteWords);
        expect(sorted(valuesAsOf(all, march(day)))).toEqual(sorted(valuesAsOf(known, march(day))));
      }),
    );
  });

  it("marks the field of an item that lies about what was before, and no other", () => {
    const lie = (each: FieldChange): FieldChange => ({ ...each, fromText: "77" });
    fc.assert(
      fc.property(anyLife, fc.nat(), ({ history }, at) => {
        const points = history.changes.flatMap(({ field }, n) => (field === "points" ? [n] : []));
        fc.pre(points.length > 1);
        const lying = points[1 + (at % (points.length - 1))];
        const changes = history.changes.map((each, n) => (n === lying ? lie(each) : each));
        const { breaks } = replayIssue({ ...history, changes }, siteWords);
        expect(breaks).toEqual([{ field: "points", chain: 1, end: 0 }]);
      }),
    );
  });
});
