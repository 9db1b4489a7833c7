import { functionFaults } from "./function-faults";
import type { Manifest } from "./read-manifest";
import type { Surroundings } from "./surroundings";
import { uiFaults } from "./ui-faults";

/** Mistakes that @forge/manifest lets pass, each as one sentence; none when the manifest is right. */
export function manifestFaults(manifest: Manifest, around: Surroundings): string[] {
  return [
    ...uiFaults(manifest, around),
    ...functionFaults(manifest, around),
    ...eventFaults(manifest, around),
    ...scheduleFaults(manifest),
    ...runtimeFaults(manifest),
    ...promiseFaults(manifest),
  ];
}

function eventFaults({ modules }: Manifest, { events }: Surroundings): string[] {
  const unknown = modules.trigger.flatMap((trigger) =>
    trigger.events
      .filter((event) => !events.has(event))
      .map((event) => `${trigger.key} waits for ${event}, which Forge does not know`),
  );
  const deaf = modules.trigger
    .filter((trigger) => trigger.events.some((event) => event.startsWith("avi:jira")))
    .filter((trigger) => trigger.filter?.ignoreSelf !== true)
    .map((trigger) => `${trigger.key} would be called for changes that the app makes itself`);
  return [...unknown, ...deaf];
}

/** Limits of the documentation (five schedules an app, one of them every five minutes) that no validator checks. */
function scheduleFaults({ modules }: Manifest): string[] {
  const schedules = modules.scheduledTrigger;
  const frequent = schedules.filter(({ interval }) => interval === "fiveMinute");
  return [
    ...(schedules.length > 5 ? [`${String(schedules.length)} schedules, 5 are allowed`] : []),
    ...(frequent.length > 1 ? ["more than one schedule every five minutes"] : []),
  ];
}

/** The runtime offers 128 to 1,024 MB and ends Node 20; the schema accepts more. */
function runtimeFaults({ app, modules }: Manifest): string[] {
  const sizes = [app.runtime.memoryMB, ...modules.function.map((each) => each.runtime?.memoryMB)];
  const tooLarge = sizes.filter((size) => size !== undefined && (size < 128 || size > 1024));
  return [
    ...tooLarge.map((size) => `memory of ${String(size)} MB is outside 128 to 1,024`),
    ...(["nodejs22.x", "nodejs24.x"].includes(app.runtime.name)
      ? []
      : [`${app.runtime.name} is out of date`]),
  ];
}

/** No egress, no unsafe content, no code elsewhere: what "Runs on Atlassian" asks, and what later needs new consent. */
function promiseFaults(manifest: Manifest): string[] {
  const { permissions, modules } = manifest;
  const outside = ["remotes", "providers", "services", "connectModules"];
  return [
    ...["external", "content", "sandbox"]
      .filter((name) => name in permissions)
      .map((name) => `permissions.${name} asks for more than the app needs`),
    ...outside.filter((name) => name in manifest).map((name) => `${name} leads out of Forge`),
    ...(modules.sql.length === 1 ? [] : ["the app needs one sql module from its first version on"]),
    ...permissions.scopes
      .filter((scope) => scope.startsWith("manage:"))
      .map((scope) => `${scope} is an administrator's scope`),
  ];
}
