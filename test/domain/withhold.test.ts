import fc from "fast-check";
import { withholdFor } from "../../src/domain/withhold";

const progress = { kind: "value", headline: 10 / 34, low: 7 / 44, high: 10 / 32 } as const;

describe("what a viewer learns", () => {
  it("is everything without hidden items", () => {
    expect(withholdFor(0, progress)).toEqual({
      hidden: "none",
      progress,
      exact: true,
      details: true,
    });
  });

  it.each([1, 4])("is whole percent and no counts with %i hidden", (hidden) => {
    expect(withholdFor(hidden, progress)).toEqual({
      hidden: "some",
      progress: { kind: "value", headline: 0.29, low: 0.16, high: 0.31 },
      exact: false,
      details: false,
    });
  });

  it("is the exact number again with five hidden, because one of five is nobody", () => {
    expect(withholdFor(5, progress)).toMatchObject({ hidden: "counted", progress, details: true });
  });

  it("is the reason where there is no number", () => {
    const none = { kind: "none", why: "no-work" } as const;
    expect(withholdFor(2, none).progress).toEqual(none);
  });

  it("keeps the headline in its interval after rounding", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (...shares) => {
        const [low = 0, headline = 0, high = 0] = shares.toSorted((a, b) => a - b);
        const shown = withholdFor(3, { kind: "value", low, headline, high }).progress;
        if (shown.kind === "none") throw new Error("a value stays a value");
        expect(shown.low).toBeLessThanOrEqual(shown.headline);
        expect(shown.headline).toBeLessThanOrEqual(shown.high);
      }),
    );
  });
});
