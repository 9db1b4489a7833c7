import type { InvocationResult } from "../../site/boundary";
import type { InvocationKind } from "../../site/platform/invocation";
import type { PlatformManifest } from "../../site/platform/manifest";
import type { Agenda } from "./agenda";
import { doorsOf } from "./doors";
import { invoke } from "./invocations";
import type { Killer } from "./killer";

export type Entry = {
  readonly kind: InvocationKind;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly given: readonly unknown[];
  readonly accountId?: string;
};

/** The one way into the app: through a function of its manifest. */
export type Enter = (entry: Entry) => Promise<InvocationResult>;

export function createEnter(parts: {
  readonly agenda: Agenda;
  readonly manifest: PlatformManifest;
  readonly killer: Killer;
  /** Told of every invocation that did not end well. */
  readonly onFailed: (functionKey: string, words: string) => void;
}): Enter {
  const { agenda, killer, onFailed } = parts;
  const doors = doorsOf(parts.manifest);
  return async ({ given, ...about }) => {
    const door = doors.get(about.functionKey);
    if (door === undefined) throw new Error(`the manifest has no function ${about.functionKey}`);
    const { limitMilliseconds, handler } = door;
    const killAfter = killer.next();
    const work = () => handler(...given);
    const result = await invoke(agenda, { ...about, limitMilliseconds, killAfter, work });
    if (!result.ok) onFailed(about.functionKey, result.errorMessage);
    return result;
  };
}
