import { problem } from "../../src/contract/answer";
import { countingRule, goalState } from "../../src/contract/words";
import { classReason, noNumberReason, sizeSource } from "../../src/contract/progress";
import { itemClass } from "../../src/contract/words";
import {
  classMeaning,
  className,
  reasonSentence,
  ruleName,
  sentenceFor,
  sizeSentence,
  stateName,
  whyNoNumber,
} from "../../static/sentences";
import { clockText } from "../../static/parts/clock-text";

describe("every word of the contract has its own words on the screen", () => {
  it.each([
    ["problem", problem.shape.kind.options.map((kind) => sentenceFor({ kind }))],
    ["reason for no number", noNumberReason.options.map((why) => whyNoNumber[why])],
    ["class", itemClass.options.map((name) => className[name])],
    ["meaning of a class", itemClass.options.map((name) => classMeaning[name])],
    ["reason of a class", classReason.options.map((reason) => reasonSentence[reason])],
    ["source of a size", sizeSource.options.map((source) => sizeSentence[source])],
    ["state", goalState.options.map((state) => stateName[state] ?? "")],
    ["counting rule", countingRule.options.map((rule) => ruleName[rule] ?? "")],
  ])("%s", (_what, sentences) => {
    expect(sentences.every((sentence) => sentence.length > 3)).toBe(true);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

it("Jira's own words stand in place of ours where Jira said something", () => {
  expect(sentenceFor({ kind: "bad-jql", detail: "Field 'x' does not exist." })).toBe(
    "Field 'x' does not exist.",
  );
  expect(sentenceFor({ kind: "bad-jql" })).toBe("Jira does not accept this JQL.");
});

it("says when Jira may be asked again, where that takes longer than a minute", () => {
  const until = "2026-11-20T10:00:00.000Z";
  expect(sentenceFor({ kind: "rate-limited", until })).toBe(
    `Jira’s quota for this hour is used up. Try again after ${clockText(until)}.`,
  );
});
