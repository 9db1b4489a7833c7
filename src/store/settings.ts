import * as z from "zod/mini";
import { defaultSettings, type Settings } from "../domain/settings";
import type { DecidedSettings } from "../use-cases/settings/settings-ports";
import type { Database } from "./database";
import { int, json } from "./decoders";
import { siteSql } from "./sql/site-sql";
import { stateSql } from "./sql/state-sql";
import { instantValue } from "./values";

/** The state under which the settings are kept. */
export const settingsKey = "settings";

/** The settings as they are kept. */
const settings: z.ZodMiniType<Settings> = z.object({
  timeZone: z.string(),
  droppedResolutions: z.array(z.string()),
  estimateFieldIds: z.nullable(z.array(z.string())),
  pointsShare: z.number(),
  goalMakers: z.enum(["everyone", "administrators"]),
});

const decidedRow = z.object({ v: json(settings), version: int });

/** The settings among the states that one statement brought along. */
export function settingsAmong(
  states: readonly { readonly k: string; readonly v: string }[],
): Settings {
  const decided = states.find(({ k }) => k === settingsKey);
  return decided === undefined ? defaultSettings : z.parse(json(settings), decided.v);
}

/** What an administrator decided; the defaults, as version 0, before anybody did. */
export async function readSettings(database: Database): Promise<DecidedSettings> {
  const [decided] = await database.rows(stateSql.read, [settingsKey], decidedRow);
  return decided === undefined
    ? { settings: defaultSettings, version: 0 }
    : { settings: decided.v, version: decided.version };
}

/** Writes the settings if nobody else did since this version; whether they are what is stored now. */
export async function writeSettings(
  database: Database,
  { settings: decided, version }: DecidedSettings,
  at: Date,
): Promise<boolean> {
  // Read by the schema, so that equal settings have one text.
  const text = JSON.stringify(z.parse(settings, decided));
  if (version === 0)
    await database.write(siteSql.beginState, [settingsKey, text, instantValue(at)]);
  else await database.write(siteSql.changeState, [text, instantValue(at), settingsKey, version]);
  const after = await readSettings(database);
  return after.version === version + 1 && JSON.stringify(after.settings) === text;
}
