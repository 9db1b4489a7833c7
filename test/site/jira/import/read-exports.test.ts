import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { day, line, statuses } from "../fixture/lines";
import { readExports } from "./read-exports";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "exports-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, ...lines: readonly unknown[]): string {
  const text = lines.map((each) => (typeof each === "string" ? each : JSON.stringify(each)));
  const bytes = Buffer.from(text.join("\n"));
  const path = join(folder, name);
  writeFileSync(path, name.endsWith(".gz") ? gzipSync(bytes) : bytes);
  return path;
}

it("reads every export of a folder in the order of their names, plain and packed", async () => {
  write("b.jsonl.gz", line(2));
  write("a.jsonl", line(1), "");
  write("a.statuses.json", { statuses });
  write("notes.txt", "not an export");

  const exports = await readExports(folder);

  expect(exports.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(exports.map(({ lines }) => lines.map(({ key }) => key))).toEqual([["ABC-1"], ["ABC-2"]]);
  expect(exports.map((each) => each.statuses)).toEqual([statuses, { "To Do": "new" }]);
});

it("reads one file", async () => {
  const [only] = await readExports(write("one.jsonl.gz", line(1), line(2)));
  expect(only?.lines).toEqual([line(1), line(2)]);
});

const withoutSummary = { ...line(3), summary: undefined };
it.each([
  ["what is no JSON", "{", "not JSON"],
  [
    "a missing member",
    withoutSummary,
    "summary: Invalid input: expected string, received undefined",
  ],
  [
    "a day instead of an instant",
    { ...line(3), created: "2024-01-01" },
    "created: expected an ISO instant",
  ],
  ["an unknown category", { ...line(3), statusCategory: "open" }, "statusCategory: "],
  ["a key that is none", { ...line(3), key: "abc" }, "key: expected an issue key"],
  [
    "a change without a time",
    {
      ...line(3),
      changelog: [
        {
          at: "soon",
          by: null,
          field: "status",
          from: null,
          to: null,
          fromString: null,
          toString: null,
        },
      ],
    },
    "changelog.0.at: expected an ISO instant",
  ],
])("refuses %s, naming file, line and reason", async (_what, wrong, reason) => {
  const path = write("bad.jsonl", line(1), line(2), wrong);
  await expect(readExports(path)).rejects.toThrow(`${path}: line 3: ${reason}`);
});

it("loads nothing of a folder in which one file is wrong", async () => {
  write("a.jsonl", line(1));
  write("b.jsonl", "[]");
  await expect(readExports(folder)).rejects.toThrow(
    "b.jsonl: line 1: Invalid input: expected object",
  );
});

it("refuses a packed file that is cut off", async () => {
  const path = join(folder, "cut.jsonl.gz");
  const lines = Array.from({ length: 50 }, (_, index) => JSON.stringify(line(index)));
  writeFileSync(path, gzipSync(Buffer.from(lines.join("\n"))).subarray(0, 200));
  await expect(readExports(path)).rejects.toThrow("cut.jsonl.gz: line ");
});

it("refuses a statuses file of another shape", async () => {
  const path = write("a.jsonl", line(1));
  write("a.statuses.json", { "To Do": "new" });
  await expect(readExports(path)).rejects.toThrow('a.statuses.json: expected {"statuses"');
});

it("refuses a path that is not there, and a folder without exports", async () => {
  await expect(readExports(join(folder, "nowhere"))).rejects.toThrow(
    "nowhere: no such file or folder",
  );
  await expect(readExports(folder)).rejects.toThrow(
    "no *.jsonl, *.jsonl.gz or saved pages of a search in it",
  );
});

it("keeps what it read as it was written", async () => {
  const written = line(1, { updated: day(9, "12:30:00.125"), labels: ["a"], storyPoints: 0 });
  const [only] = await readExports(write("one.jsonl", written));
  expect(only?.lines[0]).toEqual(written);
});

it("takes a line that says no more than it must, with what follows from it", async () => {
  const epic = { type: "Epic", status: "To Do", statusCategory: "new", created: day(1) } as const;
  const path = write(
    "hand.jsonl",
    { key: "ABC-1", summary: "Search", ...epic },
    {
      key: "ABC-2",
      summary: "Index",
      type: "Story",
      epic: "ABC-1",
      status: "Done",
      created: day(2),
      resolved: day(9),
      labels: null,
      fixVersions: [{ name: "1.0" }],
      sprints: [{ name: "Sprint 1", start: day(3) }],
      changelog: [{ at: day(9), field: "status", fromString: "To Do", toString: "Done" }],
    },
    { key: "ABC-3", summary: "Words", ...epic, type: "Sub-task", parent: "ABC-2" },
  );
  write("hand.statuses.json", { statuses });

  const [only] = await readExports(path);

  const [first, second, third] = only?.lines ?? [];
  const { key: _key, summary: _summary, ...rest } = line(1, { ...epic, hierarchyLevel: 1 });
  expect(first).toEqual({
    ...rest,
    ...{ key: "ABC-1", summary: "Search", site: "export", projectName: "ABC", id: "10000" },
    ...{ statusId: null, priority: null, reporter: null, historyBasis: "none" },
  });
  expect(second).toMatchObject({
    id: "10001",
    statusCategory: "done",
    updated: day(9),
    historyBasis: "full",
    labels: [],
    fixVersions: [{ id: "900000000", released: false, releaseDate: null }],
    sprints: [{ id: null, name: "Sprint 1", state: "", complete: null }],
  });
  expect(second?.changelog[0]).toEqual({
    ...{ at: day(9), by: null, field: "status", from: null, to: null },
    ...{ fromString: "To Do", toString: "Done" },
  });
  expect(third).toMatchObject({ subtask: true, hierarchyLevel: -1, id: "10002" });
});

it("numbers issues above those of the same site that have a number, in all files", async () => {
  const { id: _id, ...unnumbered } = line(7);
  write("a.jsonl", unnumbered);
  write("b.jsonl", line(3, { id: "20000" }));
  const exports = await readExports(folder);
  expect(exports.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(["20001", "20000"]);
});
