import { createFaults } from "./faults";
import { letSearchLag } from "./search-lag";

const lag = (milliseconds: number) =>
  ({ on: "index", fault: { kind: "lag", milliseconds } }) as const;

test("search trails by the longest declared lag, from the start and until it is cleared", () => {
  const set: number[] = [];
  const faults = createFaults([lag(1000)]);
  letSearchLag(faults, { setSearchLag: (milliseconds) => set.push(milliseconds) });
  faults.set([lag(2000), lag(3000)]);
  faults.clear();
  expect(set).toEqual([1000, 3000, 0]);
});

test("the usual lag stays where no declared one is longer, and can be set anew", () => {
  const set: number[] = [];
  const faults = createFaults();
  const searchLag = letSearchLag(
    faults,
    { setSearchLag: (milliseconds) => set.push(milliseconds) },
    500,
  );
  faults.set([lag(200)]);
  faults.set([lag(2000)]);
  searchLag.set(3000);
  faults.clear();
  searchLag.set(0);
  expect(set).toEqual([500, 500, 2000, 3000, 3000, 0]);
});

test("a Jira whose search is never late refuses such a fault loudly", () => {
  const faults = createFaults();
  letSearchLag(faults, {});
  expect(() => {
    faults.set([lag(1000)]);
  }).toThrow("never late");
});
