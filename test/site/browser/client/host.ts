import { showDashboard } from "./dashboard";
import { showIssue } from "./issue";
import { mountFrame, surfaceIn } from "./mount";
import { followHistory } from "./page-history";
import { followThemeSwitch } from "./theme";
import { showTopBar } from "./top-bar";

/** The script of every page of the site. */
showTopBar();
followThemeSwitch();
followHistory();
showDashboard();
showIssue();
mountPlainFrames();

/** Frames that need nothing of their place; a frame in a closed panel waits until the panel is opened. */
function mountPlainFrames(): void {
  for (const place of document.querySelectorAll<HTMLElement>(".frame[data-surface]")) {
    const panel = place.closest("details");
    const mount = () => {
      if (place.childElementCount > 0 || (panel !== null && !panel.open)) return;
      show(place);
    };
    mount();
    panel?.addEventListener("toggle", mount);
  }
}

function show(place: HTMLElement): void {
  const frame = mountFrame(place, surfaceIn(place.dataset["surface"]), {
    refresh: () => {
      frame.remove();
      show(place);
    },
  });
}
