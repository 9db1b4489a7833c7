const dayMilliseconds = 86_400_000;

/**
 * The beginning of an instant's day in UTC. Whom C15 withholds exact shares from is shown the past day by day only: by
 * asking for every minute they would learn when a hidden issue changed, which nobody learns who looks once a day.
 */
export const dayStart = (at: Date): Date =>
  new Date(Math.floor(at.getTime() / dayMilliseconds) * dayMilliseconds);
