import { uiModulesOf, type Manifest, type UiModule } from "./read-manifest";
import type { Surroundings } from "./surroundings";

/** Properties of each UI module as the documentation of the modules lists them; the schema accepts any other silently. */
const properties: Readonly<Record<string, readonly string[]>> = {
  "jira:dashboardGadget": ["title", "description", "thumbnail", "edit", "refreshable"],
  "dashboards:widget": ["title", "description", "thumbnail", "edit", "aiContext"],
  "jira:projectPage": ["title", "icon", "layout", "pages", "sections"],
  "jira:globalPage": ["title", "icon", "layout", "pages", "sections"],
  "jira:adminPage": ["title", "icon", "layout", "pages", "sections"],
  "jira:issueContext": ["title", "label", "icon", "status", "dynamicProperties"],
};

const everywhere = ["type", "key", "resource", "resolver", "displayConditions"];

const longest = { title: 255, label: 255, description: 1000 } as const;

const onDashboards = ["jira:dashboardGadget", "dashboards:widget"];

/** Pages, gadgets and widgets that Forge would accept and nobody could use. */
export function uiFaults(manifest: Manifest, around: Surroundings): string[] {
  const modules = uiModulesOf(manifest);
  return [
    ...modules.flatMap((module) => [
      ...customUiFaults(module),
      ...textFaults(module, around),
      ...(onDashboards.includes(module.type) ? dashboardFaults(module) : []),
      ...(around.surfaces.includes(module.key) ? [] : [`static has no surface for ${module.key}`]),
    ]),
    ...around.surfaces
      .filter((key) => !modules.some((module) => module.key === key))
      .map((key) => `static has a surface for ${key}, which is no module`),
    ...unpaired(modules).map((key) => `${key} is not declared both as gadget and as widget`),
    ...unusedTexts(modules, around).map((key) => `no module shows the text ${key}`),
  ];
}

/** UI Kit 1 modules name a function and no resource; it renders nothing since 2025-02-28. */
function customUiFaults(module: UiModule): string[] {
  const known = properties[module.type];
  if (known === undefined)
    return [`${module.key}: ${module.type} is not a module we show a page in`];
  const unknown = Object.keys(module).filter((name) => ![...everywhere, ...known].includes(name));
  return [
    ...unknown.map((name) => `${module.key}: ${module.type} has no property ${name}`),
    ...(module.resource === undefined ? [`${module.key} has no resource`] : []),
    ...(module.resolver === undefined ? [`${module.key} has no resolver`] : []),
  ];
}

function dashboardFaults({ key, edit, thumbnail }: UiModule): string[] {
  return [
    ...(edit?.resource === undefined
      ? [`${key} cannot be configured: it has no edit.resource`]
      : []),
    ...(thumbnail !== undefined && URL.canParse(thumbnail) && thumbnail.startsWith("https://")
      ? []
      : [`${key}: the thumbnail is not an absolute https address`]),
  ];
}

function textFaults(module: UiModule, { texts }: Surroundings): string[] {
  return (["title", "label", "description"] as const).flatMap((name) => {
    const value = module[name];
    const shown = typeof value === "object" ? texts[value.i18n] : value;
    if (shown === undefined || shown.length <= longest[name]) return [];
    return [`${module.key}: the ${name} is longer than ${String(longest[name])}`];
  });
}

function unpaired(modules: readonly UiModule[]): string[] {
  const keys = modules.filter(({ type }) => onDashboards.includes(type)).map(({ key }) => key);
  const other = (key: string) =>
    key.endsWith("-gadget") ? key.replace(/gadget$/, "widget") : key.replace(/widget$/, "gadget");
  return keys.filter((key) => !keys.includes(other(key)));
}

function unusedTexts(modules: readonly UiModule[], { texts }: Surroundings): string[] {
  const used = modules
    .flatMap(({ title, label, description }) => [title, label, description])
    .map((text) => (typeof text === "object" ? text.i18n : undefined));
  return Object.keys(texts).filter((key) => !used.includes(key));
}
