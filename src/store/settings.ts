import * as z from "zod/mini";
import { defaultSettings, type Settings } from "../domain/settings";
import type { Database } from "./database";
import { json } from "./decoders";
import { siteSql } from "./sql/site-sql";

const settings: z.ZodMiniType<Settings> = z.object({
  timeZone: z.string(),
  droppedResolutions: z.array(z.string()),
});

/** What an administrator decided; the defaults before anybody did. */
export async function readSettings(database: Database): Promise<Settings> {
  const row = z.object({ v: json(settings) });
  const [decided] = await database.rows(siteSql.state, ["settings"], row);
  return decided?.v ?? defaultSettings;
}
