import { followHeight } from "./frame-height";
import { frameHistories } from "./frame-history";
import { applyTheme } from "./frame-theme";
import { openTransport } from "./frame-transport";
import { type FrameLocation, isRecord } from "./messages";

/**
 * The script in the head of every page of the app: it makes `globalThis.__bridge`, the only door of a Custom UI. What
 * it does not know itself is asked of the page that embeds the frame, which refuses what is not modelled.
 */
let themed = false;
const transport = openTransport({
  onTheme: (attributes) => {
    if (themed) applyTheme(attributes);
  },
  onHistory: (location) => {
    histories.moved(location);
  },
});
const histories = frameHistories((command, data) => {
  void transport.call(command, data);
});

const own: Readonly<Record<string, () => Promise<unknown>>> = {
  enableTheming: async () => {
    const theme = await transport.call("enableTheming", undefined);
    if (!isRecord(theme) || !isRecord(theme["attributes"])) return;
    const css = themed ? undefined : String(theme["css"]);
    themed = true;
    applyTheme(textValues(theme["attributes"]), css);
  },
  createHistory: async () => {
    const started = await transport.call("createHistory", undefined);
    if (!isStarted(started)) throw new Error("createHistory: the page gave no location");
    return histories.create(started);
  },
  getWidgetEditApi: async () => {
    await transport.call("getWidgetEditApi", undefined);
    return apiOf("widgetEdit", ["onSave", "onProductSave", "onSaveError", "updateConfig"]);
  },
  getWidgetApi: async () => {
    await transport.call("getWidgetApi", undefined);
    return apiOf("widget", ["setPreviewConfig"]);
  },
};

Object.defineProperty(globalThis, "__bridge", {
  value: {
    callBridge: async (command: string, data?: unknown): Promise<unknown> => {
      const mine = own[command];
      if (mine !== undefined) return mine();
      const answer = await transport.call(command, data);
      return command === "on" || command === "onPublic" ? subscription(answer) : answer;
    },
  },
});
followHeight(transport.sendHeight);

function subscription(answer: unknown) {
  return {
    unsubscribe: () => {
      void transport.call("off", answer);
    },
  };
}

function apiOf(prefix: string, names: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      (value: unknown) => {
        void transport.call(`${prefix}.${name}`, value);
      },
    ]),
  );
}

function textValues(record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]));
}

function isStarted(value: unknown): value is { base: string; location: FrameLocation } {
  return isRecord(value) && typeof value["base"] === "string" && isRecord(value["location"]);
}
