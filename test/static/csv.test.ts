import { csvOf } from "../../static/surfaces/goals-page/evidence/csv";
import { epicItems } from "./build/progress";

const [first] = epicItems;
const item = (change: object) => ({ ...(first ?? never()), ...change });

function never(): never {
  throw new Error("the epic has items");
}

const fieldsOf = (title: string) => csvOf([item({ title })]).split("\r\n")[1] ?? "";

it("has one line an item below the heads, marked as UTF-8 for spreadsheets", () => {
  const lines = csvOf(epicItems).split("\r\n");
  expect(lines).toHaveLength(12);
  expect(lines[0]?.startsWith("\uFEFFKey,Title,Project,Counted as,Why,Since")).toBe(true);
  expect(lines[1]).toBe(
    'PAY-1,Cache cart totals,PAY,Confirmed,"Done, and settled, since 3 Nov 2026",2026-11-03T10:00:00.000Z,Done,3,no,own story points,8.823529411764707',
  );
});

it("keeps commas, quotes and line breaks of a title within its field", () => {
  expect(fieldsOf('Say "hi", then\nleave')).toContain(',"Say ""hi"", then\nleave",');
});

it("lets no title run as a formula", () => {
  expect(fieldsOf("=HYPERLINK(1)")).toContain(",'=HYPERLINK(1),");
  expect(fieldsOf("@SUM(A1)")).toContain(",'@SUM(A1),");
  expect(fieldsOf("-12")).toContain(",-12,");
});

it("leaves empty what is not known or withheld", () => {
  const line = csvOf([item({ size: null, contribution: null, since: null, resolution: null })]);
  expect(line).toContain(",,,,no,own story points,\r\n");
});
