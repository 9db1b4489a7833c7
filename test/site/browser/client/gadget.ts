import { tellFrames } from "./events";
import type { Frame } from "./frame";
import { isRecord } from "./messages";
import { mountFrame, surfaceIn } from "./mount";
import { editWidget } from "./widget-edit";

export type Change = (body: object) => Promise<unknown>;

const minuteMilliseconds = 60_000;

/** One gadget or widget of a dashboard: shown, or in its edit mode, with the menu of its title bar. */
export function showGadget(card: HTMLElement, change: Change): void {
  const place = card.querySelector(".gadget-body");
  if (place === null) return;
  const id = card.dataset["gadget"] ?? "";
  const { view, edit, clear } = modesOf(card, place, (configuration) =>
    change({ action: "configure", gadget: id, configuration }),
  );
  const refresh = () => {
    tellFrames("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "gadget", gadgetId: id });
  };
  const remove = () => {
    clear();
    card.remove();
    void change({ action: "remove", gadget: id });
  };
  const act = (action: string) => {
    if (action === "configure") edit();
    else if (action === "refresh") refresh();
    else if (action === "remove") remove();
    else {
      void change({ action: "move", gadget: id, direction: action }).then(() => {
        globalThis.location.reload();
      });
    }
  };
  for (const button of card.querySelectorAll<HTMLButtonElement>("[data-action]")) {
    button.addEventListener("click", () => {
      button.closest("details")?.removeAttribute("open");
      act(button.dataset["action"] ?? "");
    });
  }
  refreshEvery(card, refresh);
  if (card.dataset["mode"] === "edit") edit();
  else view();
}

/** The two modes of a gadget. What edit mode saves is what view mode shows next. */
function modesOf(
  card: HTMLElement,
  place: Element,
  save: (configuration: unknown) => Promise<unknown>,
) {
  const isWidget = card.dataset["kind"] === "widget";
  let current: Frame | undefined;
  const clear = () => {
    current?.remove();
    place.replaceChildren();
  };
  const configure = (configuration: unknown) => {
    const surface = surfaceIn(card.dataset["surface"]);
    const name = isWidget ? "config" : "gadgetConfiguration";
    const extension = { ...surface.extension, [name]: configuration };
    card.dataset["surface"] = JSON.stringify({ ...surface, extension });
  };
  const view = () => {
    clear();
    card.dataset["mode"] = "view";
    const hooks = { refresh: view, ...(isWidget && { setPreviewConfig: configure }) };
    current = mountFrame(place, surfaceIn(card.dataset["surface"]), hooks);
  };
  const done = (configuration: unknown) => {
    configure(configuration);
    // The answer to the frame leaves before the frame does.
    setTimeout(view);
  };
  const submit = async (configuration: unknown) => {
    await save(configuration);
    done(configuration);
    return true;
  };
  const edit = () => {
    clear();
    card.dataset["mode"] = "edit";
    const { extension } = surfaceIn(card.dataset["surface"]);
    const surface = {
      ...surfaceIn(card.dataset["editSurface"]),
      extension: {
        ...extension,
        ...(isWidget && { placement: "WIDGET_EDIT" }),
        entryPoint: "edit",
      },
    };
    current = isWidget
      ? editWidget(place, surface, { save, done, cancel: view })
      : mountFrame(place, surface, { submit, close: view });
  };
  return { view, edit, clear };
}

/** `refresh` of a saved gadget configuration: the platform refreshes the gadget every so many minutes. */
function refreshEvery(card: HTMLElement, refresh: () => void): void {
  const { extension } = surfaceIn(card.dataset["surface"]);
  const configuration = extension["gadgetConfiguration"];
  const minutes = isRecord(configuration) ? Number(configuration["refresh"]) : 0;
  if (minutes > 0) setInterval(refresh, minutes * minuteMilliseconds);
}
