import { createFaults } from "./faults";
import { faultRule, type FaultRule } from "./rule";

const search = { names: ["POST /rest/api/3/search/jql"], as: "app", functionKey: "reconcile" };
const status503 = { kind: "status", status: 503 } as const;
const on = (rule: Partial<Omit<FaultRule, "on" | "fault">> = {}): FaultRule => ({
  on: "jira",
  fault: status503,
  ...rule,
});
const strikes = (rules: readonly FaultRule[], times: number, seed = 1) => {
  const faults = createFaults(rules, seed);
  return Array.from({ length: times }, () => faults.strike("jira", search).length);
};

test("a rule without conditions strikes every time", () => {
  expect(strikes([on()], 3)).toEqual([1, 1, 1]);
});

test("a rule strikes only where path, user and function fit", () => {
  const fitting = { path: "*/search/*", as: "app", functionKey: "reconcile" };
  expect(strikes([on(fitting)], 1)).toEqual([1]);
  for (const other of [{ path: "*/issue/*" }, { as: "user:*" }, { functionKey: "resolver" }]) {
    expect(strikes([on({ ...fitting, ...other })], 1)).toEqual([0]);
  }
});

test("a name is one of several, and `*` is the only sign with a meaning", () => {
  const faults = createFaults([on({ path: "/rest/api/3/search/jql?jql=a.b*" })]);
  const names = ["GET /rest/api/3/search/jql", "/rest/api/3/search/jql?jql=a.b+c"];
  expect(faults.strike("jira", { names })).toHaveLength(1);
  expect(faults.strike("jira", { names: ["/rest/api/3/search/jql?jql=aXb"] })).toHaveLength(0);
});

test("nth strikes once, count so many times", () => {
  expect(strikes([on({ nth: 2 })], 4)).toEqual([0, 1, 0, 0]);
  expect(strikes([on({ count: 2 })], 4)).toEqual([1, 1, 0, 0]);
});

test("chance is the same for the same seed and another for another", () => {
  const half = [on({ probability: 0.5 })];
  expect(strikes(half, 40, 7)).toEqual(strikes(half, 40, 7));
  expect(strikes(half, 40, 7)).not.toEqual(strikes(half, 40, 8));
  const struck = strikes(half, 400, 7).filter((each) => each === 1).length;
  expect(struck).toBeGreaterThan(150);
  expect(struck).toBeLessThan(250);
});

test("another place is not struck, and cleared rules strike nothing", () => {
  const faults = createFaults([on()]);
  expect(faults.strike("sql", search)).toEqual([]);
  faults.clear();
  expect(faults.strike("jira", search)).toEqual([]);
  expect(faults.declared()).toEqual([]);
});

test("what was declared tells how often it was met and struck", () => {
  const faults = createFaults([on({ nth: 3 })]);
  for (let time = 0; time < 4; time += 1) faults.strike("jira", search);
  expect(faults.declared()).toEqual([{ rule: on({ nth: 3 }), met: 4, struck: 1 }]);
});

test("a rule with an unknown member or a fault of another place is refused", () => {
  expect(faultRule.safeParse(on()).success).toBe(true);
  expect(faultRule.safeParse({ ...on(), chance: 1 }).success).toBe(false);
  expect(faultRule.safeParse({ on: "event", fault: status503 }).success).toBe(false);
});
