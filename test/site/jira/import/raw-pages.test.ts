import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod/mini";
import { createClock } from "../../clock";
import { createJira } from "../create-jira";
import { admin, jiraWith, member } from "../fixture/lines";
import { officeLines, officeTime } from "../fixture/office";
import { changelogOf, fieldsOf, keysOf, readFound } from "../fixture/read-answer";
import type { KnownPerson } from "./people";
import { readExports } from "./read-exports";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pages-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const office = jiraWith(officeLines, officeTime);

/** Saves the pages of a search with everything in them, as somebody would with curl. */
async function savePages(maxResults: number): Promise<void> {
  let nextPageToken: string | undefined;
  for (let number = 1; ; number += 1) {
    const answer = await office.ask("POST", "/search/jql", {
      jql: "project in (ABC, XYZ) order by key",
      ...{ fields: ["*all"], expand: "changelog", maxResults },
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    writeFileSync(join(folder, `page-${String(number)}.json`), JSON.stringify(answer.body));
    ({ nextPageToken } = readFound(answer));
    if (nextPageToken === undefined) return;
  }
}

async function loaded() {
  const clock = createClock(Date.parse(officeTime), 0);
  clock.stop();
  const exports = await readExports(folder);
  return jiraWith([], officeTime, { clock, exports, users: [admin, member] });
}

it("loads saved pages of a search with their changelogs", async () => {
  await savePages(4);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "not a page" }));
  const { ask } = await loaded();
  expect(await keysOf(ask, "project in (ABC, XYZ)", admin)).toHaveLength(9);
  expect(await keysOf(ask, "cf[10034] = 8 and sprint in closedSprints()", admin)).toEqual([
    "ABC-3",
  ]);
  expect(await fieldsOf(ask, "ABC-4")).toMatchObject({
    parent: { key: "ABC-2" },
    components: [{ name: "API" }, { name: "UI" }],
    issuelinks: [{ inwardIssue: { key: "ABC-3" } }],
    customfield_10020: [{ id: 1 }, { id: 2 }],
    reporter: { displayName: "Mel Member" },
  });
  const withoutId = (history: { readonly id: string }) => ({ ...history, id: "" });
  expect((await changelogOf(ask, "ABC-4")).map(withoutId)).toEqual(
    (await changelogOf(office.ask, "ABC-4")).map(withoutId),
  );
});

it("loads single issues as GET issue answers them, and knows no history of those without one", async () => {
  const { body } = await office.ask("GET", "/issue/ABC-7?expand=changelog");
  writeFileSync(join(folder, "ABC-7.json"), JSON.stringify(body));
  const bare = await office.ask("GET", "/issue/ABC-3");
  writeFileSync(join(folder, "ABC-3.json"), JSON.stringify(bare.body));
  const [exported] = await readExports(folder);
  const bases = exported?.lines.map(({ key, historyBasis }) => [key, historyBasis]);
  expect(bases).toEqual([
    ["ABC-3", "none"],
    ["ABC-7", "full"],
  ]);
});

const issue = z.looseObject({ fields: z.looseObject({}), changelog: z.looseObject({}) });
it("refuses an issue of which only a part of the changelog was sent, and one that is none", async () => {
  const { body } = await office.ask("GET", "/issue/ABC-7?expand=changelog");
  const whole = issue.parse(body);
  const save = (changed: unknown) => {
    writeFileSync(join(folder, "page.json"), JSON.stringify({ issues: [changed] }));
    return readExports(folder);
  };
  await expect(save({ ...whole, changelog: { ...whole.changelog, total: 150 } })).rejects.toThrow(
    "page.json: issue 1: ABC-7 comes with 1 of 150 changes; npm run export reads them all",
  );
  await expect(save({ ...whole, fields: { ...whole.fields, status: null } })).rejects.toThrow(
    "page.json: issue 1: fields.status: Invalid input: expected object",
  );
  await expect(save({ ...whole, changelog: { histories: 3 } })).rejects.toThrow(
    "page.json: issue 1: changelog.histories: Invalid input: expected array",
  );
});

it("names people without a name by an invented one, and always by the same", () => {
  const lines = officeLines.map((line) => ({ ...line, assignee: "5f00000000000000000000f1" }));
  const clock = createClock(Date.parse(officeTime), 0);
  clock.stop();
  const named = (people?: ReadonlyMap<string, KnownPerson>) => {
    const data = { name: "x", lines, statuses: {}, ...(people === undefined ? {} : { people }) };
    const jira = createJira({ clock, exports: [data], users: [] });
    return jira.store.catalog.people.get("5f00000000000000000000f1")?.displayName;
  };
  expect(named()).toMatch(/^\p{Lu}\w+ \p{Lu}\w+$/u);
  expect(named()).toBe(named());
  expect(named(new Map([["5f00000000000000000000f1", { displayName: "Zoe Zeman" }]]))).toBe(
    "Zoe Zeman",
  );
});
