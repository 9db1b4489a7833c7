import { allFrames } from "./frame";
import { ask } from "./ask";

let css: Promise<string> | undefined;

/** What a frame gets that calls `view.theme.enable()`. */
export async function themeForFrames() {
  css ??= fetch("/__site/tokens.css").then((response) => response.text());
  return { attributes: attributes(), css: await css };
}

/** The light and dark switch of the page: this page and every themed frame change at once. */
export function followThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>("#theme-switch");
  button?.addEventListener("click", () => {
    const root = document.documentElement;
    const next = root.dataset["colorMode"] === "dark" ? "light" : "dark";
    root.dataset["colorMode"] = next;
    button.setAttribute("aria-pressed", String(next === "dark"));
    for (const frame of allFrames()) frame.post({ kind: "theme", attributes: attributes() });
    void ask("/__site/color-mode", { colorMode: next });
  });
}

function attributes(): Record<string, string> {
  const { colorMode, theme } = document.documentElement.dataset;
  return { "data-color-mode": colorMode ?? "light", "data-theme": theme ?? "" };
}
