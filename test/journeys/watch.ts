import { setTimeout } from "node:timers/promises";
import type { BrowserContext, Page, Request } from "playwright-core";

/** What went wrong in the browser while a journey walked, in the order it happened. */
export type Watch = {
  readonly faults: () => readonly string[];
  /** Resolves when what was asked for has been answered; a stream that stays open is waited for a moment only. */
  readonly allAnswered: () => Promise<void>;
  /** From now on a console error or answer that matches is part of the story. */
  readonly expect: (fault: RegExp) => void;
};

const patienceMilliseconds = 1000;

/** Watches every page of a context: errors in the console or uncaught, failed requests, answers of 500 and above. */
export function watch(context: BrowserContext): Watch {
  const faults: string[] = [];
  const expected: RegExp[] = [];
  const open = new Set<Request>();
  const note = (fault: string) => {
    if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  context.on("request", (request) => open.add(request));
  context.on("requestfinished", (request) => open.delete(request));
  context.on("requestfailed", (request) => open.delete(request));
  context.on("page", (page) => {
    watchPage(page, note);
  });
  return {
    faults: () => faults,
    allAnswered: async () => {
      const latest = Date.now() + patienceMilliseconds;
      while (open.size > 0 && Date.now() < latest) await setTimeout(20);
    },
    expect: (fault) => expected.push(fault),
  };
}

function watchPage(page: Page, note: (fault: string) => void) {
  page.on("pageerror", (error) => {
    note(`uncaught: ${error.message}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "failed";
    // A page that is left takes its requests with it.
    if (reason !== "net::ERR_ABORTED") note(`request: ${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) note(`answer: ${response.url()} ${String(response.status())}`);
  });
}
