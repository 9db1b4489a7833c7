/** A limit on deliveries at the same time, shared by all events that name the same key. */
export type Concurrency = { readonly key: string; readonly limit: number };

export type Gates = {
  /** Runs the work when its key has room; without a key at once. */
  readonly through: <T>(concurrency: Concurrency | undefined, work: () => Promise<T>) => Promise<T>;
};

export function createGates(): Gates {
  const running = new Map<string, number>();
  const waiting = new Map<string, (() => void)[]>();

  const enter = async ({ key, limit }: Concurrency) => {
    while ((running.get(key) ?? 0) >= limit) {
      await new Promise<void>((resolve) => {
        waiting.set(key, [...(waiting.get(key) ?? []), resolve]);
      });
    }
    running.set(key, (running.get(key) ?? 0) + 1);
  };
  const leave = ({ key }: Concurrency) => {
    running.set(key, (running.get(key) ?? 1) - 1);
    const [next, ...rest] = waiting.get(key) ?? [];
    waiting.set(key, rest);
    next?.();
  };

  return {
    through: async (concurrency, work) => {
      if (concurrency === undefined) return work();
      await enter(concurrency);
      try {
        return await work();
      } finally {
        leave(concurrency);
      }
    },
  };
}
