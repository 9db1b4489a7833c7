import { call } from "../../../bridge";
import { Answered } from "../../../parts/answered";
import { instantText } from "../../../parts/format";
import { useAsk } from "../../../parts/use-ask";
import { settingsRefusals } from "../words";
import { needsAdministrator } from "../needs-administrator";
import { Section } from "../section";
import { HealthFacts } from "./health-facts";
import { HealthLine } from "./health-line";
import { ReadEverything } from "./read-everything";
import { Readings } from "./readings";
import { StoreWarning } from "./store-warning";
import { useEvery } from "./use-every";

const refreshSeconds = 30;

/** How the reading of Jira keeps up, as of half a minute ago at most. */
export function SyncHealth() {
  const health = useAsk(["getSyncHealth"], () => call("getSyncHealth", {}));
  useEvery(refreshSeconds, health.kind === "answered" ? health.retry : null);
  if (needsAdministrator(health)) return null;
  return (
    <Section title="Sync health">
      <Answered asked={health} refusals={settingsRefusals}>
        {(value) => (
          <>
            <HealthLine health={value} />
            <StoreWarning store={value.store} />
            <HealthFacts health={value} />
            <Readings readings={value.readings} />
            <p className="as-of">
              As of {instantText(value.now)} · refreshed every {refreshSeconds} s
            </p>
          </>
        )}
      </Answered>
      <ReadEverything />
    </Section>
  );
}
