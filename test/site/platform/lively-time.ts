import type { Clock } from "../clock";

/**
 * Milliseconds of a time that passes as fast as the faster of the site's clock and the real one. Limits by the second
 * are counted by it: the site's clock may stand still while the app works, or leap a day in a moment.
 */
export function livelyTime(clock: Clock, real: () => number = () => performance.now()) {
  let passed = 0;
  let last = { site: clock.now(), real: real() };
  return (): number => {
    const current = { site: clock.now(), real: real() };
    passed += Math.max(0, current.site - last.site, current.real - last.real);
    last = current;
    return passed;
  };
}
