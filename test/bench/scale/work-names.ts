/** What is measured of every site. */
export const workNames = {
  import: "import",
  idleCheck: "five-minute check, nothing new",
  event: "one event",
  check: "five-minute check after it",
  firstView: "gadget, first of a minute",
  view: "gadget, again",
  events: "1,000 events",
  burst: "1,000 events taken in",
  burstCheck: "five-minute check after them",
  roll: "all goals rolled",
  night: "nightly verification",
  snapshot: "daily snapshot",
  reading: "one goal read again",
  storm: "10,000 events, a fifth twice, shuffled, one in twenty lost",
} as const;

export type WorkName = (typeof workNames)[keyof typeof workNames];
