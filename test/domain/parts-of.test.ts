import fc from "fast-check";
import { partsOf } from "../../src/domain/parts-of";

describe("parts of a list", () => {
  it("hold all of it in its order, each as much as it may and no more unless it is one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 150 }), { maxLength: 40 }), (sizes) => {
        const parts = partsOf(sizes, (size) => size, 100);
        expect(parts.flat()).toEqual(sizes);
        for (const [place, part] of parts.entries()) {
          const together = part.reduce((sum, size) => sum + size, 0);
          if (part.length > 1) expect(together).toBeLessThanOrEqual(100);
          const [next] = parts[place + 1] ?? [];
          if (next !== undefined) expect(together + next).toBeGreaterThan(100);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("are none of nothing", () => {
    expect(partsOf([], () => 1, 100)).toEqual([]);
  });
});
