import axe from "axe-core";
import type { Frame, Page } from "playwright-core";
import { z } from "zod/mini";

/** The rules of WCAG 2.2, levels A and AA, by axe-core's tags. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const results = z.object({
  violations: z.array(
    z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
});

/** What axe-core finds in the app's frames on the page, each as one line; the pages around them are Jira's part. */
export async function accessibilityFaults(page: Page, appOrigin: string): Promise<string[]> {
  const frames = page.frames().filter((frame) => frame.url().startsWith(appOrigin));
  const found = await Promise.all(frames.map(faultsIn));
  return found.flat();
}

/** Evaluates over the debugging protocol, which the frame's content security policy does not bind. */
async function faultsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: { type: "tag", values: rules } });
  const { violations } = results.parse(await frame.evaluate(`axe.run(document, ${options})`));
  return violations.map(
    ({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`,
  );
}
