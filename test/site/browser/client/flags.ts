import { isRecord, textOf } from "./messages";

const shown = new Map<unknown, HTMLElement>();
const autoDismissMilliseconds = 8000;

/** Shows a flag in the corner of the page; one with the same id is replaced. */
export function showFlag(data: unknown): boolean {
  const flag = isRecord(data) ? data : {};
  const element = document.createElement("div");
  element.className = `flag flag-${textOf(flag["type"], "info")}`;
  element.setAttribute("role", flag["type"] === "error" ? "alert" : "status");
  element.append(line("strong", flag["title"]), line("p", flag["description"]), actionsOf(flag));
  const dismiss = document.createElement("button");
  dismiss.type = "button";
  dismiss.className = "flag-dismiss";
  dismiss.setAttribute("aria-label", "Dismiss");
  dismiss.textContent = "✕";
  dismiss.addEventListener("click", () => closeFlag(flag));
  element.append(dismiss);
  closeFlag(flag);
  shown.set(flag["id"], element);
  document.querySelector("#flags")?.prepend(element);
  if (flag["isAutoDismiss"] === true) setTimeout(() => closeFlag(flag), autoDismissMilliseconds);
  return true;
}

export function closeFlag(data: unknown): boolean {
  const id = isRecord(data) ? data["id"] : undefined;
  shown.get(id)?.remove();
  return shown.delete(id);
}

function line(tag: string, text: unknown): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = typeof text === "string" ? text : "";
  return element;
}

function actionsOf(flag: Readonly<Record<string, unknown>>): HTMLElement {
  const row = document.createElement("div");
  row.className = "flag-actions";
  const actions = Array.isArray(flag["actions"]) ? flag["actions"] : [];
  for (const action of actions) {
    if (!isRecord(action)) continue;
    const button = document.createElement("button");
    const { onClick } = action;
    button.type = "button";
    button.className = "link";
    button.textContent = String(action["text"]);
    button.addEventListener("click", () => {
      if (typeof onClick === "function") Reflect.apply(onClick, undefined, []);
    });
    row.append(button);
  }
  return row;
}
