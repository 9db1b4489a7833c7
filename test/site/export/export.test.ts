import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { JiraResponse } from "../boundary";
import { createClock } from "../clock";
import { readExports } from "../jira/import/read-exports";
import { admin, type Ask, jiraWith, member } from "../jira/fixture/lines";
import { officeLines, officeTime } from "../jira/fixture/office";
import { changelogOf, keysOf } from "../jira/fixture/read-answer";
import { jqlTable } from "../jira/jql/table";
import { jqlTableOfTime } from "../jira/jql/table-of-time";
import { exportSite } from "./export-site";
import { createJiraClient } from "./jira-client";
import { createSiteReader } from "./read-site";

type Fault = Partial<JiraResponse> | "hang up";
type Served = {
  readonly site: string;
  /** Paths of all requests so far. */
  readonly asked: string[];
  /** What comes instead of an answer to the n-th request to a path, from 1. */
  fault: (path: string, n: number) => Fault | undefined;
  readonly server: Server;
};

const office = jiraWith(officeLines, officeTime);
const jql = "project in (ABC, XYZ)";
const token = "a-very-secret-token";
let served: Served;
let folder = "";

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
  served = await serve();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  served.server.closeAllConnections();
  served.server.close();
});

/** The office over HTTP for Ana. */
async function serve(): Promise<Served> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      made.asked.push(path);
      const fault = made.fault(path, made.asked.filter((each) => each === path).length);
      if (fault === "hang up") response.destroy();
      else if (fault !== undefined) {
        response.writeHead(fault.status ?? 500, fault.headers).end(fault.body);
      } else
        void answer(request, Buffer.concat(chunks).toString()).then((answered) => {
          response.writeHead(answered.status, answered.headers).end(answered.body);
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const site = `http://127.0.0.1:${String(address.port)}`;
  const made: Served = { site, server, asked: [], fault: () => undefined };
  return made;
}

function answer({ method, url, headers }: IncomingMessage, body: string): Promise<JiraResponse> {
  const wanted = `Basic ${Buffer.from(`ana@example.com:${token}`).toString("base64")}`;
  const isAna = headers.authorization === wanted;
  return office.jira.handle({
    method: method ?? "GET",
    path: url ?? "",
    headers: { "content-type": headers["content-type"] ?? "" },
    body,
    as: isAna ? { kind: "user", accountId: admin.accountId } : { kind: "none" },
  });
}

function exportOffice(changes: { readonly jql?: string; readonly token?: string } = {}) {
  const waits: number[] = [];
  const said: string[] = [];
  const client = createJiraClient({
    site: served.site,
    email: "ana@example.com",
    token: changes.token ?? token,
    onWait: (seconds, why) => {
      waits.push(seconds);
      said.push(why);
    },
    wait: () => Promise.resolve(),
  });
  const done = exportSite(createSiteReader(client), {
    site: served.site,
    jql: changes.jql ?? jql,
    folder,
    pageSize: 2,
    onProgress: (issues, about) => said.push(`${String(issues)} of ${String(about)}`),
    say: (text) => said.push(text),
  });
  return { done, waits, said };
}

async function reloaded(): Promise<Ask> {
  const clock = createClock(Date.parse(officeTime), 0);
  clock.stop();
  const exports = await readExports(folder);
  return jiraWith([], officeTime, { clock, exports, users: [admin, member] }).ask;
}

const exported = () => gunzipSync(readFileSync(join(folder, "127.jsonl.gz"))).toString();

it("exports a site that, loaded again, answers every query of the JQL table alike", async () => {
  const { done, said } = exportOffice();
  expect(await done).toEqual({ file: join(folder, "127.jsonl.gz"), issues: 9 });
  expect(said).toEqual(["2 of 9", "4 of 9", "6 of 9", "8 of 9", "9 of 9"]);
  expect(readdirSync(folder)).toEqual(["127.jsonl.gz", "127.people.json", "127.statuses.json"]);

  const again = await reloaded();
  const differing: string[] = [];
  for (const [query] of [...jqlTable, ...jqlTableOfTime]) {
    const before = await keysOf(office.ask, query, admin);
    const after = await keysOf(again, query, admin);
    if (before.join() !== after.join()) differing.push(`${query}: ${after.join()}`);
  }
  expect(differing).toEqual([]);
});

it("keeps whole changelogs, but of free text no more than that it changed", async () => {
  await exportOffice().done;
  const again = await reloaded();
  for (const key of ["ABC-3", "ABC-4", "XYZ-2"]) {
    const told = async (ask: Ask) =>
      (await changelogOf(ask, key)).map(({ created, items }) => ({ created, items }));
    expect(await told(again)).toEqual(await told(office.ask));
  }
});

it("keeps people's names out of the issues and their changes", async () => {
  await exportOffice().done;
  expect(exported()).not.toMatch(/Ana Admin|Mel Member/);
  expect(readFileSync(join(folder, "127.people.json"), "utf8")).toMatch(/Ana Admin/);
});

it("sorts by project and number", async () => {
  await exportOffice({ jql: `${jql} order by updated desc` }).done;
  expect([...exported().matchAll(/"key":"([A-Z]+-\d+)","id"/g)].map(([, key]) => key)).toEqual([
    ...[1, 2, 3, 4, 5, 6, 7].map((number) => `ABC-${String(number)}`),
    ...["XYZ-1", "XYZ-2"],
  ]);
});

it("waits as long as Jira says, and tries again after broken answers", async () => {
  const faults: readonly Fault[] = [
    { status: 429, headers: { "retry-after": "7" }, body: "{}" },
    "hang up",
    { status: 503, body: "<html>Gateway</html>" },
    { status: 200, body: '{"cut' },
  ];
  served.fault = (path, n) => (path.endsWith("/field") ? faults[n - 1] : undefined);
  const { done, waits, said } = exportOffice();
  expect((await done).issues).toBe(9);
  expect(said.slice(0, 4)).toEqual([
    "Jira answered 429: {}",
    "no answer",
    "Jira answered 503",
    "the answer is cut off",
  ]);
  expect(waits[0]).toBeGreaterThanOrEqual(7);
  expect(waits[0]).toBeLessThan(9);
});

const searches = () => served.asked.filter((path) => path.endsWith("search/jql")).length;

/** An export that breaks for good after two pages, with half a line written behind them. */
async function stopped(): Promise<void> {
  served.fault = (path, n) => (path.endsWith("search/jql") && n > 2 ? { status: 500 } : undefined);
  await expect(exportOffice().done).rejects.toThrow("/rest/api/3/search/jql: Jira answered 500");
  expect(existsSync(join(folder, "127.jsonl.gz"))).toBe(false);
  appendFileSync(join(folder, "127.unfinished"), '{"key":"ABC-');
  served.fault = () => undefined;
  served.asked.length = 0;
}

it("goes on where it was stopped", async () => {
  await stopped();
  const { done, said } = exportOffice();
  await done;
  expect(said.slice(0, 2)).toEqual(["Going on after 4 issues.", "6 of 9"]);
  expect(searches()).toBe(3);
  const resumed = exported();
  await exportOffice().done;
  expect(resumed).toBe(exported());
});

it("begins again for another query", async () => {
  await stopped();
  const { done } = exportOffice({ jql: "project = XYZ" });
  expect((await done).issues).toBe(2);
  expect(exported().trim().split("\n")).toHaveLength(2);
});

it("begins again when Jira has forgotten the search", async () => {
  await stopped();
  served.fault = (path, n) =>
    path.endsWith("search/jql") && n === 1 ? { status: 400, body: "expired" } : undefined;
  const { done, said } = exportOffice();
  expect((await done).issues).toBe(9);
  expect(said[1]).toBe("The search is too old to go on with: the export begins again.");
  expect(searches()).toBe(6);
});

it("refuses a query that Jira refuses, in Jira's words, and never tells the token", async () => {
  const refusal = (changes: Parameters<typeof exportOffice>[0]) =>
    exportOffice(changes).done.then(
      () => "none",
      (problem: unknown) => String(problem),
    );
  const bad = await refusal({ jql: "universe = 1" });
  expect(bad).toContain("Field 'universe' does not exist");
  const anonymous = await refusal({ token: "another-secret" });
  expect(anonymous).toContain("Jira answered 401");
  expect(bad + anonymous).not.toMatch(/secret/);
});
