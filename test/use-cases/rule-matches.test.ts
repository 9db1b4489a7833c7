import type { RuleMatch } from "../../src/use-cases/jira-ports";
import { type MatchedIssue, matchingRules } from "../../src/use-cases/rule-matches";
import { aRuleLink } from "../build/goal";

const shop = { id: "1", key: "SHOP", name: "Web shop" };
const bank = { id: "2", key: "BANK", name: "Bank" };
const inShop: MatchedIssue = { id: "10", project: shop };
const inBank: MatchedIssue = { id: "20", project: bank };
const projectOfKey = new Map([
  ["shop", "1"],
  ["bank", "2"],
]);

/** Jira in which every issue matches every query, but for one that it refuses. */
function openJira() {
  const asked: string[] = [];
  return {
    asked,
    jira: {
      matching: (jqls: readonly string[], ids: readonly string[]) => {
        asked.push(...jqls.map((jql) => `${jql}: ${ids.join(" ")}`));
        return Promise.resolve(
          jqls.map((jql): RuleMatch =>
            jql.includes("gone") ? { kind: "refused", message: "No." } : { kind: "read", ids },
          ),
        );
      },
    },
  };
}

const rule = (id: string, jql: string, broken: string | null = null) =>
  aRuleLink({ id, goalId: "7", jql, broken });

async function match(issues: readonly MatchedIssue[], ...jqls: readonly string[]) {
  const { jira, asked } = openJira();
  const rules = jqls.map((jql, n) => rule(String(n), jql));
  const matches = await matchingRules({ jira }, issues, { rules, projectOfKey });
  return { asked, ids: matches.map(({ ids }) => (ids === null ? null : [...ids])) };
}

test("a rule is not asked about an issue of another project, and does not match it", async () => {
  const { asked, ids } = await match([inShop], "project = SHOP", "project in (2, BANK)");
  expect(asked).toEqual(["project = SHOP: 10"]);
  expect(ids).toEqual([["10"], []]);
});

test("issues of several projects are asked about together, and what was not wanted to know is not believed", async () => {
  const { asked, ids } = await match([inShop, inBank], "project = SHOP", "project = BANK");
  expect(asked).toEqual(["project = SHOP: 10 20", "project = BANK: 10 20"]);
  expect(ids).toEqual([["10"], ["20"]]);
});

test("nothing is asked when every rule is confined to other projects", async () => {
  const { asked, ids } = await match([inShop], "project = BANK", 'project = "Another name"');
  expect(asked).toEqual([]);
  expect(ids).toEqual([[], []]);
});

test.each([
  ["a key of no known project", "project = OLDSHOP"],
  ["a name of one word", "project = Bakery"],
  ["a function", "project in projectsLeadByUser()"],
  ["an OR", "project = BANK OR labels = a"],
])("%s may mean any project", async (_, jql) => {
  const { ids } = await match([inShop], jql);
  expect(ids).toEqual([["10"]]);
});

test("a key that was read of the project before it was renamed is asked about", async () => {
  const renamed = { ...shop, key: "STORE" };
  const { ids } = await match([{ id: "10", project: renamed }], "project = SHOP");
  expect(ids).toEqual([["10"]]);
});

test("a name is of the project whoever has it as key", async () => {
  const { ids } = await match([{ id: "10", project: { ...shop, name: "bank" } }], "project = BANK");
  expect(ids).toEqual([["10"]]);
});

test("an issue whose project was not read is asked about every rule", async () => {
  const { asked } = await match([{ id: "10" }], "project = SHOP", "project = BANK");
  expect(asked).toEqual(["project = SHOP: 10", "project = BANK: 10"]);
});

test("the same query of several goals is asked once", async () => {
  const { asked, ids } = await match([inShop], "labels = a", "labels = a");
  expect(asked).toEqual(["labels = a: 10"]);
  expect(ids).toEqual([["10"], ["10"]]);
});

test("of a rule that Jira refuses nothing is known of any issue", async () => {
  const { ids } = await match([inShop, inBank], "project = SHOP AND gone = 1");
  expect(ids).toEqual([null]);
});

test("of a rule that Jira refuses in one of several requests nothing is known either", async () => {
  let requests = 0;
  const matching = (jqls: readonly string[], ids: readonly string[]) => {
    requests += 1;
    const refused: RuleMatch = { kind: "refused", message: "No." };
    const read: RuleMatch = { kind: "read", ids };
    return Promise.resolve(jqls.map(() => (requests === 1 ? refused : read)));
  };
  const issues = Array.from({ length: 1500 }, (_, n) => ({ id: String(n), project: shop }));
  const known = { rules: [rule("1", "labels = a")] };
  const [match] = await matchingRules({ jira: { matching } }, issues, known);
  expect(requests).toBe(2);
  expect(match?.ids).toBeNull();
});

test("a rule that Jira refused is asked about issues of all projects, so that its mending is noticed", async () => {
  const { jira, asked } = openJira();
  const rules = [rule("1", "project = SHOP", "No."), rule("2", "project = BANK")];
  const matches = await matchingRules({ jira }, [inBank], { rules, projectOfKey });
  expect(asked).toEqual(["project = SHOP: 20", "project = BANK: 20"]);
  expect(matches.map(({ ids }) => ids?.size)).toEqual([1, 1]);
});
