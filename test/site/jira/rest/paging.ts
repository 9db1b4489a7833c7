import { refused } from "./rest-answer";

/** A number of a query string or body within its bounds; Jira lowers a too large page size silently. */
export function pageSize(
  asked: number | string | null | undefined,
  bounds: { readonly usual: number; readonly most: number },
): number {
  const size = wholeNumber(asked, "maxResults") ?? bounds.usual;
  return Math.min(size, bounds.most);
}

export function startAt(query: URLSearchParams): number {
  return wholeNumber(query.get("startAt"), "startAt") ?? 0;
}

function wholeNumber(asked: number | string | null | undefined, name: string): number | undefined {
  if (asked === null || asked === undefined || asked === "") return undefined;
  const number = Number(asked);
  if (Number.isInteger(number) && number >= 0) return number;
  throw refused(400, [`The value of ${name} must be a whole number that is not negative.`]);
}

/** Jira's page with startAt and total. */
export function pageBean<T>(all: readonly T[], start: number, size: number, self: string) {
  const values = all.slice(start, start + size);
  return {
    self,
    maxResults: size,
    startAt: start,
    total: all.length,
    isLast: start + values.length >= all.length,
    values,
  };
}

/** Several values of one parameter, repeated or separated by commas. */
export function listParameter(query: URLSearchParams, name: string): readonly string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
