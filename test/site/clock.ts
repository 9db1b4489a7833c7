/** The site's clock: every timer of the site (queue delays, schedules, event delays, replay of recorded changes) hangs on it. */
export type Clock = {
  /** Epoch milliseconds of the site's time. */
  readonly now: () => number;
  /** Runs `action` when the site's time reaches `at`; the returned function cancels it. */
  readonly at: (at: number, action: () => void | Promise<void>) => () => void;
  /** Moves the site's time forward, running every due timer in order; resolves when all of them have finished. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** Site milliseconds per real millisecond while the clock runs by itself; 0 stands still. */
  readonly setSpeed: (speed: number) => void;
  readonly speed: () => number;
  readonly stop: () => void;
};

type Timer = {
  readonly at: number;
  readonly order: number;
  readonly action: () => void | Promise<void>;
};

const tickMilliseconds = 20;

/** A clock that starts at `start` and runs at real speed; `speed: 0` makes it stand still until advanced. */
export function createClock(start: number, initialSpeed = 1): Clock {
  let base = start;
  let startedAt = Date.now();
  let speed = initialSpeed;
  let timers: readonly Timer[] = [];
  let order = 0;
  let advancing: Promise<void> = Promise.resolve();
  let frozenAt: number | undefined;

  const running = () => base + (Date.now() - startedAt) * speed;
  const now = () => Math.floor(frozenAt ?? running());
  const rebase = (to: number) => {
    base = to;
    startedAt = Date.now();
  };

  const runDue = async (until: number) => {
    for (;;) {
      const due = timers
        .filter((timer) => timer.at <= until)
        .sort((a, b) => a.at - b.at || a.order - b.order)[0];
      if (due === undefined) return;
      timers = timers.filter((timer) => timer !== due);
      frozenAt = Math.max(frozenAt ?? due.at, due.at);
      await due.action();
    }
  };

  const advance = (milliseconds: number) => {
    const advanced = advancing.then(async () => {
      const target = now() + milliseconds;
      frozenAt = now();
      try {
        await runDue(target);
      } finally {
        frozenAt = undefined;
      }
      rebase(Math.max(target, now()));
    });
    advancing = advanced.catch(() => undefined);
    return advanced;
  };

  const interval = setInterval(() => {
    if (speed === 0 || frozenAt !== undefined) return;
    const current = now();
    for (const timer of timers.filter((each) => each.at <= current)) {
      timers = timers.filter((each) => each !== timer);
      void timer.action();
    }
  }, tickMilliseconds);
  interval.unref();

  return {
    now,
    at: (at, action) => {
      const timer = { at, order: order++, action };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    advance,
    setSpeed: (next) => {
      rebase(now());
      speed = next;
    },
    speed: () => speed,
    stop: () => {
      clearInterval(interval);
    },
  };
}
