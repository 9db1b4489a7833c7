import { errorOf, isFromFrame, isRecord, type Outcome, problemOf, type ToFrame } from "./messages";

/** What the server says about a place where a module of the app stands. */
export type Surface = {
  readonly moduleKey: string;
  readonly title: string;
  readonly src: string;
  readonly extension: Readonly<Record<string, unknown>>;
  /** Address of the module's first page, for modules that have a history. */
  readonly historyBase?: string;
};

/** What the place can do for its frame; a missing hook means that the command is refused there. */
export type FrameHooks = {
  readonly submit?: (payload: unknown) => unknown;
  readonly close?: (payload: unknown) => unknown;
  readonly refresh?: () => void;
  readonly widgetEdit?: (command: string, value: unknown) => void;
  readonly setPreviewConfig?: (config: unknown) => void;
};

/** A frame of the app on this page. */
export type Frame = {
  readonly surface: Surface;
  readonly hooks: FrameHooks;
  readonly iframe: HTMLIFrameElement;
  readonly post: (message: ToFrame) => void;
  readonly subscriptions: Map<number, Subscription>;
  readonly closing: (() => unknown)[];
  /** Mounts another frame of the same app, for example in a modal. */
  readonly mount: (place: Element, surface: Surface, hooks: FrameHooks) => Frame;
  readonly remove: () => void;
};

export type Subscription = {
  readonly event: string;
  readonly open: boolean;
  readonly run: (payload: unknown) => unknown;
};

/** Answers a bridge command of a frame. */
export type Answering = (frame: Frame, command: string, data: unknown) => Promise<unknown>;

const sandbox =
  "allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts";
const frames = new Set<Frame>();

export function allFrames(): readonly Frame[] {
  return [...frames];
}

/** Puts a frame with the module into the element, as Jira embeds it. */
export function createFrame(
  place: Element,
  surface: Surface,
  hooks: FrameHooks,
  answering: Answering,
): Frame {
  const iframe = iframeOf(surface);
  const runner = functionsOf(iframe, surface);
  const frame: Frame = {
    surface,
    hooks,
    iframe,
    post: runner.post,
    subscriptions: new Map(),
    closing: [],
    mount: (elsewhere, other, itsHooks) => createFrame(elsewhere, other, itsHooks, answering),
    remove: () => {
      globalThis.removeEventListener("message", receive);
      frames.delete(frame);
      iframe.remove();
    },
  };
  const receive = (event: MessageEvent<unknown>) => {
    if (event.source !== iframe.contentWindow || event.origin !== originOf(surface)) return;
    const message = event.data;
    if (!isFromFrame(message)) return;
    if (message.kind === "height") iframe.style.height = `${String(message.height)}px`;
    else if (message.kind === "ran") runner.ran(message.id, message.outcome);
    else {
      const asked = answering(frame, message.command, runner.callable(message.data));
      void answer(frame, message.id, asked);
    }
  };
  globalThis.addEventListener("message", receive);
  frames.add(frame);
  place.append(iframe);
  return frame;
}

function iframeOf(surface: Surface): HTMLIFrameElement {
  const iframe = document.createElement("iframe");
  iframe.title = surface.title;
  iframe.className = "app-frame";
  iframe.setAttribute("sandbox", sandbox);
  iframe.setAttribute("allow", "camera; clipboard-write; display-capture; fullscreen; microphone");
  iframe.src = surface.src;
  return iframe;
}

async function answer(frame: Frame, id: number, asked: Promise<unknown>): Promise<void> {
  const outcome = await asked.then(
    (value): Outcome => ({ ok: true, value }),
    (error: unknown): Outcome => ({ ok: false, problem: problemOf(error) }),
  );
  frame.post({ kind: "answer", id, outcome });
}

function originOf(surface: Surface): string {
  return new URL(surface.src).origin;
}

/** Makes the functions of a frame callable here: their calls and results travel as messages. */
function functionsOf(iframe: HTMLIFrameElement, surface: Surface) {
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let last = 0;
  const post = (message: ToFrame) => {
    iframe.contentWindow?.postMessage(message, originOf(surface));
  };
  const run = (reference: number, args: readonly unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, (outcome) => {
        waiting.delete(id);
        if (outcome.ok) resolve(outcome.value);
        else reject(errorOf(outcome.problem));
      });
      post({ kind: "run", id, reference, args });
    });
  const callable = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(callable);
    if (!isRecord(value)) return value;
    const reference = value["$function"];
    if (typeof reference === "number") return (...args: unknown[]) => run(reference, args);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, callable(each)]));
  };
  return { post, callable, ran: (id: number, outcome: Outcome) => waiting.get(id)?.(outcome) };
}
