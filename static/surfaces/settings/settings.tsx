import { call } from "../../bridge";
import { Answered } from "../../parts/answered";
import { needsAdministrator } from "./needs-administrator";
import { useAsk } from "../../parts/use-ask";
import { SyncHealth } from "./health/sync-health";
import { PersonalData } from "./personal-data";
import { SettingsForm } from "./settings-form";
import { settingsKey } from "./use-settings-edit";
import { formRefusals } from "./words";
import "./settings.css";

/** What an administrator decides for the site, and how the reading of Jira keeps up. */
export default function Settings() {
  const found = useAsk(settingsKey, () => call("getSettings", {}));
  const isClosed = needsAdministrator(found);
  return (
    <main className="surface page settings">
      <h1 className="page-title">Settings</h1>
      {isClosed ? null : <SyncHealth />}
      <Answered asked={found} lines={12} refusals={formRefusals}>
        {(value) => <SettingsForm found={value} />}
      </Answered>
      {isClosed || found.kind === "loading" ? null : <PersonalData />}
    </main>
  );
}
