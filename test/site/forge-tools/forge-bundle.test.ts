import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { tenIssueData } from "../../handlers/ten-issue-data";
import { session } from "../app/session";
import type { AppBundle } from "../platform/bundle";
import { readManifest } from "../platform/manifest";
import { checkoutRoot } from "../platform/root";
import { createSite } from "../site";

jest.setTimeout(300_000);

const directory = join(checkoutRoot(), "dist/forge-bundle");
let deployed: AppBundle;
beforeAll(async () => {
  const script = require.resolve("./forge-bundle.cjs");
  const { stderr } = await promisify(execFile)(process.execPath, [script, directory]);
  expect(stderr).toBe("");
  deployed = { directory, bytes: statSync(join(directory, "index.cjs")).size };
});

async function toldBy(bundle?: AppBundle): Promise<readonly string[]> {
  const site = await createSite({
    data: tenIssueData(),
    schedules: false,
    mode: "warm",
    ...(bundle === undefined ? {} : { bundle }),
  });
  try {
    return await session(site);
  } finally {
    await site.stop();
  }
}

test("what Forge's own bundler makes of the app says the same as what the site runs", async () => {
  expect(await toldBy(deployed)).toEqual(await toldBy());
});

test("the bundle exports every handler of the manifest", async () => {
  const program = `console.log(JSON.stringify(Object.keys(require(${JSON.stringify(join(directory, "index.cjs"))}))))`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", program]);
  const handlers = readManifest().functions.map(({ handler }) => handler.replace("index.", ""));
  expect(JSON.parse(stdout)).toEqual(expect.arrayContaining([...new Set(handlers)]));
});
