import type { SettingsFound } from "../../../src/contract/settings";
import type { SettingsView } from "../../../src/contract/requests";
import { Answered } from "../../parts/answered";
import type { Asked } from "../../parts/use-ask";
import { decisionsMeanwhile } from "./decisions";

type Props = {
  readonly theirs: Asked<SettingsFound>;
  /** What stood there when the person began, and what they changed. */
  readonly from: SettingsView;
  readonly changes: Partial<SettingsView>;
  readonly fields: ReadonlyMap<string, string>;
};

/** What another administrator decided meanwhile, and what becomes of each of it. */
export function DecidedMeanwhile({ theirs, ...mine }: Props) {
  return (
    <div className="notice notice-warning">
      <p role="alert">
        <b>Another administrator saved the settings while you were changing them.</b> What you
        changed is still here. Compare, then save it over theirs or discard it.
      </p>
      <Answered asked={theirs}>
        {({ settings, pointsAnHour }) => (
          <dl className="decisions">
            {decisionsMeanwhile({ ...mine, theirs: settings, pointsAnHour }).map(
              ({ label, text, replaced }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {text}
                    <span className="subtle">
                      {replaced ? " · yours would replace it" : " · taken over"}
                    </span>
                  </dd>
                </div>
              ),
            )}
          </dl>
        )}
      </Answered>
    </div>
  );
}
