import type { Answer } from "../../contract/answer";
import type { SettingsFound } from "../../contract/settings";
import { defaultSettings, type Settings } from "../../domain/settings";
import type { ViewerPorts } from "../ports";
import { answered } from "../refusal";
import { pointsAnHour } from "../sync/points-ports";
import { refuseOthers } from "./administrator";

/** The site's settings with what there is to choose from. */
export async function getSettings(ports: ViewerPorts): Promise<Answer<SettingsFound>> {
  const refusal = await refuseOthers(ports);
  if (refusal !== null) return refusal;
  const { settings, version } = await ports.store.decidedSettings.decided();
  const estimation = await ports.jira.estimation();
  return answered({
    settings: viewOf(settings),
    defaults: viewOf(defaultSettings),
    version,
    estimation:
      estimation === null
        ? null
        : { ...estimation, fields: [...estimation.fields], boards: [...estimation.boards] },
    resolutions: [...(await ports.jira.resolutions())],
    pointsAnHour,
  });
}

const viewOf = ({ droppedResolutions, estimateFieldIds, ...rest }: Settings) => ({
  ...rest,
  droppedResolutions: [...droppedResolutions],
  estimateFieldIds: estimateFieldIds === null ? null : [...estimateFieldIds],
});
