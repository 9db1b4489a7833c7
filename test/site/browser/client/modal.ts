import type { Frame } from "./frame";
import { isRecord } from "./messages";

const namedWidths: Readonly<Record<string, string>> = {
  small: "400px",
  medium: "600px",
  large: "800px",
  xlarge: "968px",
  max: "100%",
  fullscreen: "100%",
  resizable: "600px",
};

/** Opens a resource of the app in a modal dialog over the page; `context` appears there as `extension.modal`. */
export function openModal(opener: Frame, data: unknown): boolean {
  const options = isRecord(data) ? data : {};
  const dialog = document.createElement("dialog");
  dialog.className = "app-modal";
  dialog.style.width = widthOf(options["size"]);
  dialog.setAttribute("aria-label", String(options["title"]) || opener.surface.title);
  if (typeof options["title"] === "string" && options["title"] !== "") {
    const heading = document.createElement("h2");
    heading.textContent = options["title"];
    dialog.append(heading);
  }
  document.body.append(dialog);

  const close = (payload: unknown) => {
    frame.closing.forEach((listener) => listener());
    frame.remove();
    dialog.remove();
    const { onClose } = options;
    if (typeof onClose === "function") Reflect.apply(onClose, undefined, [payload]);
    return true;
  };
  const frame = opener.mount(
    dialog,
    {
      moduleKey: opener.surface.moduleKey,
      title: String(options["title"]) || opener.surface.title,
      src: resourceSrc(opener.surface.src, options["resource"]),
      extension: { ...opener.surface.extension, modal: options["context"] },
    },
    { close, submit: close },
  );
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (options["closeOnEscape"] !== false) close(undefined);
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && options["closeOnOverlayClick"] !== false) close(undefined);
  });
  dialog.showModal();
  return true;
}

function widthOf(size: unknown): string {
  if (typeof size === "string") return namedWidths[size] ?? "600px";
  return isRecord(size) ? String(size["width"]) : "600px";
}

/** The page of another resource of the same app: …/<app>/<environment>/<resource>/index.html */
function resourceSrc(openerSrc: string, resource: unknown): string {
  const url = new URL(openerSrc);
  if (typeof resource !== "string") return openerSrc;
  url.pathname = url.pathname.replace(/[^/]+\/index\.html$/, `${resource}/index.html`);
  return url.href;
}
