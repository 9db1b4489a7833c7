/** On recorded items of the assignee the former one is always null here, and both are missing when nobody follows. */
export function temporaryAccounts(to: string | null) {
  return to === null ? {} : { tmpFromAccountId: null, tmpToAccountId: to };
}
