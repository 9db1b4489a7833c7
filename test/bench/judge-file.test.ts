import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verdictOn } from "../../src/domain/judge/verdict";
import { replayIssue } from "../../src/domain/replay/replay-issue";
import { type ExportHistories, readHistories } from "./export-histories";
import { judgeFile } from "./judge-file";

const version = { id: "1", name: "1.0", released: false, releaseDate: null };

/** A story of 10 January 2025 that was closed on a day of that year. */
const story = (n: number, closed: string, changelog: readonly object[] = []) => ({
  key: `A-${String(n)}`,
  type: "Story",
  summary: `Story ${String(n)}`,
  status: "Done",
  created: "2025-01-10T09:00:00Z",
  updated: `2025-${closed}T09:00:00Z`,
  resolved: `2025-${closed}T09:00:00Z`,
  resolution: "Done",
  fixVersions: [version],
  changelog: [
    ...changelog,
    {
      at: `2025-${closed}T09:00:00Z`,
      field: "status",
      from: "1",
      to: "3",
      fromString: "To Do",
      toString: "Done",
    },
    { at: `2025-${closed}T09:00:00Z`, field: "resolution", to: "1", toString: "Done" },
  ],
});

const joinedInMarch = {
  at: "2025-03-15T09:00:00Z",
  field: "Fix Version",
  to: "1",
  toString: "1.0",
};
const lines = [
  story(1, "01-20"),
  story(2, "02-10"),
  story(3, "03-10"),
  story(4, "04-10"),
  story(5, "05-10"),
  story(6, "05-20", [joinedInMarch]),
  { ...story(7, "07-01"), fixVersions: [] },
];

async function read(folder: string): Promise<ExportHistories> {
  const statuses = { statuses: { "To Do": "new", Done: "done" } };
  await writeFile(join(folder, "a.statuses.json"), JSON.stringify(statuses));
  await writeFile(join(folder, "a.jsonl"), lines.map((line) => JSON.stringify(line)).join("\n"));
  const [file] = await readHistories(folder);
  if (file === undefined) throw new Error("nothing was read");
  return file;
}

describe("the replay judge", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "throughline-judge-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("compares what each month would have shown of a version with what it turned out to be", async () => {
    const { goals, cases } = judgeFile(await read(folder), "count");
    expect(goals).toBe(1);
    const shown = cases.map(({ kind, headline, plain, hindsight }) => [
      kind,
      ...[headline, plain, hindsight].map((share) => share.toFixed(3)),
    ]);
    expect(shown).toEqual([
      ["version", "0.200", "0.200", "0.167"],
      ["version", "0.400", "0.400", "0.333"],
      ["version", "0.500", "0.500", "0.500"],
      ["version", "0.667", "0.667", "0.667"],
    ]);
    expect(verdictOn(cases)).toMatchObject({ cases: 4, coverageEvidence: 0.5 });
  });

  it("rests on histories that end with the live state", async () => {
    const { histories, words } = await read(folder);
    for (const history of histories) {
      const issue = replayIssue(history, words);
      expect(issue.breaks).toEqual([]);
      expect(issue.end).toEqual(history.present);
    }
  });
});
