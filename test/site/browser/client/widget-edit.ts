import type { Frame, Surface } from "./frame";
import { isRecord, problemOf } from "./messages";
import { mountFrame } from "./mount";
import { showFlag } from "./flags";

type Place = {
  readonly save: (configuration: unknown) => Promise<unknown>;
  readonly done: (configuration: unknown) => void;
  readonly cancel: () => void;
};

/**
 * The edit mode of a widget: the page owns the Save button. Saving asks the app's `onProductSave` for the
 * configuration to keep; without one, or when it gives nothing, nothing is kept. `onSave` hears of it afterwards.
 */
export function editWidget(place: Element, surface: Surface, host: Place): Frame {
  const handlers = new Map<string, unknown>();
  let draft: unknown = surface.extension["config"] ?? {};
  const frame = mountFrame(place, surface, {
    widgetEdit: (command, value) => {
      if (command === "updateConfig") draft = value;
      else handlers.set(command, value);
    },
  });
  const call = (name: string, ...args: unknown[]): unknown => {
    const handler = handlers.get(name);
    return typeof handler === "function" ? Reflect.apply(handler, undefined, args) : undefined;
  };
  const save = async () => {
    const kept = await call("onProductSave", draft);
    if (!isRecord(kept)) {
      host.cancel();
      return;
    }
    await host.save(kept);
    await call("onSave", kept, widgetIdOf(surface));
    host.done(kept);
  };
  const saveButton = buttonOf("Save", "primary", () => {
    saveButton.disabled = true;
    void save().catch((error: unknown) => {
      saveButton.disabled = false;
      refused(error);
      void call("onSaveError", error);
    });
  });
  const bar = document.createElement("div");
  bar.className = "widget-edit-bar";
  bar.append(buttonOf("Cancel", "subtle", host.cancel), saveButton);
  place.append(bar);
  return frame;
}

function widgetIdOf(surface: Surface): unknown {
  const context = surface.extension["context"];
  return isRecord(context) ? context["widgetId"] : undefined;
}

function refused(error: unknown): void {
  const { message } = problemOf(error);
  showFlag({
    id: "widget",
    type: "error",
    title: "The widget was not saved",
    description: message,
  });
}

function buttonOf(text: string, className: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `button ${className}`;
  button.textContent = text;
  button.addEventListener("click", act);
  return button;
}
