import type { Exception } from "./compare";

/** What is known to differ when issues are answered again, each with the reason why that is right. */
export const issueExceptions: readonly Exception[] = [
  {
    path: /\.emailAddress$/,
    reason:
      "whether an address is told depends on each person's privacy settings; the site tells none",
  },
];

export const listExceptions: readonly Exception[] = [...issueExceptions];

export const boardExceptions: readonly Exception[] = [];
