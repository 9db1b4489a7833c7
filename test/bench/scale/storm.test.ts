import { defaultSettings } from "../../../src/domain/settings";
import { readInHours } from "./first-reading";
import { madeSite } from "./made-site";
import { openApp } from "./open-app";
import { plantGoals } from "./plant-goals";
import { storm } from "./storm";
import { wrongNumbers } from "./wrong-numbers";

it("comes right after a storm whose changes take the points of several hours", async () => {
  const site = madeSite({ issues: 2500, goals: 25 });
  const app = await openApp(site, "sqlite");
  try {
    await plantGoals(app.ports, site);
    await readInHours(app, site);
    // Fewer points an hour than one search of all that changed takes.
    const settings = { ...defaultSettings, pointsShare: 0.025 };
    await app.ports.store.decidedSettings.decide({ settings, version: 0 }, app.now());
    const minutes = await storm(app, site, 32);
    expect(minutes).toBeGreaterThan(60);
    expect(await wrongNumbers(app, site)).toBe(0);
  } finally {
    await app.stop();
  }
}, 240_000);
