/** The points that an app may spend in an hour. They come back at each full hour of UTC and are not carried over. */
export type Quota = {
  readonly size: number;
  /** Seconds until points come back; 0 while there are some. */
  readonly wait: (now: number) => number;
  readonly spend: (now: number, points: number) => void;
  readonly left: (now: number) => number;
};

const hour = 60 * 60 * 1000;

/** Atlassian's Tier 1: 65,000 points for the whole app. A wall: the call that passes it is the last one. */
export const pointsPerHour = 65_000;

export function createQuota(size = pointsPerHour): Quota {
  let current = 0;
  let spent = 0;
  const turn = (now: number) => {
    const started = Math.floor(now / hour) * hour;
    if (started > current) spent = 0;
    current = Math.max(current, started);
  };
  const left = (now: number) => {
    turn(now);
    return Math.max(0, size - spent);
  };
  return {
    size,
    left,
    wait: (now) => (left(now) > 0 ? 0 : Math.max(1, Math.ceil((current + hour - now) / 1000))),
    spend: (now, points) => {
      turn(now);
      spent += points;
    },
  };
}
