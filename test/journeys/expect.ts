import type { FrameLocator, Locator } from "playwright-core";

/** Milliseconds a person would wait for a page to say something. */
const patience = 15_000;

/** Waits until the text stands there, with what stands there instead in the error. */
export async function expectText(
  place: FrameLocator | Locator,
  text: string | RegExp,
): Promise<void> {
  const found = place.getByText(text).first();
  await found.waitFor({ timeout: patience }).catch(async () => {
    const shown = await place
      .locator("body, :scope")
      .first()
      .innerText()
      .catch(() => "nothing");
    throw new Error(`Expected ${String(text)}, but there is:\n${shown}`);
  });
}

export async function expectAbsent(place: FrameLocator | Locator, text: string): Promise<void> {
  const count = await place.getByText(text).count();
  if (count > 0) throw new Error(`"${text}" is shown and must not be`);
}

export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: expected ${right}, got ${left}`);
}
