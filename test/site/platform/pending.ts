/** Counts work that is under way, so that somebody can wait until there is none. */
export type Pending = {
  /** Counts the work from now until it ends, whether well or badly. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  /** Counts from now until the returned function is called. */
  readonly begin: () => () => void;
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>;
};

export function createPending(): Pending {
  let count = 0;
  let waiting: (() => void)[] = [];

  const begin = () => {
    count += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      count -= 1;
      if (count > 0) return;
      const released = waiting;
      waiting = [];
      for (const release of released) release();
    };
  };

  return {
    begin,
    during: async (work) => {
      const end = begin();
      try {
        return await work();
      } finally {
        end();
      }
    },
    idle: async () => {
      while (count > 0) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
    },
  };
}
