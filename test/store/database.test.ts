import { migrations } from "../../src/store/migrations";
import { createStore } from "../../src/store/store";
import { aGoal } from "../build/goal";
import { openSqlBoundary, type SqlBoundary } from "./sql-boundary";

let boundary: SqlBoundary;
beforeEach(async () => {
  boundary = await openSqlBoundary("sqlite");
});
afterEach(() => boundary.stop());

const refusal = (code: string, errno = 0) => ({
  code,
  message: "refused",
  debug: { errno, sqlMessage: "refused" },
});

const definitions = () => boundary.statements().filter((sql) => sql.startsWith("CREATE"));

describe("tables", () => {
  it("are made by the first statement that misses one, then never asked about again", async () => {
    const store = createStore();
    expect(await store.goals.byId("1")).toBeNull();
    expect(definitions().length).toBe(Object.keys(migrations).length + 1);
    boundary.forgetStatements();
    await store.goals.byId("1");
    expect(boundary.statements()).toHaveLength(1);
  });

  it("are made once by statements that come at the same time", async () => {
    const store = createStore();
    await Promise.all([
      store.goals.byId("1"),
      store.links.rules(),
      store.goals.insert(aGoal({ id: "1" })),
    ]);
    expect(definitions().length).toBe(Object.keys(migrations).length + 1);
    expect(await store.goals.byId("1")).not.toBeNull();
  });

  it("may be made again and again", async () => {
    const store = createStore();
    await store.migrate();
    await store.migrate();
    await createStore().migrate();
    expect(definitions().length).toBe(Object.keys(migrations).length + 3);
  });

  it("are made for another installation that the same process serves next", async () => {
    const store = createStore();
    await store.goals.insert(aGoal({ id: "1" }));
    await boundary.stop();
    boundary = await openSqlBoundary("sqlite");
    expect(await store.goals.byId("1")).toBeNull();
  });

  it("are made anew after a migration that failed half way", async () => {
    const store = createStore();
    boundary.refuseNext(200, { rows: {}, metadata: {} });
    boundary.refuseNext(200, { rows: [], metadata: {} });
    boundary.refuseNext(500, refusal("UNKNOWN_ERROR"));
    await expect(store.migrate()).rejects.toMatchObject({
      name: "StoreRefused",
      statement: "migrate",
    });
    expect(await store.goals.byId("1")).toBeNull();
  });
});

describe("a refusal", () => {
  beforeEach(() => createStore().migrate());

  it.each([
    ["rate", 429, refusal("RATE_LIMIT_EXCEEDED")],
    ["deadlock", 400, refusal("SQL_EXECUTION_ERROR", 1213)],
    ["lock wait", 400, refusal("SQL_EXECUTION_ERROR", 1205)],
    ["TiDB write conflict", 400, refusal("SQL_EXECUTION_ERROR", 9007)],
    ["TiDB retryable transaction", 400, refusal("SQL_EXECUTION_ERROR", 8002)],
  ])("for %s passes unseen", async (_what, status, body) => {
    boundary.refuseNext(status, body);
    const store = createStore();
    await store.goals.insert(aGoal({ id: "1" }));
    expect(await store.goals.byId("1")).not.toBeNull();
  });

  it("for time passes for a read and is told for a write, which may still be running", async () => {
    const store = createStore();
    boundary.refuseNext(408, refusal("QUERY_TIMED_OUT"));
    expect(await store.goals.byId("1")).toBeNull();
    boundary.refuseNext(408, refusal("QUERY_TIMED_OUT"));
    await expect(store.goals.insert(aGoal({ id: "1" }))).rejects.toMatchObject({
      code: "QUERY_TIMED_OUT",
    });
  });

  it("that does not pass is told with the statement's name and without its values", async () => {
    const store = createStore();
    for (let n = 0; n < 4; n++) boundary.refuseNext(429, refusal("RATE_LIMIT_EXCEEDED"));
    const insert = store.goals.insert(aGoal({ id: "1", title: "secret plan" }));
    await expect(insert).rejects.toMatchObject({
      name: "StoreRefused",
      statement: "goal.insert",
      code: "RATE_LIMIT_EXCEEDED",
      message: "The store refused goal.insert: RATE_LIMIT_EXCEEDED",
    });
  });

  it("of memory or syntax is not tried again", async () => {
    const store = createStore();
    boundary.refuseNext(400, refusal("SQL_EXECUTION_ERROR", 8175));
    await expect(store.goals.byId("1")).rejects.toMatchObject({ code: "SQL_EXECUTION_ERROR" });
  });

  it("is what an unreadable row is", async () => {
    boundary.refuseNext(200, { rows: [{ id: "1", title: null }], metadata: {} });
    await expect(createStore().goals.byId("1")).rejects.toMatchObject({
      code: "UNREADABLE_ROW",
      statement: "goal.byId",
    });
  });
});

it("refuses ids that JSON numbers cannot carry", async () => {
  await expect(async () => createStore().goals.byId("9007199254740993")).rejects.toThrow(
    RangeError,
  );
});
