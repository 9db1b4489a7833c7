import { z } from "zod/mini";
import { startFixtureSite, type FixtureSite } from "./fixture/fixture-site";
import { livelyTime } from "./lively-time";
import { createJiraLimits } from "./rate-limits/jira-limits";
import { describeEachWay } from "../each-way";

jest.setTimeout(60_000);

const answers = z.object({ answers: z.array(z.record(z.string(), z.unknown())) });
let site: FixtureSite;
describeEachWay("Jira behind the platform", (way) => {
  afterEach(() => site.stop());

  async function startWith(pointsPerHour: number) {
    const limits = createJiraLimits({ pace: () => performance.now(), pointsPerHour });
    site = await startFixtureSite({ ...way, limits });
  }

  async function ask(times: number) {
    const result = await site.call("ask", { times });
    return answers.parse(result.ok ? result.value : result).answers;
  }

  test("an answer says what is left of the hour's points, and the log what it cost", async () => {
    await startWith(1000);
    expect(await ask(2)).toMatchObject([{ remaining: "997" }, { remaining: "994" }]);
    const asked = site.platform.calls.all().filter(({ service }) => service === "jira");
    expect(asked.map(({ points }) => points)).toEqual([3, 3]);
  });

  test("without points Jira does not hear of a call, until the next full hour", async () => {
    await startWith(5);
    expect((await ask(3)).map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(site.heard).toHaveLength(2);
    const refused = site.platform.calls.all().findLast(({ service }) => service === "jira");
    expect(refused).toMatchObject({ status: 429, fault: "rate-limit quota" });
    await site.clock.advance(60 * 60_000);
    expect(await ask(1)).toMatchObject([{ status: 200 }]);
  });

  test("a lively time goes with whichever clock goes faster", async () => {
    await startWith(1000);
    let real = 0;
    const time = livelyTime(site.clock, () => real);
    real = 40;
    expect(time()).toBe(40);
    await site.clock.advance(1000);
    expect(time()).toBe(1040);
  });
});
