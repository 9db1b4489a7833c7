/** A figure of real work that the generated company comes near to. */
export type Target = { readonly value: number; readonly source: string };

/** The generated figures lie within this share of the targets. */
export const tolerance = 0.2;

/**
 * Where a figure is not named in the notes on the real data, its source is the command that measured it on the
 * unpacked export of fcrepo (1,019 issues, 2007 to 2014) as `fcrepo.jsonl`.
 */
export const targets = {
  /** jq -s '[.[]|select(any(.changelog[];.field=="status" and (.fromString|IN("Resolved","Closed")) and (.toString|IN("Resolved","Closed")|not)))]|length' → 28; ÷ 712 Done issues. */
  reopenedShare: { value: 0.039, source: "fcrepo, reopened 3.9 %" },
  /** jq -s '[.[]|select(.statusCategory=="done")]|[length,(map(select(.resolution|IN("Won\u0027t Fix","Duplicate","Cannot Reproduce","Incomplete")))|length)]' → [712, 100]. */
  droppedShare: { value: 0.14, source: "fcrepo, 100 of 712 Done issues have a dropped resolution" },
  leadDaysP50: { value: 68, source: "fcrepo, lead time p50 68 days" },
  /**
   * fcrepo's p95 of 802 days cannot occur in 18 months. Through 50 windows of 548 days, begun at each month from July
   * 2008 on, issues created and resolved inside have a median p95 of 236 days.
   */
  leadDaysP95: {
    value: 236,
    source: "fcrepo through windows of 18 months, lead time p95 236 days",
  },
  scopeGrowthMedian: { value: 1.04, source: "fcrepo, final scope ÷ scope known at 70 %, median" },
} as const satisfies Readonly<Record<string, Target>>;
