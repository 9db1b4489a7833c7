import { allFrames, type Frame } from "./frame";
import { isRecord } from "./messages";

/** Registers a frame's listener; answers the number by which it is taken off again. */
export function subscribe(frame: Frame, number: number, data: unknown, open: boolean): number {
  const callback = isRecord(data) ? data["callback"] : undefined;
  if (!isRecord(data) || typeof callback !== "function")
    throw new Error("on: a callback is missing");
  frame.subscriptions.set(number, {
    event: String(data["event"]),
    open,
    run: (payload): unknown => Reflect.apply(callback, undefined, [payload]),
  });
  return number;
}

/** An event of a frame reaches every frame of the app on this page; there are no other apps here. */
export function emit(data: unknown, open: boolean): void {
  if (!isRecord(data)) return;
  tellFrames(String(data["event"]), data["payload"], open);
}

/** An event of the product, such as JIRA_ISSUE_CHANGED. */
export function tellFrames(event: string, payload: unknown, open = false): void {
  for (const frame of allFrames()) {
    for (const subscription of frame.subscriptions.values()) {
      if (subscription.event === event && subscription.open === open)
        void subscription.run(payload);
    }
  }
}
