import type { Change } from "./draft";
import type { Applied, Fields } from "./fields";

/** Sizes an issue, or logs work on it, which eats up its remaining estimate. */
export function changeSize(
  fields: Fields,
  { field, amount }: Extract<Change, { kind: "size" }>,
): Applied {
  switch (field) {
    case "points":
      return changePoints(fields, amount);
    case "estimate":
      return changeEstimate(fields, amount);
    case "work":
      return logWork(fields, amount);
  }
}

function changePoints(fields: Fields, to: number): Applied {
  const from = fields.points;
  if (from === to) return { fields, items: [] };
  const item = {
    field: "Story points",
    from: null,
    fromString: from === null ? null : String(from),
    to: null,
    toString: String(to),
  };
  return { fields: { ...fields, points: to }, items: [item] };
}

function changeEstimate(fields: Fields, to: number): Applied {
  const { originalSeconds, remainingSeconds } = fields;
  return {
    fields: { ...fields, originalSeconds: to, remainingSeconds: to },
    items: [
      ...seconds("timeoriginalestimate", originalSeconds, to),
      ...seconds("timeestimate", remainingSeconds, to),
    ],
  };
}

function logWork(fields: Fields, worked: number): Applied {
  const { remainingSeconds, spentSeconds } = fields;
  const spent = (spentSeconds ?? 0) + worked;
  const remaining = Math.max(0, (remainingSeconds ?? 0) - worked);
  return {
    fields: { ...fields, spentSeconds: spent, remainingSeconds: remaining },
    items: [
      ...seconds("timeestimate", remainingSeconds, remaining),
      ...seconds("timespent", spentSeconds, spent),
    ],
  };
}

function seconds(field: string, before: number | null, after: number): Applied["items"] {
  if (before === after) return [];
  const from = before === null ? null : String(before);
  const to = String(after);
  return [{ field, from, fromString: from, to, toString: to }];
}
