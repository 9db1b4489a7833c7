import { randomUUID } from "node:crypto";

/** What started an invocation; it decides the limits and what the call log calls it. */
export type InvocationKind = "resolver" | "event" | "schedule" | "consumer" | "lifecycle";

/** A run of one function of the app, for as long as it lasts. */
export type Invocation = {
  readonly id: string;
  readonly kind: InvocationKind;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  /** The user who is signed in; undefined for events, schedules and queues. */
  readonly accountId: string | undefined;
  /** The invocation that set off the chain of queue events of which this one is a part; itself at the chain's start. */
  readonly originId: string;
};

type Details = Omit<Invocation, "id" | "originId"> & { readonly originId?: string };

export type Invocations = {
  readonly open: (details: Details) => {
    readonly invocation: Invocation;
    readonly token: string;
  };
  readonly byToken: (token: string) => Invocation | undefined;
  readonly close: (invocation: Invocation) => void;
};

/** Hands out one token for each invocation; a token dies with its invocation. */
export function createInvocations(): Invocations {
  const open = new Map<string, { readonly invocation: Invocation; readonly token: string }>();
  return {
    open: (details) => {
      const id = randomUUID();
      const invocation = { originId: id, ...details, id };
      const entry = { invocation, token: unsignedToken(invocation.id) };
      open.set(entry.token, entry);
      return entry;
    },
    byToken: (token) => open.get(token)?.invocation,
    close: (invocation) => {
      for (const [token, entry] of open) {
        if (entry.invocation.id === invocation.id) open.delete(token);
      }
    },
  };
}

/** The wrapper decodes the token only for `exp` (epoch seconds); nobody checks a signature. */
function unsignedToken(id: string): string {
  const hour = 3600;
  const payload = { invocationId: id, exp: Math.floor(Date.now() / 1000) + hour };
  return [{ alg: "none", typ: "JWT" }, payload, {}]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
}
