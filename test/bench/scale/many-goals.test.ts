import { mostImportRequests } from "./cost-goals";
import { readInHours } from "./first-reading";
import { madeSite } from "./made-site";
import { openApp } from "./open-app";
import { plantGoals } from "./plant-goals";

it("asks Jira as often as the issues of all goals need, however many goals bring none", async () => {
  const site = madeSite({ issues: 600, goals: 2400 });
  const app = await openApp(site, "sqlite");
  try {
    await plantGoals(app.ports, site);
    app.jira.asked();
    await readInHours(app, site);
    const most = mostImportRequests({ issues: site.issues.size, links: site.links.length });
    expect(app.jira.asked().requests).toBeLessThanOrEqual(most);
  } finally {
    await app.stop();
  }
}, 240_000);
