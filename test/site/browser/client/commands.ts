import { ask } from "./ask";
import { emit, subscribe } from "./events";
import { closeFlag, showFlag } from "./flags";
import type { Frame } from "./frame";
import { fetchProduct } from "./fetch-product";
import { isRecord, textOf } from "./messages";
import { openModal } from "./modal";
import { go, push, startHistory } from "./page-history";
import { addressOf, navigate } from "./navigation";
import { themeForFrames } from "./theme";

type Command = (frame: Frame, data: unknown) => unknown;

let subscriptions = 0;
let frameIds = 0;
const frameIdOf = new WeakMap<Frame, string>();

/** What a frame may ask of this page. Commands that are not here are refused and recorded. */
const commands: Readonly<Record<string, Command>> = {
  getContext: (frame) => ask("/__bridge/context", surfaceOf(frame)),
  invoke,
  fetchProduct: (frame, data) => fetchProduct(surfaceOf(frame), data),
  submit: (frame, data) => (frame.hooks.submit ? frame.hooks.submit(data) : false),
  close: (frame, data) => (frame.hooks.close ? frame.hooks.close(data) : false),
  open: () => false,
  refresh: (frame) => {
    if (frame.hooks.refresh === undefined) return false;
    frame.hooks.refresh();
    return true;
  },
  onClose: (frame, data) => {
    if (typeof data !== "function" || frame.hooks.close === undefined) return false;
    frame.closing.push((): unknown => Reflect.apply(data, undefined, []));
    return true;
  },
  createHistory: (frame) => startHistory(frame),
  historyPush: (frame, data) => {
    push(frame, data, "push");
  },
  historyReplace: (frame, data) => {
    push(frame, data, "replace");
  },
  historyGo: (_frame, data) => {
    go(data);
  },
  enableTheming: () => themeForFrames(),
  changeWindowTitle: (_frame, data) => {
    document.title = String(data);
  },
  emitReadyEvent: () => undefined,
  getFrameId: (frame) => {
    const id = frameIdOf.get(frame) ?? `frame-${String(++frameIds)}`;
    frameIdOf.set(frame, id);
    return id;
  },
  navigate: (_frame, data) => {
    navigate(data);
  },
  getUrl: (_frame, data) => addressOf(data),
  reload: () => {
    globalThis.location.reload();
  },
  showFlag: (_frame, data) => showFlag(data),
  closeFlag: (_frame, data) => closeFlag(data),
  openModal: (frame, data) => openModal(frame, data),
  emit: (_frame, data) => {
    emit(data, false);
  },
  emitPublic: (_frame, data) => {
    emit(data, true);
  },
  on: (frame, data) => subscribe(frame, ++subscriptions, data, false),
  onPublic: (frame, data) => subscribe(frame, ++subscriptions, data, true),
  off: (frame, data) => frame.subscriptions.delete(Number(data)),
  getWidgetEditApi: (frame) => {
    if (frame.hooks.widgetEdit === undefined)
      throw new Error("this is not the edit mode of a widget");
  },
  getWidgetApi: (frame) => {
    if (frame.hooks.setPreviewConfig === undefined) throw new Error("this is not a widget");
  },
  "widget.setPreviewConfig": (frame, data) => frame.hooks.setPreviewConfig?.(data),
  ...Object.fromEntries(
    ["onSave", "onProductSave", "onSaveError", "updateConfig"].map((name): [string, Command] => [
      `widgetEdit.${name}`,
      (frame, data) => frame.hooks.widgetEdit?.(name, data),
    ]),
  ),
};

export async function answerTo(frame: Frame, command: string, data: unknown): Promise<unknown> {
  const known = commands[command];
  if (known !== undefined) return known(frame, data);
  await ask("/__bridge/unmodelled", { ...surfaceOf(frame), command });
  throw new Error(
    `EMULATOR_NOT_MODELLED: the local site does not model the bridge command ${command}`,
  );
}

async function invoke(frame: Frame, data: unknown): Promise<unknown> {
  const call = isRecord(data) ? data : {};
  if (call["invokeType"] !== undefined) {
    await ask("/__bridge/unmodelled", { ...surfaceOf(frame), command: textOf(call["invokeType"]) });
    throw new Error(`EMULATOR_NOT_MODELLED: ${textOf(call["invokeType"])}`);
  }
  const answer = await ask("/__bridge/invoke", {
    ...surfaceOf(frame),
    functionKey: call["functionKey"],
    payload: call["payload"],
  });
  if (!isRecord(answer)) throw new Error("the site gave no answer");
  if (answer["ok"] !== true) {
    const error = new Error(String(answer["message"]));
    error.name = String(answer["name"]);
    throw error;
  }
  return call["metadata"] === undefined ? answer["value"] : { body: answer["value"], metadata: {} };
}

function surfaceOf(frame: Frame) {
  const { moduleKey, extension } = frame.surface;
  return { moduleKey, extension: { ...extension, location: globalThis.location.href } };
}
