import { readFileSync } from "node:fs";

type Mode = "light" | "dark";

const sheet = readFileSync("static/tokens.css", "utf8");

/** The tokens of one mode as tokens.css gives them. */
function tokensOf(mode: Mode): ReadonlyMap<string, string> {
  const block = sheet.split(`html[data-color-mode="${mode}"] {`)[1]?.split("}")[0] ?? "";
  return new Map(
    [...block.matchAll(/--ds-([\w-]+): (#[0-9A-Fa-f]{6,8})/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

/** Red, green and blue of a colour (0 to 255) as it looks on a ground, which shows through where it is transparent. */
function seen(colour: string, ground: readonly number[]): readonly number[] {
  const part = (at: number) => parseInt(colour.slice(at, at + 2), 16);
  const opacity = colour.length === 9 ? part(7) / 255 : 1;
  return [1, 3, 5].map((at, index) => part(at) * opacity + (ground[index] ?? 0) * (1 - opacity));
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(mode: Mode, front: string, back: string, under = "surface"): number {
  const tokens = tokensOf(mode);
  const colour = (name: string) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`tokens.css has no --ds-${name}`);
    return value;
  };
  const ground = seen(colour(under), [255, 255, 255]);
  const behind = seen(colour(back), ground);
  const [low = 0, high = 0] = [luminance(behind), luminance(seen(colour(front), behind))].sort(
    (a, b) => a - b,
  );
  return (high + 0.05) / (low + 0.05);
}

describe.each(["light", "dark"] as const)("in %s mode", (mode) => {
  it.each([
    ["text", "surface-raised"],
    ["text-subtle", "surface-raised"],
    ["text", "surface"],
    ["text-subtle", "surface"],
    ["text", "background-selected"],
    ["link", "surface-raised"],
    ["link", "surface"],
    ["link", "background-information"],
    ["text-danger", "surface-raised"],
    ["text", "background-danger"],
    ["text", "background-warning"],
    ["text", "background-information"],
    ["text", "background-neutral"],
    ["text-inverse", "background-brand-bold"],
    ["text-information-bolder", "background-information-subtler"],
    ["text-success-bolder", "background-success-subtler"],
    ["text-warning-bolder", "background-warning-subtler"],
    ["text-danger-bolder", "background-danger-subtler"],
  ])("%s can be read on %s (4.5:1)", (front, back) => {
    expect(contrast(mode, front, back)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(mode, front, back, "surface-raised")).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ["chart-success-bold", "surface-raised"],
    ["chart-success-bold", "background-success"],
    ["chart-brand", "surface-raised"],
    ["chart-brand", "surface"],
    ["chart-success-bold", "surface"],
    ["border-danger", "surface"],
    ["border-bold", "surface"],
    ["border-selected", "surface"],
    ["chart-brand", "background-information"],
    ["border-bold", "surface-raised"],
    ["border-input", "surface-raised"],
    ["border-focused", "surface-raised"],
  ])("the drawn %s stands out from %s (3:1)", (front, back) => {
    expect(contrast(mode, front, back)).toBeGreaterThanOrEqual(3);
    expect(contrast(mode, front, back, "surface-raised")).toBeGreaterThanOrEqual(3);
  });
});

it("every colour that a style sheet names is a token of both modes", () => {
  expect([...tokensOf("light").keys()]).toEqual([...tokensOf("dark").keys()]);
  expect(tokensOf("dark").size).toBeGreaterThan(30);
});
