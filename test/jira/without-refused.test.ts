import { withoutRefused } from "../../src/jira/without-refused";

async function readOf(ids: readonly string[], hidden: readonly string[]) {
  const read: string[] = [];
  let asked = 0;
  await withoutRefused(ids, (some) => {
    asked += 1;
    const lost = some.find((id) => hidden.includes(id));
    if (lost !== undefined) {
      return Promise.resolve({ kind: "refused", message: `'${lost}' does not exist.` });
    }
    read.push(...some);
    return Promise.resolve({ kind: "read" });
  });
  return { read, asked };
}

const ids = ["1", "2", "3", "4", "5"];

test("what Jira grants is asked once", async () => {
  expect(await readOf(ids, [])).toEqual({ read: ids, asked: 1 });
});

test("what is hidden from the app stops none of the others", async () => {
  expect((await readOf(ids, ["2"])).read).toEqual(["1", "3", "4", "5"]);
  expect((await readOf(ids, ["1", "5"])).read).toEqual(["2", "3", "4"]);
});

test("nothing is read where all is hidden, and nothing is asked of nothing", async () => {
  expect((await readOf(ids, ids)).read).toEqual([]);
  expect(await readOf([], ids)).toEqual({ read: [], asked: 0 });
});
