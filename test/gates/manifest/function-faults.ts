import { uiModulesOf, type Manifest } from "./read-manifest";
import type { Surroundings } from "./surroundings";

/** Functions nobody calls, handlers nobody exports, exports nobody names, and time limits where Forge refuses them. */
export function functionFaults(manifest: Manifest, { exports }: Surroundings): string[] {
  const { modules } = manifest;
  const short = new Set([
    ...uiModulesOf(manifest).map((module) => module.resolver?.function),
    ...modules.trigger.map((trigger) => trigger.function),
  ]);
  const long = new Set(
    [...modules.consumer, ...modules.scheduledTrigger].map((each) => each.function),
  );
  const handled = modules.function.map(({ handler }) => handler.replace(/^index[.]/, ""));
  return [
    ...modules.function.flatMap(({ key, handler, timeoutSeconds }) => [
      ...(exports.includes(handler.replace(/^index[.]/, ""))
        ? []
        : [`src/index.ts does not export ${handler} of function ${key}`]),
      ...(short.has(key) || long.has(key) ? [] : [`nothing calls function ${key}`]),
      ...(short.has(key) && timeoutSeconds !== undefined
        ? [`function ${key} answers pages or events and cannot have timeoutSeconds`]
        : []),
      ...(long.has(key) && timeoutSeconds === undefined
        ? [`function ${key} runs in the background without timeoutSeconds`]
        : []),
    ]),
    ...exports
      .filter((name) => !handled.includes(name))
      .map((name) => `src/index.ts exports ${name}, which no function of the manifest names`),
  ];
}
