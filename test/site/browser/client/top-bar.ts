import { ask } from "./ask";

const dayMilliseconds = 86_400_000;
const clockReadMilliseconds = 5000;

/** User switch, clock and menus of the bar at the top. */
export function showTopBar(): void {
  const users = document.querySelector<HTMLSelectElement>("#user-switch");
  users?.addEventListener("change", () => users.form?.requestSubmit());

  const advance = document.querySelector<HTMLButtonElement>("#clock-advance");
  advance?.addEventListener("click", () => {
    advance.disabled = true;
    void ask("/__control/advance", { milliseconds: dayMilliseconds }).then(() => {
      globalThis.location.reload();
    });
  });
  setInterval(() => void showClock(), clockReadMilliseconds);
  closeMenusOnLeaving();
}

async function showClock(): Promise<void> {
  const clock = document.querySelector<HTMLTimeElement>("#clock");
  if (clock === null || document.hidden) return;
  const response = await fetch("/__site/clock").catch(() => undefined);
  if (response?.ok === true) clock.textContent = await response.text();
}

/** A menu made of `<details class="menu">` closes when the person clicks or tabs elsewhere, or presses Escape. */
function closeMenusOnLeaving(): void {
  const closeOthers = (inside: EventTarget | null) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
      if (!(inside instanceof Node) || !menu.contains(inside)) menu.open = false;
    }
  };
  document.addEventListener("pointerdown", (event) => {
    closeOthers(event.target);
  });
  document.addEventListener("focusin", (event) => {
    closeOthers(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector<HTMLDetailsElement>("details.menu[open]");
    if (menu === null) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
