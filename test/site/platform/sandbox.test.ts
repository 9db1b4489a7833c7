import { describeEachWay } from "../each-way";
import { startFixtureSite, type FixtureSite } from "./fixture/fixture-site";

jest.setTimeout(60_000);

let site: FixtureSite;
afterEach(() => site.stop());

describeEachWay("a process of the app", (way) => {
  test("module state survives in a warm process, and never from one fresh process to the next", async () => {
    site = await startFixtureSite(way);
    const counts = [await site.call("countMe"), await site.call("countMe")];
    const second = way.mode === "warm" ? 2 : 1;
    expect(counts).toMatchObject([{ value: { count: 1 } }, { value: { count: second } }]);
  });

  test("a function that runs over its time is killed, and the next one runs", async () => {
    site = await startFixtureSite({ ...way, limitMilliseconds: 1500 });
    const result = await site.call("sleep", { milliseconds: 60_000 });
    expect(result).toMatchObject({ ok: false, errorType: "FUNCTION_TIME_OUT" });
    expect(await site.call("whoAmI")).toMatchObject({ ok: true });
  });

  test("a process that ends by itself is reported, and the next one runs", async () => {
    site = await startFixtureSite(way);
    const result = await site.call("crash");
    expect(result).toMatchObject({ ok: false, errorType: "FUNCTION_PLATFORM_UNKNOWN_ERROR" });
    expect(await site.call("whoAmI")).toMatchObject({ ok: true });
  });

  test("a function that takes more than 512 MB ends as out of memory", async () => {
    site = await startFixtureSite(way);
    expect(await site.call("exhaust")).toMatchObject({
      ok: false,
      errorType: "FUNCTION_OUT_OF_MEMORY",
    });
  });
});
