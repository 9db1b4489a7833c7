import * as z from "zod/mini";
import { json, type Served, type ServiceRequest } from "./service";

export const reportTarget = "/app/report-accounts";

/** The account that Atlassian's privacy guide gives for trying out what a closed account does. */
const closedAccount = "5be24ba3f91c106033269289";
const mostAccounts = 90;

const reported = z.object({
  accounts: z
    .array(z.object({ accountId: z.string(), updatedAt: z.iso.datetime() }))
    .check(z.minLength(1), z.maxLength(mostAccounts)),
});

/** Takes a report of the accounts that the app stores; 204 says that nothing has to be done about any of them. */
export function answerReport(request: ServiceRequest, granted: boolean): Served {
  const about = { service: "privacy", as: "app" } as const;
  if (!granted) return { ...about, response: json(403, { message: "Forbidden" }) };
  const read = reported.safeParse(JSON.parse(request.body));
  if (!read.success) return { ...about, response: json(400, { message: "Malformed report" }) };
  const closed = read.data.accounts.filter(({ accountId }) => accountId === closedAccount);
  if (closed.length === 0) return { ...about, response: { status: 204, headers: {}, body: "" } };
  const accounts = closed.map(({ accountId }) => ({ accountId, status: "closed" }));
  return { ...about, response: json(200, { accounts }) };
}
