/** What a leaf counts: 1, its story points, or its original estimate in seconds. */
export type CountingRule = "count" | "points" | "time";
