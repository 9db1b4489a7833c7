import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A planted import and the rule of .dependency-cruiser.cjs that must refuse it; null where it is allowed. */
type Planted = readonly [rule: string | null, from: string, imports: string];

const planted: readonly Planted[] = [
  ["domain-is-pure", "src/domain/a-asks-zod.ts", "zod/mini"],
  ["domain-is-pure", "src/domain/a-asks-contract.ts", "../contract/answer"],
  ["domain-is-pure", "src/domain/a-reads-files.ts", "node:fs"],
  ["contract-knows-zod-only", "src/contract/a-asks-domain.ts", "../domain/rule"],
  ["use-cases-ask-through-ports", "src/use-cases/a-asks-store.ts", "../store/rows"],
  ["use-cases-ask-through-ports", "src/use-cases/a-asks-forge.ts", "@forge/api"],
  ["jira-reads-jira-only", "src/jira/a-asks-store.ts", "../store/rows"],
  ["jira-reads-jira-only", "src/jira/a-asks-use-case.ts", "../use-cases/roll-goal"],
  ["store-stores-only", "src/store/a-asks-jira.ts", "../jira/request"],
  ["handlers-know-src-only", "src/handlers/a-asks-static.ts", "../../static/sentences"],
  ["index-exports-handlers-only", "src/index.ts", "./store/rows"],
  ["handlers-are-doors", "src/use-cases/a-asks-handler.ts", "../handlers/resolver"],
  ["forge-sql-in-store-only", "src/handlers/a-asks-sql.ts", "@forge/sql"],
  ["forge-api-in-jira-and-handlers-only", "src/store/a-asks-api.ts", "@forge/api"],
  ["static-knows-the-contract-only", "static/parts/a-asks-store.ts", "../../src/store/rows"],
  ["domain-in-charts-only", "static/parts/a-computes.ts", "../../src/domain/rule"],
  ["surfaces-are-apart", "static/surfaces/one/a-asks-two.ts", "../two/surface"],
  ["parts-know-no-surface", "static/parts/a-asks-surface.ts", "../surfaces/two/surface"],
  ["bridge-in-one-place", "static/parts/a-asks-bridge.ts", "@forge/bridge"],
  ["src-knows-no-browser", "src/handlers/a-renders.ts", "react"],
  ["nothing-imports-test", "src/domain/a-asks-test.ts", "../../test/build/goal"],
  ["site-runs-the-bundle", "test/site/a-asks-store.ts", "../../src/store/rows"],
  ["shipped-code-needs-dependencies", "static/parts/a-asks-tool.ts", "cheerio"],
  ["no-barrel", "src/jira/a-asks-barrel.ts", "./barrel/index"],
  ["no-circular", "src/domain/a-circle.ts", "./b-circle"],
  ["no-orphan", "src/domain/a-orphan.ts", ""],
  ["no-unresolvable", "src/domain/a-nowhere.ts", "./nowhere"],
  [null, "src/domain/b-fine.ts", "date-fns"],
  [null, "src/contract/b-fine.ts", "zod/mini"],
  [null, "src/use-cases/b-fine.ts", "./jira-ports"],
  [null, "src/jira/b-fine.ts", "../use-cases/jira-ports"],
  [null, "src/jira/b-forge.ts", "@forge/api"],
  [null, "src/store/b-fine.ts", "@forge/sql"],
  [null, "src/handlers/b-fine.ts", "@forge/resolver"],
  [null, "static/bridge.ts", "@forge/bridge"],
  [null, "static/parts/b-fine.ts", "../../src/contract/answer"],
  [null, "static/charts/b-fine.ts", "../../src/domain/rule"],
  [null, "test/site/b-fine.ts", "../../src/contract/answer"],
];

/** What the planted imports lead to; each imports something so that none of them is an orphan. */
const targets: readonly Planted[] = [
  [null, "src/domain/b-circle.ts", "./a-circle"],
  [null, "src/contract/answer.ts", "zod/mini"],
  [null, "src/domain/rule.ts", "date-fns"],
  [null, "src/store/rows.ts", "zod/mini"],
  [null, "src/jira/request.ts", "zod/mini"],
  [null, "src/jira/barrel/index.ts", "zod/mini"],
  [null, "src/use-cases/jira-ports.ts", "../domain/rule"],
  [null, "src/use-cases/roll-goal.ts", "../domain/rule"],
  [null, "src/handlers/resolver.ts", "../domain/rule"],
  [null, "static/sentences.ts", "../src/contract/answer"],
  [null, "static/surfaces/two/surface.ts", "../../../src/contract/answer"],
  [null, "test/build/goal.ts", "../../src/domain/rule"],
];

const named = ([rule, from, imports]: Planted) => ({ rule, from, imports });
const refused = planted.filter(([rule]) => rule !== null).map(named);
const allowed = planted.filter(([rule]) => rule === null).map(named);

describe("the import rules", () => {
  const root = resolve(__dirname, "../..");
  let tree = "";
  let violations: ReadonlyMap<string, readonly string[]> = new Map();

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), "import-rules-"));
    for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"])
      cpSync(join(root, file), join(tree, file));
    symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
    for (const [, file, imports] of [...planted, ...targets]) plant(join(tree, file), imports);
    violations = violationsIn(tree);
  }, 60_000);

  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  it.each(refused)("$rule refuses that $from imports '$imports'", ({ rule, from }) => {
    expect(violations.get(from)).toContain(rule);
  });

  it.each(allowed)("nothing refuses that $from imports '$imports'", ({ from }) => {
    expect(violations.get(from)).toBeUndefined();
  });

  it("has a planted violation for every rule, so that no rule is dead", () => {
    const rules = new Set(planted.map(([rule]) => rule).filter((rule) => rule !== null));
    expect([...rules].sort()).toEqual(ruleNames(root).sort());
  });
});

function plant(path: string, imports: string) {
  mkdirSync(dirname(path), { recursive: true });
  const use = imports === "" ? "" : `import * as used from "${imports}";\n`;
  writeFileSync(path, `${use}export const here = ${imports === "" ? "1" : "used"};\n`);
}

function ruleNames(root: string): string[] {
  const config = JSON.stringify(join(root, ".dependency-cruiser.cjs"));
  const script = `process.stdout.write(require(${config}).forbidden.map((rule) => rule.name).join("\\n"))`;
  return execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }).split("\n");
}

/** Rule names by the file that breaks them, as `npm run boundaries` would report them for the tree. */
function violationsIn(tree: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of reportOf(tree).split("\n")) {
    const match = /^error (\S+): (\S+)/.exec(line.trim());
    const [, rule, from] = match ?? [];
    if (rule !== undefined && from !== undefined)
      found.set(from, [...(found.get(from) ?? []), rule]);
  }
  return found;
}

function reportOf(tree: string): string {
  const bin = join(tree, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const words = ["--output-type", "err", "--no-progress", "src", "static", "test"];
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
  return spawnSync(process.execPath, [bin, ...words], { cwd: tree, encoding: "utf8", env }).stdout;
}
