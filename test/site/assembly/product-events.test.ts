import type { ProductEvent } from "../boundary";
import { createClock } from "../clock";
import { carryProductEvents } from "./product-events";

const start = Date.UTC(2024, 4 /* May */, 6, 8);
const event = (eventType: string): ProductEvent => ({
  eventType,
  body: {},
  selfGenerated: false,
});

/** Jira and platform by hand: `raise` is Jira's change, `delivered` what reached the platform and when. */
function stage(delay: (n: number) => number) {
  const clock = createClock(start, 0);
  const delivered: string[] = [];
  let raise: (event: ProductEvent) => void = () => undefined;
  const events = carryProductEvents({
    clock,
    delay,
    jira: {
      onEvent: (listener) => {
        raise = listener;
      },
    },
    platform: {
      deliver: async ({ eventType }) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        delivered.push(`${eventType} at ${String((clock.now() - start) / 1000)}`);
      },
      settled: () => Promise.resolve(),
    },
  });
  return {
    clock,
    delivered,
    events,
    raise: (type: string) => {
      raise(event(type));
    },
  };
}

test("without a delay an event is delivered at once, even where the clock stands still", async () => {
  const { raise, events, delivered } = stage(() => 0);
  raise("changed");
  await events.settled();
  expect(delivered).toEqual(["changed at 0"]);
});

test("the clock does not pass an event that has not taken its effect", async () => {
  const { clock, raise, delivered } = stage(() => 0);
  clock.at(start + 1000, () => {
    raise("first");
  });
  clock.at(start + 2000, () => {
    raise("second");
  });
  await clock.advance(5000);
  expect(delivered).toEqual(["first at 1", "second at 2"]);
});

test("delayed events come in the order of their delays", async () => {
  const { clock, raise, delivered } = stage((n) => (n === 0 ? 900 : 100));
  raise("first");
  raise("second");
  await clock.advance(1000);
  expect(delivered).toEqual(["second at 0.1", "first at 0.9"]);
});
