/** Who may import what: the rules of the README's architecture section, one by one. */

/** Everything outside `own` that is neither one of our folders named in `also` nor one of the packages. */
const onlyFrom = (own, also, packages) => ({
  pathNot: [`^${own}`, ...also.map((path) => `^${path}`), ...packages.map(fromPackage)],
});

const fromPackage = (name) => `node_modules/${name}/`;

const error = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

const portTypes = "src/use-cases/.*ports[.]ts$";
const stateKeys = "src/use-cases/sync/state-keys[.]ts$";

module.exports = {
  forbidden: [
    error(
      "domain-is-pure",
      "domain knows itself and date-fns: no input, no output, no clock.",
      { path: "^src/domain/" },
      onlyFrom("src/domain/", [], ["date-fns"]),
    ),
    error(
      "contract-knows-zod-only",
      "What crosses the bridge depends on nothing but its schemas.",
      { path: "^src/contract/" },
      onlyFrom("src/contract/", [], ["zod"]),
    ),
    error(
      "use-cases-ask-through-ports",
      "A use case reaches the outside through ports.ts only.",
      { path: "^src/use-cases/" },
      onlyFrom("src/use-cases/", ["src/domain/", "src/contract/"], ["date-fns"]),
    ),
    error(
      "jira-reads-jira-only",
      "src/jira maps Jira to the domain and is the only user of @forge/api's requests.",
      { path: "^src/jira/" },
      onlyFrom("src/jira/", ["src/domain/", portTypes], ["zod", "date-fns", "@forge/api"]),
    ),
    error(
      "store-stores-only",
      "src/store keeps our own data and is the only user of @forge/sql.",
      { path: "^src/store/" },
      onlyFrom(
        "src/store/",
        ["src/domain/", portTypes, stateKeys],
        ["zod", "date-fns", "@forge/sql"],
      ),
    ),
    error(
      "handlers-know-src-only",
      "Forge's doors use everything of src and no browser code.",
      { path: "^src/handlers/" },
      onlyFrom("src/", [], ["zod", "date-fns", "@forge/(resolver|events|api)"]),
    ),
    error(
      "index-exports-handlers-only",
      "src/index.ts lists the handlers of the manifest and nothing else.",
      { path: "^src/index[.]ts$" },
      { pathNot: "^src/handlers/" },
    ),
    error(
      "handlers-are-doors",
      "Nobody goes back in through a door: only src/index.ts imports handlers.",
      { path: "^src/", pathNot: ["^src/handlers/", "^src/index[.]ts$"] },
      { path: "^src/handlers/" },
    ),
    error(
      "forge-sql-in-store-only",
      "One package, one folder: @forge/sql.",
      { path: "^(src|static)/", pathNot: "^src/store/" },
      { path: fromPackage("@forge/sql") },
    ),
    error(
      "forge-api-in-jira-and-handlers-only",
      "Jira is read through src/jira; handlers take errors and privacy reports from @forge/api.",
      { path: "^(src|static)/", pathNot: ["^src/jira/", "^src/handlers/"] },
      { path: fromPackage("@forge/(api|resolver|events)") },
    ),
    error(
      "static-knows-the-contract-only",
      "The browser shares the contract, and pure domain functions that a chart needs.",
      { path: "^static/" },
      { path: "^src/", pathNot: ["^src/contract/", "^src/domain/"] },
    ),
    error(
      "domain-in-charts-only",
      "In the browser only chart geometry may compute with the domain; numbers come from the resolver.",
      { path: "^static/", pathNot: "^static/charts/" },
      { path: "^src/domain/" },
    ),
    error(
      "surfaces-are-apart",
      "A surface is loaded alone, so none may pull another in.",
      { path: "^static/surfaces/([^/]+)/" },
      { path: "^static/surfaces/", pathNot: "^static/surfaces/$1/" },
    ),
    error(
      "parts-know-no-surface",
      "Shared parts and charts are used by surfaces, not the reverse.",
      { path: "^static/(parts|charts)/" },
      { path: "^static/surfaces/" },
    ),
    error(
      "bridge-in-one-place",
      "@forge/bridge has two users: bridge.ts and main.tsx.",
      { path: "^static/", pathNot: "^static/(bridge[.]ts|main[.]tsx)$" },
      { path: fromPackage("@forge/bridge") },
    ),
    error(
      "src-knows-no-browser",
      "The back end has no JSX and imports nothing of static.",
      { path: "^src/" },
      { path: ["^static/", fromPackage("(react|react-dom|@forge/bridge|@atlaskit)")] },
    ),
    error(
      "nothing-imports-test",
      "What ships never imports what tests it.",
      { path: "^(src|static)/" },
      { path: "^test/" },
    ),
    error(
      "site-runs-the-bundle",
      "The local site runs the built app; of its source it may know the contract and domain words only.",
      { path: "^test/site/", pathNot: "[.]test[.]tsx?$" },
      { path: "^(src|static)/", pathNot: "^src/(contract|domain)/" },
    ),
    error(
      "shipped-code-needs-dependencies",
      "What ships imports packages of `dependencies` only.",
      { path: "^(src|static)/" },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "npm-optional"] },
    ),
    error(
      "no-barrel",
      "A file is imported by its name; src/index.ts is Forge's export list.",
      {},
      { path: "^(src|static|test)/.*/index[.](ts|tsx|mjs|cjs)$" },
    ),
    error("no-circular", "No cycles.", {}, { circular: true }),
    error(
      "no-orphan",
      "A file that nobody imports and that imports nothing is forgotten.",
      { orphan: true, path: "^(src|static)/", pathNot: "[.]d[.]ts$" },
      {},
    ),
    error("no-unresolvable", "Every import leads somewhere.", {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(static/dist|dist)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
