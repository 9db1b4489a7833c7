/**
 * node test/site/forge-tools/forge-bundle.cjs <folder>
 * Bundles the back end as `forge deploy` does, with Atlassian's own bundler, into the folder (which is emptied first).
 * Offline: the loader and the wrapper, which the bundler would download, are empty here; the site's runner stands for them.
 */
const { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join, resolve } = require("node:path");

const root = resolve(__dirname, "../../..");

const withoutDownloads = (folder) => {
  mkdirSync(join(folder, "dist"));
  for (const name of ["loader", "wrapper"]) writeFileSync(join(folder, "dist", `${name}.js`), "\n");
  process.env.FORGE_RUNTIME_PATH = folder;
};

const bundled = async () => {
  const { getEntryPoints, getNodeBundler, getWrapperProvider } = require("@forge/bundler");
  const { ConfigFile, FileSystemReader, FileSystemWriter } = require("@forge/cli-shared");
  const fileSystemReader = new FileSystemReader();
  const config = new ConfigFile(fileSystemReader, new FileSystemWriter());
  const ignore = () => undefined;
  const warn = (message) => process.stderr.write(`${message}\n`);
  const logger = { info: ignore, warn, error: warn, debug: ignore, trace: ignore };
  const bundler = getNodeBundler(logger, getWrapperProvider({ fileSystemReader }), config);
  const entryPoints = getEntryPoints(await config.getAppHandlers());
  return bundler.bundle({ appDirectory: root, entryPoints });
};

const main = async ([folder]) => {
  if (folder === undefined) throw new Error("usage: forge-bundle.cjs <folder>");
  const target = resolve(folder);
  process.chdir(root);
  const runtime = mkdtempSync(join(tmpdir(), "forge-runtime-"));
  try {
    withoutDownloads(runtime);
    const { outputDir } = await bundled();
    rmSync(target, { recursive: true, force: true });
    cpSync(outputDir, target, { recursive: true });
    rmSync(outputDir, { recursive: true, force: true });
  } finally {
    rmSync(runtime, { recursive: true, force: true });
  }
};

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
