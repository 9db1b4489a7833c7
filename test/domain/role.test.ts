import fc from "fast-check";
import { rolesOf } from "../../src/domain/role";
import type { Item } from "../../src/domain/item";
import { anItem } from "../build/item";

const epic = anItem({ id: "1", level: 1, hasChildren: true });
const story = anItem({ id: "2", parentId: "1" });
const subTask = anItem({ id: "3", level: -1, parentId: "2" });

const rolesIn = (items: readonly Item[], countSubTasks = false) =>
  Object.fromEntries(rolesOf(items, { countSubTasks }));

describe("the role of an issue in a scope", () => {
  it("is leaf for a story, container for its epic, folded for its sub-task", () => {
    expect(rolesIn([epic, story, subTask])).toEqual({ 1: "container", 2: "leaf", 3: "folded" });
  });

  it("is leaf for a sub-task and container for its parent where sub-tasks count", () => {
    expect(rolesIn([epic, story, subTask], true)).toEqual({
      1: "container",
      2: "container",
      3: "leaf",
    });
  });

  it("is leaf for a sub-task whose parent is not in scope", () => {
    expect(rolesIn([epic, subTask])).toEqual({ 1: "leaf", 3: "leaf" });
  });

  it("is leaf for an epic whose stories are not in scope", () => {
    expect(rolesIn([epic])).toEqual({ 1: "leaf" });
  });

  it("is empty container for an epic without any child", () => {
    expect(rolesIn([anItem({ id: "1", level: 1 })])).toEqual({ 1: "empty-container" });
  });

  it("is leaf for an epic that has sub-tasks only, in scope or not", () => {
    const withSubTask = anItem({ id: "1", level: 1, hasSubTasks: true });
    expect(rolesIn([withSubTask])).toEqual({ 1: "leaf" });
    const its = anItem({ id: "9", level: -1, parentId: "1" });
    expect(rolesIn([anItem({ id: "1", level: 1 }), its])).toEqual({ 1: "leaf", 9: "folded" });
  });

  it("is container for a story that another story names as its parent", () => {
    expect(rolesIn([story, anItem({ id: "4", parentId: "2" })])).toEqual({
      2: "container",
      4: "leaf",
    });
  });

  it("counts an issue listed twice once", () => {
    expect(rolesIn([story, story])).toEqual({ 2: "leaf" });
  });

  it("is found for every issue of any data, loops and self-parents included", () => {
    const anyId = fc.constantFrom("1", "2", "3", "4", "5");
    const anyScope = fc.array(
      fc.record({ id: anyId, parentId: fc.option(anyId), level: fc.integer({ min: -1, max: 2 }) }),
    );
    fc.assert(
      fc.property(anyScope, fc.boolean(), (parts, countSubTasks) => {
        const items = parts.map(anItem);
        const roles = rolesOf(items, { countSubTasks });
        expect(new Set(roles.keys())).toEqual(new Set(items.map((item) => item.id)));
      }),
    );
    expect(rolesIn([anItem({ id: "7", level: -1, parentId: "7" })])).toEqual({ 7: "leaf" });
  });
});
