/** An account whose id is stored, and when that last was written. */
export type StoredAccount = { readonly accountId: string; readonly updatedAt: Date };

export type AccountStore = {
  readonly all: () => Promise<readonly StoredAccount[]>;
  /** Puts nobody in the place of this account everywhere. */
  readonly forget: (accountId: string) => Promise<void>;
};

/** Tells Atlassian whose data is stored; it answers which of the accounts were closed or have changed. */
export type ReportAccounts = (
  accounts: readonly StoredAccount[],
) => Promise<readonly { readonly accountId: string; readonly status: string }[]>;
