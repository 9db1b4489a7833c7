import type { Frame, Page } from "playwright-core";

/** More presses of Tab than any page here needs. */
const pressesAtMost = 80;

/** Presses Tab until the focus is on what has this name, in whichever frame it is. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < pressesAtMost; press += 1) {
    await page.keyboard.press("Tab");
    const here = await focusedName(page.mainFrame());
    if (typeof name === "string" ? here === name : name.test(here)) return;
    passed.push(here);
  }
  throw new Error(`Tab did not reach ${String(name)}; it passed ${passed.join(" · ")}`);
}

/** How a screen reader would call what has the focus: its label, else its text. */
async function focusedName(frame: Frame): Promise<string> {
  const focused = await frame.evaluateHandle(() => document.activeElement ?? document.body);
  const inner = await focused.contentFrame();
  if (inner) return focusedName(inner);
  return focused.evaluate((element) => {
    const label = element.getAttribute("aria-label");
    if (label !== null) return label;
    const labels = "labels" in element ? element.labels : null;
    const named = labels instanceof NodeList ? labels[0] : undefined;
    return ((named ?? element).textContent ?? "").replace(/\s+/g, " ").trim();
  });
}
