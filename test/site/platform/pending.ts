/** Counts work that is under way, so that somebody can wait until there is none. */
export type Pending = {
  /** Counts the work of this name from now until it ends, whether well or badly. */
  readonly during: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Counts from now until the returned function is called. */
  readonly begin: (name: string) => () => void;
  /** Resolves when nothing is under way; rejects with the names of what does not end. */
  readonly idle: () => Promise<void>;
};

/** Longer than any function of an app may run. */
const usualPatienceMilliseconds = 20 * 60 * 1000;

/** Waiting gives up when nothing has begun or ended for so many real milliseconds. */
export function createPending(patienceMilliseconds = usualPatienceMilliseconds): Pending {
  const underWay = new Map<symbol, string>();
  let waiting: (() => void)[] = [];
  let lastNews = performance.now();

  const begin = (name: string) => {
    const work = Symbol(name);
    underWay.set(work, name);
    lastNews = performance.now();
    return () => {
      if (!underWay.delete(work)) return;
      lastNews = performance.now();
      if (underWay.size > 0) return;
      const released = waiting;
      waiting = [];
      for (const release of released) release();
    };
  };
  const released = () =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (performance.now() - lastNews >= patienceMilliseconds) {
          reject(new Error(`The site does not settle: ${[...underWay.values()].join(", ")}`));
        } else timer = setTimeout(look, patienceMilliseconds);
      };
      let timer = setTimeout(look, patienceMilliseconds);
      waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });

  return {
    begin,
    during: async (name, work) => {
      const end = begin(name);
      try {
        return await work();
      } finally {
        end();
      }
    },
    idle: async () => {
      while (underWay.size > 0) await released();
    },
  };
}
