import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { readExports } from "../site/jira/import/read-exports";
import type { IssueLine } from "../site/jira/import/issue-line";
import { dataFolder } from "./arguments";
import { addProgress, dashboardPath } from "./dashboard";
import { expectEqual } from "./expect";
import { openGoalsPage } from "./goals-page";
import { openIssue } from "./issue-view";
import { journeyOnData } from "./journey";
import { siteWith } from "./site-with";
import type { Stage } from "./stage";

const goal = "Ship the version";

journeyOnData(
  "a lead makes a goal of a version of recorded work and finishes one of its issues",
  dataFolder,
  (folder) => {
    const path = recordedProject(folder);
    return {
      site: siteWith({ data: path }),
      walk: async (stage) => {
        const { version, open } = await versionWithOpenWork(path);
        await stage.asUser("Ana Admin");
        const goals = await openGoalsPage(stage);
        await goals.create(goal);
        await goals.linkRule(`project = ${open.project} AND fixVersion = "${version}"`);
        await stage.control.settle();
        const before = await doneOf(await addProgress(stage, goal));

        await openIssue(stage, open.key);
        await finish(stage);

        await stage.open(dashboardPath);
        const after = await doneOf(stage.gadget("Goal progress"));
        expectEqual(after, { ...before, done: before.done + 1 }, `done of ${version}`);
        await stage.picture("recorded-version");
      },
    };
  },
);

/** fcrepo where the folder has it: its histories are complete. */
function recordedProject(folder: string): string {
  const fcrepo = join(folder, "fcrepo.jsonl.gz");
  return existsSync(fcrepo) ? fcrepo : folder;
}

type Chosen = { readonly version: string; readonly open: IssueLine };

/** The version of most issues that still holds an open one. */
async function versionWithOpenWork(path: string): Promise<Chosen> {
  const lines = (await readExports(path)).flatMap((each) => each.lines);
  const isOpen = (line: IssueLine) =>
    line.statusCategory !== "done" && !line.subtask && line.subtasks.length === 0;
  const sizes = new Map<string, { count: number; open?: IssueLine }>();
  for (const line of lines) {
    for (const { name } of line.fixVersions) {
      const { count, open } = sizes.get(name) ?? { count: 0 };
      const found = open ?? (isOpen(line) ? line : undefined);
      sizes.set(name, { count: count + 1, ...(found && { open: found }) });
    }
  }
  const chosen = [...sizes]
    .flatMap(([version, { count, open }]) => (open ? [{ version, count, open }] : []))
    .sort((a, b) => b.count - a.count)[0];
  if (chosen === undefined) throw new Error(`${path} has no version with an open issue`);
  return chosen;
}

/** Takes the first transition to a status that means done. */
async function finish({ page, control }: Stage): Promise<void> {
  await page.locator(".status-menu summary").click();
  await page.locator("button[data-transition]:has(.category-done)").first().click();
  await page.locator(".status-menu summary.category-done").waitFor();
  await control.takenIn();
}

/** "12 of 20 items done" of a gadget, as figures. */
async function doneOf(gadget: FrameLocator) {
  const text = await gadget.getByText(/ items? done/).innerText();
  const [done, all] = [...text.matchAll(/[\d,]+/g)].map(([digits]) =>
    Number(digits.replace(",", "")),
  );
  if (done === undefined || all === undefined) throw new Error(`No figures in "${text}"`);
  return { done, all };
}
