import * as z from "zod/mini";

const firstMillisecondsLikely = 1e11;

/**
 * An instant as Jira writes it: `2021-12-14T00:30:15.283+0000`, with the offset of the site and without a colon. The
 * official example of changelog/bulkfetch has epoch seconds instead, so numbers are read as well.
 */
export const instant = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value, context) => {
    const at = new Date(typeof value === "string" ? withColon(value) : milliseconds(value));
    if (Number.isNaN(at.getTime())) {
      context.issues.push({ code: "custom", message: "not an instant", input: value });
    }
    return at;
  }),
);

const withColon = (text: string) => text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
const milliseconds = (value: number) => (value < firstMillisecondsLikely ? value * 1000 : value);
