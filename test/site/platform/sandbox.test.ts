import { startFixtureSite, type FixtureSite } from "./fixture/fixture-site";

jest.setTimeout(60_000);

let site: FixtureSite;
afterEach(() => site.stop());

const counts = async () => [await site.call("countMe"), await site.call("countMe")];

test("state of a module does not survive from one fresh process to the next", async () => {
  site = await startFixtureSite({ mode: "fresh" });
  const first = { value: { count: 1 } };
  expect([...(await counts()), ...(await counts())]).toMatchObject([first, first, first, first]);
});

test("state of a module survives in a warm process", async () => {
  site = await startFixtureSite({ mode: "warm" });
  expect(await counts()).toMatchObject([{ value: { count: 1 } }, { value: { count: 2 } }]);
});

test("a function that runs over its time is killed, and the next one runs", async () => {
  site = await startFixtureSite({ mode: "warm", limitMilliseconds: 1500 });
  const result = await site.call("sleep", { milliseconds: 60_000 });
  expect(result).toMatchObject({ ok: false, errorType: "FUNCTION_TIME_OUT" });
  expect(await site.call("whoAmI")).toMatchObject({ ok: true });
});

test("a process that ends by itself is reported, and the next one runs", async () => {
  site = await startFixtureSite({ mode: "warm" });
  const result = await site.call("crash");
  expect(result).toMatchObject({ ok: false, errorType: "FUNCTION_PLATFORM_UNKNOWN_ERROR" });
  expect(await site.call("whoAmI")).toMatchObject({ ok: true });
});

test("a function that takes more than 512 MB ends as out of memory", async () => {
  site = await startFixtureSite();
  expect(await site.call("exhaust")).toMatchObject({
    ok: false,
    errorType: "FUNCTION_OUT_OF_MEMORY",
  });
});
