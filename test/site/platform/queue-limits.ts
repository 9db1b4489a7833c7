/** Forge's limits on pushing: 500 events a minute, and 1,000 pushes that one invocation sets off in a chain. */
export type QueueLimits = {
  readonly refused: (push: {
    readonly originId: string;
    readonly events: number;
  }) => "rate-limit" | "cyclic" | undefined;
};

const eventsPerMinute = 500;
const pushesPerOrigin = 1000;
const minute = 60_000;

/** `pace` in milliseconds of a time that does not stand still. */
export function createQueueLimits(pace: () => number): QueueLimits {
  const pushes = new Map<string, number>();
  let recent: readonly { readonly at: number; readonly events: number }[] = [];
  return {
    refused: ({ originId, events }) => {
      const before = pushes.get(originId) ?? 0;
      if (before >= pushesPerOrigin) return "cyclic";
      const now = pace();
      recent = recent.filter(({ at }) => at > now - minute);
      const sent = recent.reduce((sum, each) => sum + each.events, 0);
      if (sent + events > eventsPerMinute) return "rate-limit";
      recent = [...recent, { at: now, events }];
      pushes.set(originId, before + 1);
      return undefined;
    },
  };
}
