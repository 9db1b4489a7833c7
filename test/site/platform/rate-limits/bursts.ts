/** Calls of one endpoint and method: as many as its bucket holds, and again at its rate. */
export type Bursts = {
  /** Undefined when the call may pass, else the size of the bucket that is empty. */
  readonly refused: (operation: string, now: number) => number | undefined;
};

/** Calls a second by method, with the endpoints that Atlassian's page on rate limiting names apart. */
const usual: Readonly<Record<string, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };
const apart: Readonly<Record<string, number>> = {
  "GET /rest/api/3/issue/{issueIdOrKey}": 150,
  "GET /rest/api/3/issue/{issueIdOrKey}/changelog": 200,
  "POST /rest/api/3/search/approximate-count": 150,
};

/** `now` in milliseconds of any time that does not stand still. */
export function createBursts(): Bursts {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return {
    refused: (operation, now) => {
      const size = sizeOf(operation);
      const { left, at } = buckets.get(operation) ?? { left: size, at: now };
      const filled = Math.min(size, left + ((now - at) / 1000) * size);
      const passes = filled >= 1;
      buckets.set(operation, { left: passes ? filled - 1 : filled, at: now });
      return passes ? undefined : size;
    },
  };
}

function sizeOf(operation: string): number {
  return apart[operation] ?? usual[operation.split(" ")[0] ?? ""] ?? 100;
}
