import type { StatementKind } from "./policy";

/** Forge SQL's limits for one installation, measured in real time because the engine's work is real. */
export type Rates = {
  /** False when the statement comes too soon: 429. */
  readonly admit: (kind: StatementKind) => boolean;
  /** Counts the time that a statement took in the engine. */
  readonly spend: (milliseconds: number) => void;
};

const second = 1000;
const minute = 60 * second;
const queriesPerSecond = 150;
const definitionsPerMinute = 25;
const engineMillisecondsPerMinute = 62_500;

type Moment = { readonly at: number; readonly amount: number };

export function createRates(now: () => number = () => performance.now()): Rates {
  let queries: readonly Moment[] = [];
  let definitions: readonly Moment[] = [];
  let work: readonly Moment[] = [];
  const within = (moments: readonly Moment[], span: number) =>
    moments.filter(({ at }) => at > now() - span);
  const total = (moments: readonly Moment[]) =>
    moments.reduce((sum, { amount }) => sum + amount, 0);

  return {
    admit: (kind) => {
      queries = within(queries, second);
      definitions = within(definitions, minute);
      work = within(work, minute);
      if (total(work) >= engineMillisecondsPerMinute) return false;
      const one = { at: now(), amount: 1 };
      if (kind === "definition") {
        if (definitions.length >= definitionsPerMinute) return false;
        definitions = [...definitions, one];
        return true;
      }
      if (queries.length >= queriesPerSecond) return false;
      queries = [...queries, one];
      return true;
    },
    spend: (milliseconds) => {
      work = [...work, { at: now(), amount: milliseconds }];
    },
  };
}

/** No limit at all, for tests that go faster than any person. */
export const unlimited: Rates = { admit: () => true, spend: () => undefined };
