import { ask } from "./ask";
import { tellFrames } from "./events";
import { showGadget } from "./gadget";

/** The dashboard page: its catalogue, its columns and its gadgets. */
export function showDashboard(): void {
  const page = document.querySelector<HTMLElement>("#dashboard");
  const id = page?.dataset["dashboard"];
  if (page === null || id === undefined) return;
  const change = async (body: object) => ask(`/__site/dashboards/${id}`, body);
  const catalogue = document.querySelector<HTMLDialogElement>("#catalogue");

  for (const button of document.querySelectorAll("[data-open-catalogue]")) {
    button.addEventListener("click", () => catalogue?.showModal());
  }
  document.querySelector("#catalogue-close")?.addEventListener("click", () => catalogue?.close());
  for (const button of document.querySelectorAll<HTMLElement>("[data-add-module]")) {
    button.addEventListener("click", () => {
      const moduleKey = button.dataset["addModule"];
      void change({ action: "add", moduleKey }).then(reload);
    });
  }
  const columns = document.querySelector<HTMLSelectElement>("#dashboard-columns");
  columns?.addEventListener("change", () => {
    void change({ action: "columns", columns: Number(columns.value) }).then(reload);
  });
  document.querySelector("#dashboard-refresh")?.addEventListener("click", () => {
    tellFrames("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "dashboard" });
  });
  for (const card of document.querySelectorAll<HTMLElement>("[data-gadget]")) {
    showGadget(card, change);
  }
}

function reload(): void {
  globalThis.location.reload();
}
