import { tenIssueData } from "../../handlers/ten-issue-data";
import { describeEachWay } from "../each-way";
import { createSite, type Site } from "../site";
import { session } from "./session";

jest.setTimeout(180_000);

let first: readonly string[] | undefined;

describeEachWay("a morning with the app", (way) => {
  let site: Site;
  beforeAll(async () => {
    site = await createSite({ data: tenIssueData(), schedules: false, ...way });
  });
  afterAll(() => site.stop());

  test("everybody is told what everybody is told on every other way", async () => {
    const told = await session(site);
    first ??= told;
    expect(told).toEqual(first);
    expect(told.filter((each) => each.includes('"unavailable"'))).toEqual([]);
  });

  test("nothing was asked that the site does not model, and no answer broke Atlassian's document", () => {
    expect(site.jira.faults).toEqual([]);
    const unmodelled = site.calls.all().filter(({ service }) => service === "unmodelled");
    expect(unmodelled).toEqual([]);
  });

  test("no function of the app failed", () => {
    const failed = site.calls
      .all()
      .filter((call) => call.service === "invoke" && call.status !== 200);
    expect(failed).toEqual([]);
  });
});
