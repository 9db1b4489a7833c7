import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod/mini";

/** The attributes of `<html>` that select the themes, as Jira sets them for `view.theme.enable()`. */
export const themeNames =
  "dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography";

export type ColorMode = "light" | "dark";

const themes = ["light", "dark", "motion", "shape", "spacing", "typography"];
const theme = z.object({ default: z.string() });

/**
 * The design tokens of both modes as one style sheet; the mode is chosen by `data-color-mode`. The themes are read as
 * files, because the package's own `getThemeStyles` asks a feature gate and warns on the console when there is none.
 */
export function tokenCss(root: string): string {
  const load = createRequire(join(root, "package.json"));
  const folder = "@atlaskit/tokens/dist/cjs/artifacts/themes";
  return themes
    .map((name) => theme.parse(load(`${folder}/atlassian-${name}.js`)).default)
    .join("\n");
}
