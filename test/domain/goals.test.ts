import { countsInParent } from "../../src/domain/goal-states";
import { levelsBelow, mostLevels, parentageProblemOf } from "../../src/domain/parentage";

describe("a goal in its parent", () => {
  it.each(["committed", "achieved", "partly-achieved", "missed"] as const)(
    "counts as %s",
    (state) => {
      expect(countsInParent({ state, archived: false })).toBe(true);
      expect(countsInParent({ state, archived: true })).toBe(false);
    },
  );

  it.each(["candidate", "dropped", "carried-over"] as const)("does not count as %s", (state) => {
    expect(countsInParent({ state, archived: false })).toBe(false);
  });
});

describe("a goal under a parent", () => {
  const place = { goalId: "5", parentId: "4", ancestorsOfParent: ["3"], levelsBelow: 0 };

  it("is fine below goals that are not its own", () => {
    expect(parentageProblemOf(place)).toBeNull();
    expect(parentageProblemOf({ ...place, goalId: null })).toBeNull();
    expect(parentageProblemOf({ ...place, parentId: null, ancestorsOfParent: [] })).toBeNull();
  });

  it("is refused below itself and below its descendants", () => {
    expect(parentageProblemOf({ ...place, parentId: "5" })).toBe("parent-cycle");
    expect(parentageProblemOf({ ...place, ancestorsOfParent: ["3", "5"] })).toBe("parent-cycle");
  });

  it("is refused below the tenth level, its own tree counted", () => {
    const ancestorsOfParent = Array.from({ length: mostLevels - 2 }, (_, n) => String(100 + n));
    expect(parentageProblemOf({ ...place, ancestorsOfParent })).toBeNull();
    expect(parentageProblemOf({ ...place, ancestorsOfParent, levelsBelow: 1 })).toBe("too-deep");
  });
});

describe("the levels below a goal", () => {
  const goals = [
    { id: "1", parentId: null },
    { id: "2", parentId: "1" },
    { id: "3", parentId: "2" },
    { id: "4", parentId: "1" },
  ];

  it("are those of its longest branch", () => {
    expect(["1", "2", "4", "404"].map((id) => levelsBelow(id, goals))).toEqual([2, 1, 0, 0]);
  });

  it("end where a loop closes", () => {
    const loop = [
      { id: "5", parentId: "6" },
      { id: "6", parentId: "5" },
    ];
    expect(levelsBelow("5", loop)).toBe(1);
  });
});
