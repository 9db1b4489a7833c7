/** `npm run lint:forge`: the linters that `forge deploy` runs, offline, with Atlassian's own documents for the scopes. */
const { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join, resolve } = require("node:path");

const root = resolve(__dirname, "../..");
const manifestFile = join(root, "manifest.yml");
const environment = "DEVELOPMENT";

/** The linter for scopes would download six documents; products that the app does not touch get an empty one. */
const withDocuments = (folder) => {
  const empty = join(folder, "empty.json");
  writeFileSync(empty, '{"paths":{}}');
  const ours = join(root, "test/site/jira/openapi");
  Object.assign(process.env, {
    USE_LOCAL_SWAGGER: "true",
    LOCAL_JIRA_SWAGGER: join(ours, "jira-platform-v3.json"),
    LOCAL_JSW_SWAGGER: join(ours, "jira-software.json"),
    LOCAL_JSM_SWAGGER: empty,
    LOCAL_CONF_SWAGGER: empty,
    LOCAL_CONF_V2_SWAGGER: empty,
    LOCAL_BB_SWAGGER: empty,
  });
};

const sources = () =>
  ["src", "static"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /[.]tsx?$/.test(name) && !/(^|[/])dist[/]/.test(name))
      .map((name) => join(root, folder, name)),
  );

/** Atlassian's switches are not reachable offline: Node 20 counts as ended, everything else is off. */
const switches = new Proxy(
  { getDeprecatedRuntimes: async () => ["nodejs20.x"] },
  { get: (known, name) => (name === "then" ? undefined : (known[name] ?? (async () => false))) },
);

const found = async () => {
  const { getClientSideLintersOnly, lint } = require("@forge/lint");
  const { ManifestParserBuilder } = require("@forge/manifest");
  const parser = new ManifestParserBuilder().withInterpolators().build();
  const content = readFileSync(manifestFile, "utf8");
  const parsed = await parser.parseManifest({ content, filePath: manifestFile });
  const manifest = parsed.manifest ?? parsed;
  const ignore = () => undefined;
  const silent = { info: ignore, warn: ignore, error: ignore, debug: ignore, trace: ignore };
  const linters = await getClientSideLintersOnly(manifest, environment, silent, switches);
  const options = { linters, linter: { mode: "client-side" } };
  const results = await lint(sources(), manifest, environment, silent, switches, options);
  return { linters: linters.length, faults: results.flatMap((r) => [...r.errors, ...r.warnings]) };
};

const main = async () => {
  process.chdir(root);
  const folder = mkdtempSync(join(tmpdir(), "forge-lint-"));
  try {
    withDocuments(folder);
    const { linters, faults } = await found();
    for (const { class: level, message, line } of faults)
      process.stdout.write(`${level}: ${message} (manifest.yml or src, line ${line})\n`);
    process.stdout.write(`${linters} of Forge's linters found ${faults.length} faults\n`);
    process.exitCode = linters > 0 && faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

void main();
