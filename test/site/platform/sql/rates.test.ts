import { createRates } from "./rates";

test("150 queries a second are admitted, the next one a second later", () => {
  let now = 0;
  const rates = createRates(() => now);
  const admitted = Array.from({ length: 160 }, () => rates.admit("read")).filter(Boolean);
  expect(admitted).toHaveLength(150);
  now = 999;
  expect(rates.admit("write")).toBe(false);
  now = 1000;
  expect(rates.admit("write")).toBe(true);
});

test("25 definitions a minute are admitted, whatever the queries do", () => {
  let now = 0;
  const rates = createRates(() => now);
  const admitted = Array.from({ length: 30 }, () => rates.admit("definition")).filter(Boolean);
  expect(admitted).toHaveLength(25);
  expect(rates.admit("read")).toBe(true);
  now = 60_000;
  expect(rates.admit("definition")).toBe(true);
});

test("more than 62.5 s of engine time in a minute stop every query until it has passed", () => {
  let now = 0;
  const rates = createRates(() => now);
  rates.spend(62_500);
  expect(rates.admit("read")).toBe(false);
  now = 60_000;
  expect(rates.admit("read")).toBe(true);
});
