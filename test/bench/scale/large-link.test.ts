import type { GoalLink } from "../../../src/domain/goal";
import { defaultSettings } from "../../../src/domain/settings";
import { readGoal } from "../../../src/use-cases/read-goal";
import { askForReadings } from "../../../src/use-cases/touch-goals";
import { aGoal, aRuleLink, anIssueLink } from "../../build/goal";
import { untilDone } from "../../use-cases/killed-after";
import { readInHours } from "./first-reading";
import { madeSite, type MadeSite } from "./made-site";
import { madeFamilies } from "./made-work";
import { openApp, type BenchApp } from "./open-app";
import { plantGoals } from "./plant-goals";
import { wrongNumbers } from "./wrong-numbers";

const made = { id: "500001", goalId: "1" };

const kinds: readonly (readonly [string, (epicId: string) => GoalLink])[] = [
  ["a rule", () => aRuleLink({ ...made, jql: 'labels = "large"' })],
  ["an epic", (issueId) => anIssueLink({ ...made, issueId })],
];

/** One goal with one link that brings so many issues, which are one family. */
function siteOf(issues: number, linkOf: (epicId: string) => GoalLink): MadeSite {
  const [family] = madeFamilies(issues, issues, 1);
  if (family === undefined) throw new Error("no family");
  return {
    ...madeSite({ issues, goals: 4 }),
    issues: new Map(family.issues.map((issue) => [issue.item.id, issue])),
    familyOf: new Map(family.issues.map(({ item }) => [item.id, family])),
    goals: [aGoal({ id: made.goalId })],
    links: [{ link: linkOf(family.issues[0]?.item.id ?? ""), family }],
  };
}

async function appOf(site: MadeSite, pointsShare: number): Promise<BenchApp> {
  const app = await openApp(site, "sqlite");
  await plantGoals(app.ports, site);
  const settings = { ...defaultSettings, pointsShare };
  await app.ports.store.decidedSettings.decide({ settings, version: 0 }, app.now());
  return app;
}

/** What the goal has, in ascending id. */
async function membersOf({ ports }: BenchApp): Promise<readonly string[]> {
  const own = await ports.store.readings.ownAfter(made.goalId, "0", 5000);
  return own.map(({ issueId }) => issueId);
}

describe.each(kinds)("%s that brings more than an hour's points can find", (_, linkOf) => {
  it("is read to its end, in hours that each go on where the last one stopped", async () => {
    const site = siteOf(3000, linkOf);
    const app = await appOf(site, 0.02);
    try {
      app.jira.asked();
      const { hours } = await readInHours(app, site);
      const { requests } = app.jira.asked();
      expect(hours).toBeGreaterThan(3);
      expect(hours).toBeLessThan(9);
      expect(requests).toBeLessThan(3000 / 100 + (2 * 3000) / 433 + 8 * hours);
      expect(await membersOf(app)).toEqual([...site.issues.keys()]);
      expect(await wrongNumbers(app, site)).toBe(0);
    } finally {
      await app.stop();
    }
  }, 240_000);

  it("is read to its end by the next job wherever one is killed", async () => {
    const site = siteOf(60, linkOf);
    const app = await appOf(site, 0.0005);
    try {
      const ports = { ...app.ports, jira: app.unmetered.jira };
      const read = (mortal: typeof ports) => readGoal(mortal, { goalId: made.goalId });
      const ask = () => askForReadings(ports, [made.goalId]);
      const check = async () => {
        await read(ports);
        expect(await membersOf(app)).toEqual([...site.issues.keys()]);
        app.advance(1000);
        await ask();
      };
      await ask();
      expect(await untilDone(ports, read, check)).toBeGreaterThan(40);
      expect(await membersOf(app)).toEqual([...site.issues.keys()]);
      expect(await wrongNumbers(app, site)).toBe(0);
    } finally {
      await app.stop();
    }
  }, 120_000);
});
