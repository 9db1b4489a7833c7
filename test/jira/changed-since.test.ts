import { addMinutes } from "date-fns";
import { createJira } from "../../src/jira/app-jira";
import type { ChangesLeft } from "../../src/use-cases/jira-ports";
import { createClock } from "../site/clock";
import { createJira as createLocalJira, type LocalJira } from "../site/jira/create-jira";
import { loadConformance } from "../site/jira/openapi/conformance";
import { answerJira, type JiraBoundary } from "../use-cases/jira-boundary";
import { ana, tenIssueData } from "../handlers/ten-issue-data";

const conformance = loadConformance();
const data = tenIssueData();
const start = new Date(data.now);
let jira: LocalJira;
let boundary: JiraBoundary;
beforeEach(async () => {
  const clock = createClock(data.now, 0);
  const { exports, users } = data;
  jira = createLocalJira({ clock, exports, users, conformance });
  boundary = answerJira(jira);
  for (const key of ["ABC-18", "ABC-17", "ABC-15"]) {
    await clock.advance(60_000);
    jira.editFields(id(key), { labels: ["new"] }, ana);
  }
});
afterEach(() => {
  boundary.close();
  jira.stop();
});

const id = (key: string) => jira.store.byKey(key)?.id ?? "";
const abc = () => [...jira.store.catalog.projects.values()].find(({ key }) => key === "ABC")?.id;
const minutesLater = (minutes: number) => addMinutes(start, minutes);

async function changed(asked: Partial<ChangesLeft> & { readonly until?: Date }) {
  const found: string[] = [];
  const lefts: ChangesLeft[] = [];
  const whole = { projectIds: null, begun: 0, from: start, since: start, until: null, known: [] };
  await createJira(1).changedSince({ ...whole, ...asked }, (issues, left) => {
    found.push(...issues.map((issue) => issue.id));
    lefts.push(left);
    return Promise.resolve("more");
  });
  return { found, lefts };
}

test("changes are found the earliest first, within their bounds", async () => {
  expect((await changed({})).found).toEqual(["ABC-18", "ABC-17", "ABC-15"].map(id));
  const { found } = await changed({ from: minutesLater(2), until: minutesLater(3) });
  expect(found).toEqual([id("ABC-17")]);
});

test("what is left begins with the last that was found", async () => {
  const { lefts } = await changed({});
  expect(lefts).toEqual([{ projectIds: null, begun: 0, from: minutesLater(3) }]);
  const projectIds = [abc() ?? ""];
  const inProject = await changed({ projectIds, begun: 1, from: minutesLater(2) });
  expect(inProject.found).toEqual(["ABC-17", "ABC-15"].map(id));
  expect(inProject.lefts).toEqual([{ projectIds, begun: 1, from: minutesLater(3) }]);
});

test("where one of the projects is refused the others are searched, each from where it was", async () => {
  const projectIds = ["99999", abc() ?? "", "99998"];
  const { found, lefts } = await changed({ projectIds, begun: 1, from: minutesLater(30) });
  expect(found).toHaveLength(3);
  expect(lefts).toEqual([{ projectIds: [abc(), "99998"], begun: 1, from: minutesLater(3) }]);
});

test("in the projects after the first two hundred a search begins at its beginning", async () => {
  const unknown = Array.from({ length: 200 }, (_, n) => String(90_000 + n));
  const projectIds = [...unknown, abc() ?? ""];
  const { found, lefts } = await changed({ projectIds, begun: 200, from: minutesLater(30) });
  expect(found).toHaveLength(3);
  expect(lefts).toEqual([{ projectIds: [abc()], begun: 1, from: minutesLater(3) }]);
});
