import type { SettingsFound, SyncHealthView } from "../../../src/contract/settings";
import type { SettingsView } from "../../../src/contract/requests";

export const teamField = { id: "customfield_10016", name: "Story point estimate", found: true };
export const pointsField = { id: "customfield_10028", name: "Story Points", found: true };
const riskField = { id: "customfield_10050", name: "Risk", found: false };

const boardOf = (boardName: string, fieldId: string | null) => ({
  boardName,
  projectKey: "PAY",
  fieldId,
});

export function settingsOf(change: Partial<SettingsView> = {}): SettingsView {
  return {
    timeZone: "UTC",
    droppedResolutions: ["Won't Do", "Duplicate"],
    estimateFieldIds: null,
    pointsShare: 0.25,
    goalMakers: "everyone",
    ...change,
  };
}

export function settingsFound(change: Partial<SettingsFound> = {}): SettingsFound {
  return {
    settings: settingsOf(),
    defaults: settingsOf(),
    version: 3,
    estimation: {
      fields: [teamField, pointsField, riskField],
      boards: [
        boardOf("Checkout", pointsField.id),
        boardOf("Billing", pointsField.id),
        boardOf("Search", pointsField.id),
        boardOf("Platform", teamField.id),
        boardOf("Support", null),
      ],
      more: false,
    },
    resolutions: ["Done", "Won't Do", "Duplicate", "Rejected"],
    pointsAnHour: 65_000,
    ...change,
  };
}

const now = "2026-11-20T09:40:30.000Z";

/** Nothing waits, everything is well. */
export function healthOf(change: Partial<SyncHealthView> = {}): SyncHealthView {
  return {
    now,
    lastEventAt: "2026-11-20T09:40:18.000Z",
    lastReconciledAt: "2026-11-20T09:36:30.000Z",
    waitingIssues: 0,
    waitingSince: null,
    waitingGoals: 0,
    goalsWaitingSince: null,
    points: {
      background: 1240,
      budget: 16_250,
      people: 37,
      hourEndsAt: "2026-11-20T10:00:00.000Z",
      pause: null,
    },
    verification: { at: "2026-11-20T00:12:00.000Z", goals: 42, repaired: 0, complete: true },
    store: { bytes: 88_080_384, limit: 1_073_741_824, nearlyFull: false },
    readings: [],
    ...change,
  };
}
