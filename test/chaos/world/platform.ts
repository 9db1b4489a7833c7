import type { ProductEvent } from "../../site/boundary";
import type { Random } from "../../site/company/random";
import type { Faults } from "../../site/faults/faults";
import { createEventDelivery } from "../../site/platform/events";
import type { PlatformManifest } from "../../site/platform/manifest";
import { createPending } from "../../site/platform/pending";
import { createQueue, type Queue } from "../../site/platform/queue";
import { askedRetry } from "../../site/platform/redelivery";
import { createSchedules } from "../../site/platform/schedules";
import type { Agenda } from "./agenda";
import { during } from "./during";
import type { Enter } from "./enter";

/** Forge's events, queue and schedules, as the site has them, on a run's agenda. */
export type Platform = {
  readonly queue: Queue;
  readonly deliver: (event: ProductEvent) => Promise<void>;
  readonly install: () => Promise<void>;
  /** How often three consumers were given one job at once, from now on with this probability. */
  readonly crowding: (probability: number) => void;
  readonly crowds: () => number;
};

export type PlatformParts = {
  readonly agenda: Agenda;
  readonly chance: Random;
  readonly manifest: PlatformManifest;
  readonly faults: Faults;
  readonly enter: Enter;
  /** Told of every event that a trigger of the app took in. */
  readonly onTaken: (body: Readonly<Record<string, unknown>>) => void;
};

export function createPlatform(parts: PlatformParts): Platform {
  const { agenda, manifest, faults, enter } = parts;
  const pending = createPending();
  const crowd = createCrowd(parts.chance);
  const queue = createQueue({
    clock: agenda,
    consumers: manifest.consumers,
    pending,
    faults,
    isLong: () => true,
    deliver: ({ consumer: { functionKey, key }, event }) =>
      crowd.of(() => enter({ kind: "consumer", functionKey, moduleKey: key, given: [event, {}] })),
  });
  const { deliver } = eventsOf(parts, pending);
  const schedules = createSchedules({
    clock: agenda,
    schedules: manifest.schedules,
    pending,
    faults,
    run: ({ functionKey, key }) =>
      enter({ kind: "schedule", functionKey, moduleKey: key, given: [{ context: {} }, {}] }),
    onLost: () => undefined,
    // Of the runs that a leap of time passed over one is made up for, as after an outage.
    skip: ({ intervalMilliseconds }, at) => at <= agenda.now() - intervalMilliseconds,
  });

  return {
    queue,
    deliver,
    crowding: crowd.set,
    crowds: crowd.times,
    install: async () => {
      const eventType = "avi:forge:installed:app";
      const told = deliver({ eventType, body: { id: "app" }, selfGenerated: false });
      await during(agenda, told);
      schedules.start();
    },
  };
}

function eventsOf(
  { agenda, manifest, faults, enter, onTaken }: PlatformParts,
  pending: ReturnType<typeof createPending>,
) {
  return createEventDelivery({
    clock: agenda,
    triggers: manifest.triggers,
    pending,
    faults,
    onLost: () => undefined,
    run: async ({ trigger: { functionKey, key, eventType }, body }) => {
      const kind = eventType.startsWith("avi:forge:") ? "lifecycle" : "event";
      const result = await enter({ kind, functionKey, moduleKey: key, given: [body, {}] });
      if (result.ok && askedRetry(result) === undefined) onTaken(body);
      return result;
    },
  });
}

/** Whatever the app wishes about concurrency, a platform that delivers at least once may deliver thrice at once. */
function createCrowd(chance: Random) {
  let probability = 0;
  let times = 0;
  return {
    set: (next: number) => {
      probability = next;
    },
    times: () => times,
    of: async <T>(once: () => Promise<T>): Promise<T> => {
      if (!chance.chance(probability)) return once();
      times += 1;
      const [result] = await Promise.all([once(), once(), once()]);
      return result;
    },
  };
}
