import { createQueueLimits } from "./queue-limits";

test("500 events a minute are taken, whoever pushes them", () => {
  let now = 0;
  const limits = createQueueLimits(() => now);
  for (let time = 0; time < 10; time += 1) {
    expect(limits.refused({ originId: String(time), events: 50 })).toBeUndefined();
  }
  expect(limits.refused({ originId: "late", events: 1 })).toBe("rate-limit");
  now = 60_000;
  expect(limits.refused({ originId: "late", events: 50 })).toBeUndefined();
});

test("the chain that one invocation sets off ends after 1,000 pushes, another goes on", () => {
  let now = 0;
  const limits = createQueueLimits(() => (now += 1000));
  const push = (originId: string) => limits.refused({ originId, events: 1 });
  const taken = Array.from({ length: 1001 }, () => push("first"));
  expect(taken.filter((each) => each === undefined)).toHaveLength(1000);
  expect(taken.at(-1)).toBe("cyclic");
  expect(push("second")).toBeUndefined();
});
