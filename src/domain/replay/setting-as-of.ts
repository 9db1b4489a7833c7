/** A change of one of a goal's settings, as the audit log tells it. */
export type SettingChange<T> = { readonly at: Date; readonly from: T; readonly to: T };

/**
 * A goal's counting rule, weight or other setting at an instant: the present one with later changes undone. Before the
 * goal's creation the present one is applied to the past. Changes come oldest first.
 */
export function settingAsOf<T>(
  present: T,
  changes: readonly SettingChange<T>[],
  at: Date,
  goalCreatedAt: Date,
): T {
  if (at < goalCreatedAt) return present;
  const later = changes.find((change) => change.at > at);
  return later === undefined ? present : later.from;
}
