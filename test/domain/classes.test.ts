import { classOf, isDropped, reasonOf, settleAtOf } from "../../src/domain/classes";
import { defaultSettings } from "../../src/domain/settings";
import { aDoneItem, anItem } from "../build/item";

const { droppedResolutions } = defaultSettings;
const done = { category: "done", dropped: false, settled: true, openSubTask: false } as const;

describe("a Done issue", () => {
  it.each(["Won't Do", "won't do", "DUPLICATE", "Not A Problem", " later "])(
    "is dropped with resolution %p",
    (resolution) => {
      expect(isDropped(aDoneItem({ id: "1", resolution }), droppedResolutions)).toBe(true);
    },
  );

  it.each(["Done", "Fixed", "Won't", null])("is not dropped with resolution %p", (resolution) => {
    expect(isDropped(aDoneItem({ id: "1", resolution }), droppedResolutions)).toBe(false);
  });

  it("settles so many times 24 hours after it became Done", () => {
    const item = aDoneItem({ id: "1", doneSince: new Date("2026-03-27T09:30:00Z") });
    expect(settleAtOf(item, 7)).toEqual(new Date("2026-04-03T09:30:00Z"));
  });

  it("never settles when nobody knows since when it is Done", () => {
    expect(settleAtOf(aDoneItem({ id: "1", doneSince: null }), 7)).toBeNull();
  });
});

it("does not drop an open issue for a resolution it carries", () => {
  expect(isDropped(anItem({ id: "1", resolution: "Won't Do" }), droppedResolutions)).toBe(false);
  expect(settleAtOf(anItem({ id: "1", doneSince: new Date("2026-01-01") }), 7)).toBeNull();
});

describe("class and reason", () => {
  it.each([
    ["confirmed", "done-settled", done],
    ["claimed", "done-not-settled", { ...done, settled: false }],
    ["claimed", "done-open-sub-task", { ...done, openSubTask: true }],
    ["claimed", "done-open-sub-task", { ...done, openSubTask: true, settled: false }],
    ["dropped", "done-dropped-resolution", { ...done, dropped: true, openSubTask: true }],
    ["active", "in-progress", { ...done, category: "indeterminate" as const }],
    ["todo", "not-started", { ...done, category: "new" as const, dropped: true }],
  ])("are %s because %s", (itemClass, reason, inputs) => {
    expect(classOf(inputs)).toBe(itemClass);
    expect(reasonOf({ ...inputs, sinceKnown: true })).toBe(reason);
  });

  it("are claimed because nobody knows since when", () => {
    const inputs = { ...done, settled: false };
    expect(classOf(inputs)).toBe("claimed");
    expect(reasonOf({ ...inputs, sinceKnown: false })).toBe("done-since-unknown");
  });
});
