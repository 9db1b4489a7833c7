import { JastBuilder } from "@atlaskit/jql-ast";
import fc from "fast-check";
import { meansProject } from "../../src/domain/project-named";
import { projectsOfRule } from "../../src/domain/rule-projects";
import { holds } from "./jql-holds";

test.each([
  ["project = SHOP", ["SHOP"]],
  ["PROJECT=shop", ["shop"]],
  ['"project" = "The shop" order by rank', ["The shop"]],
  ["labels = a AND project = 10001 ORDER BY created", ["10001"]],
  ["project in (SHOP, 'Other shop') and statusCategory != Done", ["SHOP", "Other shop"]],
  ["((project = A OR project in (B,C)) && labels in (x, y)) & type = Bug", ["A", "B", "C"]],
  ["project = A AND x = 1 OR project = B AND (labels = y or labels = z)", ["A", "B"]],
  ["not labels = a and project = A", ["A"]],
  ['summary ~ "(" and project = A', ["A"]],
  ['cf[10034] = 3 and project = A and status was Open before "2026-01-01"', ["A"]],
  ['project = A and text ~ "say \\"or\\" twice"', ["A"]],
])("%s is confined", (jql, projects) => {
  expect(new JastBuilder().build(jql).errors).toEqual([]);
  expect(projectsOfRule(jql)).toEqual(projects);
});

test.each([
  "labels = a",
  "project = A OR labels = a",
  "project = A | labels = a",
  "(project = A and labels = b) or labels = a",
  "not project = A",
  "! (project = A)",
  "project != A",
  "project not in (A)",
  "project is EMPTY",
  "project = EMPTY",
  "project in (A, EMPTY)",
  "project in (A, projectsLeadByUser())",
  "project in projectsLeadByUser()",
  'project = "\\u0041"',
  'project = A and summary ~ "never closed',
  "(project = A and labels = a",
  "project = A) or (labels = a",
  "project = A\u00a0OR labels = a",
  "project = A ; labels = a",
  "category = A",
  '"project = A"',
  "issue.property[project = A].x = A",
  "order by project",
  "",
])("%s may be of any project", (jql) => {
  expect(projectsOfRule(jql)).toBeNull();
});

const word = fc.constantFrom("A", "B", "10001", '"A shop"', "'b'", '"or"', '"x) or (y"', "empty");
const clause = fc.oneof(
  word.map((value) => `project = ${value}`),
  fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map((values) => `Project in (${values.join(", ")})`),
  fc.constantFrom(
    "project != A",
    '"PROJECT" not in (A, B)',
    "project in projectsLeadByUser()",
    "project in (A, projectsLeadByUser())",
    "labels = project",
    'summary ~ "project = A and \\" or"',
    "assignee in membersOf('and')",
    'status changed from "In or Out" to Done after startOfDay(-1w)',
    'issue.property["project"].and = A',
    "fixVersion is not empty",
  ),
);
const { query } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    clause,
    fc
      .tuple(tie("query"), fc.constantFrom(" AND ", " and\n", "&&", " & "), tie("query"))
      .map((parts) => parts.join("")),
    fc
      .tuple(tie("query"), fc.constantFrom(" OR ", "\tor ", "||", " | "), tie("query"))
      .map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("NOT ", "!"), tie("query")).map((parts) => parts.join("")),
    tie("query").map((inner) => `(${inner})`),
  ),
}));

test("an issue of another project matches no confined query, whatever else holds of it", () => {
  let confined = 0;
  fc.assert(
    fc.property(query, fc.infiniteStream(fc.boolean()), (jql, chance) => {
      const projects = projectsOfRule(`${jql} ORDER BY rank`);
      if (projects === null) return;
      confined += 1;
      const whole = new JastBuilder().build(jql).query;
      const clauses = whole?.where;
      if (clauses === undefined) throw new Error(`not understood by Atlassian's grammar: ${jql}`);
      const other = () => chance.next().value === true;
      const isIn = (value: string) => !projects.includes(value) && other();
      for (let tries = 0; tries < 20; tries += 1) {
        expect(holds(clauses, { isIn, other })).toBe(false);
      }
    }),
    { numRuns: 1500, seed: 5 },
  );
  expect(confined).toBeGreaterThan(150);
});

test("an AND of a project and anything is confined", () => {
  fc.assert(
    fc.property(query, (jql) => {
      expect(projectsOfRule(`(${jql}) AND project = HERE`)).not.toBeNull();
    }),
    { numRuns: 500, seed: 5 },
  );
});

test("a query with something put into it anywhere is never taken for more than the grammar reads", () => {
  const parts = [
    " ",
    '"',
    "'",
    "\\",
    "(",
    ")",
    ",",
    " or ",
    " and ",
    " not ",
    "|",
    "!",
    " order by ",
    "A",
  ];
  let read = 0;
  fc.assert(
    fc.property(query, fc.nat(), fc.constantFrom(...parts), (whole, place, part) => {
      const at = place % (whole.length + 1);
      const jql = `${whole.slice(0, at)}${part}${whole.slice(at)}`;
      const projects = projectsOfRule(jql);
      if (projects === null) return;
      const { errors, query: understood } = new JastBuilder().build(jql);
      if (errors.length > 0 || understood?.where === undefined) return;
      read += 1;
      const isIn = (value: string) => !projects.includes(value);
      expect(holds(understood.where, { isIn, other: () => true })).toBe(false);
    }),
    { numRuns: 3000, seed: 5 },
  );
  expect(read).toBeGreaterThan(150);
});

describe("a value in JQL", () => {
  const shop = { id: "10001", key: "SHOP", name: "The  Shop" };

  test.each(["10001", "shop", "the shop", " THE SHOP "])("%s means the project", (value) => {
    expect(meansProject(value, shop)).toBe("yes");
  });

  test.each(["10002", "Another shop"])("%s can be no key, and means another", (value) => {
    expect(meansProject(value, shop)).toBe("no");
  });

  test.each(["OTHER", "Müller", "shop-2", ""])("%s may be a key that it had before", (value) => {
    expect(meansProject(value, shop)).toBe("by key");
  });
});
