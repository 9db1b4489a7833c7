import type { SyncHealthView } from "../../../../src/contract/settings";
import { call } from "../../../bridge";
import { Answered } from "../../../parts/answered";
import { instantText } from "../../../parts/format";
import { type Asked, useAsk } from "../../../parts/use-ask";
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
/** While goals are being read one watches them go on. */
const readingSeconds = 5;

/** How the reading of Jira keeps up, as of half a minute ago at most. */
export function SyncHealth() {
  const health = useAsk(["getSyncHealth"], () => call("getSyncHealth", {}));
  const seconds = isReading(health) ? readingSeconds : refreshSeconds;
  const isFresh = health.kind === "answered" && health.staleFrom === null;
  // What could not be refreshed is asked for again in its own time.
  useEvery(seconds, isFresh ? health.retry : null);
  if (needsAdministrator(health)) return null;
  return (
    <Section title="Sync health">
      <Answered asked={health} lines={9} refusals={settingsRefusals}>
        {(value) => (
          <>
            <HealthLine health={value} />
            <StoreWarning store={value.store} />
            <HealthFacts health={value} />
            <Readings readings={value.readings} />
            <p className="as-of">
              As of {instantText(value.now)} · refreshed every {seconds} s
            </p>
            <ReadEverything />
          </>
        )}
      </Answered>
    </Section>
  );
}

const isReading = (health: Asked<SyncHealthView>) =>
  health.kind === "answered" &&
  health.value.points.pause === null &&
  health.value.readings.some(({ reading }) => reading.kind !== "broken");
