import * as z from "zod/mini";
import type { AccountStore } from "../use-cases/personal-data-ports";
import type { Database } from "./database";
import { instant } from "./decoders";
import { accountSql } from "./sql/account-sql";

const accountsPerPage = 1000;
/** What stands where a closed account's id was. */
const nobody = "closed-account";

const accountRow = z.object({ account_id: z.string(), at_ms: instant });

/** The accounts that the store names: ids only, never a name. */
export function accountStore(database: Database): AccountStore {
  return {
    all: async () => {
      const accounts: { accountId: string; updatedAt: Date }[] = [];
      for (;;) {
        const after = accounts.at(-1)?.accountId ?? "";
        const page = await database.rows(accountSql.all(accountsPerPage), [after], accountRow);
        accounts.push(...page.map((row) => ({ accountId: row.account_id, updatedAt: row.at_ms })));
        if (page.length < accountsPerPage) break;
      }
      return accounts.filter(({ accountId }) => accountId !== nobody);
    },
    forget: async (accountId) => {
      await database.write(accountSql.leaveGoals, [accountId]);
      await database.write(accountSql.madeGoals, [nobody, accountId]);
      await database.write(accountSql.madeLinks, [nobody, accountId]);
      await database.write(accountSql.acted, [nobody, accountId]);
      await database.write(accountSql.wasNamed, [accountId, nobody, `%${accountId}%`]);
      await database.write(accountSql.browsed, [accountId]);
      await database.write(accountSql.answered, [accountId]);
    },
  };
}
