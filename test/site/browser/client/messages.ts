/** The messages between a frame of the app and the page of the site that holds it. */

export type Problem = { readonly name: string; readonly message: string };

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

export type FromFrame =
  | { readonly kind: "call"; readonly id: number; readonly command: string; readonly data: unknown }
  | { readonly kind: "ran"; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: "height"; readonly height: number };

export type ToFrame =
  | { readonly kind: "answer"; readonly id: number; readonly outcome: Outcome }
  | {
      readonly kind: "run";
      readonly id: number;
      readonly reference: number;
      readonly args: readonly unknown[];
    }
  | { readonly kind: "theme"; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: "history"; readonly location: FrameLocation };

/** A location inside the app's own page: "/" is the module's first page. */
export type FrameLocation = {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly key: string;
  readonly state?: unknown;
};

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text that a message carries; anything else is not shown as text. */
export function textOf(value: unknown, otherwise = ""): string {
  return typeof value === "string" ? value : otherwise;
}

export function problemOf(error: unknown): Problem {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: "Error", message: String(error) };
}

export function errorOf(problem: Problem): Error {
  const error = new Error(problem.message);
  error.name = problem.name;
  return error;
}

export function isFromFrame(value: unknown): value is FromFrame {
  return isRecord(value) && ["call", "ran", "height"].includes(String(value["kind"]));
}

export function isToFrame(value: unknown): value is ToFrame {
  return isRecord(value) && ["answer", "run", "theme", "history"].includes(String(value["kind"]));
}
