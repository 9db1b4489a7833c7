import { defaultSettings } from "../../../src/domain/settings";
import { readInHours } from "./first-reading";
import { madeSite } from "./made-site";
import { openApp } from "./open-app";
import { plantGoals } from "./plant-goals";
import { wrongNumbers } from "./wrong-numbers";

it("ends where the children of a few epics take more points than an hour has", async () => {
  const site = madeSite({ issues: 2500, goals: 25 });
  const app = await openApp(site, "sqlite");
  try {
    await plantGoals(app.ports, site);
    const settings = { ...defaultSettings, pointsShare: 0.02 };
    await app.ports.store.decidedSettings.decide({ settings, version: 0 }, app.now());
    const { hours } = await readInHours(app, site);
    expect(hours).toBeGreaterThan(3);
    expect(hours).toBeLessThan(12);
    expect(await wrongNumbers(app, site)).toBe(0);
  } finally {
    await app.stop();
  }
}, 240_000);
