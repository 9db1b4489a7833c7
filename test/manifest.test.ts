import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { z } from "zod/mini";
import { knownEvents } from "./gates/manifest/known-events";
import { manifestFaults } from "./gates/manifest/manifest-faults";
import { readManifest, uiModulesOf, type Manifest } from "./gates/manifest/read-manifest";
import { surfaceKeys } from "./gates/manifest/surface-keys";
import type { Surroundings } from "./gates/manifest/surroundings";
import { validate } from "./gates/manifest/validate";

const root = resolve(__dirname, "..");
const manifestText = readFileSync(join(root, "manifest.yml"), "utf8");
const manifest = readManifest(join(root, "manifest.yml"));

async function exportsOfIndex(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(root, "src/index.ts")],
    absWorkingDir: root,
    bundle: true,
    packages: "external",
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

function texts(): Record<string, string> {
  const file = readFileSync(join(root, "src/locales/en-US.json"), "utf8");
  return z.record(z.string(), z.string()).parse(JSON.parse(file));
}

describe("Forge's validators", () => {
  it("accept the manifest without an error or a warning", () => {
    const said = validate(manifestText, ["FULL", "PRODUCT_TRIGGER"]);
    expect(said).toEqual([
      { type: "FULL", success: true, messages: [] },
      { type: "PRODUCT_TRIGGER", success: true, messages: [] },
    ]);
  }, 120_000);

  it("refuse the manifest when a handler's file or an event's scope is missing", () => {
    const without = manifestText
      .replace("index.snapshot", "nowhere.snapshot")
      .replace(/^ *- read:jira-work\n/m, "");
    const said = validate(without, ["FULL", "PRODUCT_TRIGGER"]);
    expect(said.map(({ success }) => success)).toEqual([false, false]);
    expect(said[0]?.messages.join("\n")).toContain("nowhere");
    expect(said[1]?.messages.join("\n")).toContain("read:jira-work");
  }, 120_000);
});

describe("the manifest and what it names", () => {
  it("has none of the mistakes that Forge's validators let pass", async () => {
    const around = { exports: await exportsOfIndex(), surfaces: surfaceKeys(), ...forge() };
    expect(manifestFaults(manifest, around)).toEqual([]);
  });
});

const forge = () => ({ texts: texts(), events: new Set(knownEvents().keys()) });

/** Surroundings in which the manifest is right, for the tests that plant one mistake. */
const fitting = (): Surroundings => ({
  exports: manifest.modules.function.map(({ handler }) => handler.replace("index.", "")),
  surfaces: uiModulesOf(manifest).map(({ key }) => key),
  ...forge(),
});

type Mistake = readonly [fault: string, plant: (planted: Manifest) => void];

const firstOf = (planted: Manifest, type: string): Record<string, unknown> =>
  z.array(z.looseObject({})).parse(planted.modules[type])[0] ?? {};

/** Plants a property in the first module of a type, or takes it away. */
const set = (type: string, name: string, value: unknown) => (planted: Manifest) => {
  const [, ...rest] = z.array(z.looseObject({})).parse(planted.modules[type]);
  const others = Object.entries(firstOf(planted, type)).filter(([each]) => each !== name);
  const first = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
  Object.assign(planted.modules, { [type]: [first, ...rest] });
};

const schedule = (key: string, interval: string) => ({ key, function: "reconcile", interval });

