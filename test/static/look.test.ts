import fc from "fast-check";
import { type Look, lookOf, plainLook, searchOf } from "../../static/surfaces/goals-page/look";

const instants = fc
  .date({
    min: new Date("2015-01-01T00:00:00Z"),
    max: new Date("2035-01-01T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

const looks: fc.Arbitrary<Look> = fc.record({
  at: fc.option(instants),
  from: fc.option(instants),
  cause: fc.option(fc.constantFrom("finished", "re-estimated", "settings-and-pool")),
  classes: fc.subarray(["confirmed", "claimed", "active", "todo", "dropped"] as const),
  unsized: fc.boolean(),
  among: fc.option(
    fc.oneof(
      fc.record({
        kind: fc.constant("cause" as const),
        cause: fc.constantFrom("added", "removed"),
      }),
      fc.record({
        kind: fc.constant("defect" as const),
        defect: fc.constantFrom("unsized", "done-above-open"),
      }),
    ),
  ),
});

it("every look comes back from its address as it was", () => {
  fc.assert(
    fc.property(looks, (look) => {
      expect(lookOf(searchOf(look))).toEqual(look);
    }),
  );
});

it("the plain look needs no query, and a day is written as a day", () => {
  expect(searchOf(plainLook)).toBe("");
  const look = { ...plainLook, at: "2025-11-01T00:00:00.000Z", from: "2025-10-01T08:30:00.000Z" };
  expect(searchOf(look)).toBe("?at=2025-11-01&from=2025-10-01T08:30:00.000Z");
});

it("what an address says that means nothing here is left out", () => {
  const search = "?at=yesterday&from=2025-13-45&cause=luck&class=todo,maybe&items=cause.luck&x=1";
  expect(lookOf(search)).toEqual({ ...plainLook, classes: ["todo"] });
});
