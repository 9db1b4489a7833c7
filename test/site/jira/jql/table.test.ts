import { admin, jiraWith } from "../fixture/lines";
import { officeLines, officeTime } from "../fixture/office";
import { keysOf } from "../fixture/read-answer";
import { jqlTable } from "./table";
import { jqlTableOfTime } from "./table-of-time";

const { ask } = jiraWith(officeLines, officeTime);

it.each([...jqlTable, ...jqlTableOfTime])("finds by %s", async (jql, finds) => {
  const keys = finds
    .split(" ")
    .filter((each) => each !== "")
    .map((each) => (each.startsWith("X") ? `XYZ-${each.slice(1)}` : `ABC-${each}`));
  expect(await keysOf(ask, jql, admin)).toEqual(keys);
});