const mistakes: readonly Mistake[] = [
  [
    "issue-changes waits for avi:jira:nonsense:issue, which Forge does not know",
    ({ modules }) => modules.trigger[0]?.events.push("avi:jira:nonsense:issue"),
  ],
  [
    "issue-changes would be called for changes that the app makes itself",
    set("trigger", "filter", undefined),
  ],
  [
    "goal-progress-gadget cannot be configured: it has no edit.resource",
    set("jira:dashboardGadget", "edit", undefined),
  ],
  [
    "goal-progress-widget cannot be configured: it has no edit.resource",
    set("dashboards:widget", "edit", undefined),
  ],
  [
    "goal-progress-gadget: the thumbnail is not an absolute https address",
    set("jira:dashboardGadget", "thumbnail", "resource:main;icon.svg"),
  ],
  [
    "project-goals: jira:projectPage has no property viewportSize",
    set("jira:projectPage", "viewportSize", "large"),
  ],
  [
    "6 schedules, 5 are allowed",
    ({ modules }) =>
      modules.scheduledTrigger.push(...["a", "b", "c"].map((key) => schedule(key, "day"))),
  ],
  [
    "more than one schedule every five minutes",
    ({ modules }) => modules.scheduledTrigger.push(schedule("again", "fiveMinute")),
  ],
  [
    "function resolver answers pages or events and cannot have timeoutSeconds",
    set("function", "timeoutSeconds", 60),
  ],
  [
    "function refresh-consumer runs in the background without timeoutSeconds",
    ({ modules }) => {
      for (const each of modules.function) delete each.timeoutSeconds;
    },
  ],
  [
    "src/index.ts does not export index.resolve of function resolver",
    set("function", "handler", "index.resolve"),
  ],
  [
    "src/index.ts exports resolver, which no function of the manifest names",
    set("function", "handler", "index.resolve"),
  ],
  ["nothing calls function refresh-consumer", set("consumer", "function", "reconcile")],
  [
    "memory of 2048 MB is outside 128 to 1,024",
    ({ app }) => Object.assign(app.runtime, { memoryMB: 2048 }),
  ],
  ["nodejs20.x is out of date", ({ app }) => Object.assign(app.runtime, { name: "nodejs20.x" })],
  [
    "old: jira:fullPage is not a module we show a page in",
    ({ modules }) =>
      Object.assign(modules, { "jira:fullPage": [{ key: "old", title: "Old", resource: "main" }] }),
  ],
  ["goal-progress-gadget has no resource", set("jira:dashboardGadget", "resource", undefined)],
  [
    "goal-progress-gadget: jira:dashboardGadget has no property function",
    set("jira:dashboardGadget", "function", "resolver"),
  ],
  [
    "goal-progress-gadget: jira:dashboardGadget has no property render",
    set("jira:dashboardGadget", "render", "native"),
  ],
  [
    "goal-progress-widget: the title is longer than 255",
    set("dashboards:widget", "title", "t".repeat(256)),
  ],
  [
    "attention-gadget is not declared both as gadget and as widget",
    ({ modules }) => {
      const widgets = z.array(z.looseObject({})).parse(modules["dashboards:widget"]);
      Object.assign(modules, { "dashboards:widget": widgets.slice(0, 2) });
    },
  ],
  ["static has no surface for new-page", set("jira:globalPage", "key", "new-page")],
  ["static has a surface for goals-page, which is no module", set("jira:globalPage", "key", "new")],
  ["no module shows the text goals.title", set("jira:globalPage", "title", "Goals")],
  [
    "permissions.external asks for more than the app needs",
    ({ permissions }) => Object.assign(permissions, { external: { images: ["example.com"] } }),
  ],
  [
    "permissions.content asks for more than the app needs",
    ({ permissions }) => Object.assign(permissions, { content: { styles: ["unsafe-inline"] } }),
  ],
  ["remotes leads out of Forge", (planted) => Object.assign(planted, { remotes: [] })],
  [
    "the app needs one sql module from its first version on",
    ({ modules }) => Object.assign(modules, { sql: [] }),
  ],
  [
    "manage:jira-configuration is an administrator's scope",
    ({ permissions }) => permissions.scopes.push("manage:jira-configuration"),
  ],
];

describe("our own assertions", () => {
  it("find nothing in the manifest as it is", () => {
    expect(manifestFaults(manifest, fitting())).toEqual([]);
  });

  it.each(mistakes)("say: %s", (fault, plant) => {
    const planted = structuredClone(manifest);
    plant(planted);
    expect(manifestFaults(planted, fitting())).toContain(fault);
  });

  it("measure a translated title by its text", () => {
    const around = fitting();
    const long = { ...around, texts: { ...around.texts, "gadget.tree.title": "t".repeat(256) } };
    expect(manifestFaults(manifest, long)).toEqual([
      "goal-tree-gadget: the title is longer than 255",
    ]);
  });
});
