import { type FormEvent, useState } from "react";
import type { SettingsFound } from "../../../src/contract/settings";
import { useFocusOnError } from "../../parts/use-focus-on-error";
import { DecidedMeanwhile } from "./decided-meanwhile";
import { DroppedResolutions } from "./dropped-resolutions";
import { errorsIn } from "./errors";
import { GoalMakers } from "./goal-makers";
import { ReadingShare } from "./reading-share";
import { SaveBar } from "./save-bar";
import { StoryPoints } from "./story-points";
import { TimeZone } from "./time-zone";
import { useSettingsEdit } from "./use-settings-edit";

type Props = { readonly found: SettingsFound };

/** All settings in one form with one Save; what is typed stays until it is saved or discarded. */
export function SettingsForm({ found }: Props) {
  const edit = useSettingsEdit(found);
  const { settings, set, conflict, problem } = edit;
  const [attempts, setAttempts] = useState(0);
  const form = useFocusOnError(attempts, problem);
  const errors = errorsIn(settings, problem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempts(attempts + 1);
    if (edit.dirty && Object.keys(errorsIn(settings, null)).length === 0) edit.save();
  };
  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      <StoryPoints
        fieldIds={settings.estimateFieldIds}
        estimation={found.estimation}
        error={errors.estimateFieldIds ?? null}
        onChange={(estimateFieldIds) => {
          set({ estimateFieldIds });
        }}
      />
      <DroppedResolutions
        dropped={settings.droppedResolutions}
        defaults={found.defaults.droppedResolutions}
        ofSite={found.resolutions}
        onChange={(droppedResolutions) => {
          set({ droppedResolutions });
        }}
      />
      <div className="settings-pair">
        <TimeZone
          zone={settings.timeZone}
          error={errors.timeZone ?? null}
          onChange={(timeZone) => {
            set({ timeZone });
          }}
        />
        <GoalMakers
          makers={settings.goalMakers}
          onChange={(goalMakers) => {
            set({ goalMakers });
          }}
        />
      </div>
      <ReadingShare
        share={settings.pointsShare}
        pointsAnHour={found.pointsAnHour}
        onChange={(pointsShare) => {
          set({ pointsShare });
        }}
      />
      {conflict === null ? null : <DecidedMeanwhile {...conflict} fields={fieldNames(found)} />}
      <SaveBar edit={edit} error={errors.form ?? null} />
    </form>
  );
}

const fieldNames = ({ estimation }: SettingsFound) =>
  new Map(estimation?.fields.map(({ id, name }) => [id, name]));
