import { accountIdOf } from "../jira/import/people";
import type { SiteUser } from "../jira/site-user";

/** Everybody who works here and can sign in; the first is the administrator. */
export const users: readonly SiteUser[] = [
  user("Ada Lindqvist", { admin: true, projects: "all", securityLevels: "all" }),
  user("Jonas Weber", { projects: "all", securityLevels: "all" }),
  user("Mira Holm", { projects: ["ROAD", "SHOP", "BILL", "PLAT", "MOBI"] }),
  user("Tomas Okafor", {
    projects: ["ROAD", "SHOP", "BILL", "PLAT", "MOBI"],
    securityLevels: ["Finance"],
  }),
  user("Priya Raman", { projects: "all", securityLevels: ["Security"] }),
  user("Lea Fontaine", { projects: ["ROAD", "SHOP", "PLAT", "MOBI"] }),
  user("Goran Petrov", { projects: "all", securityLevels: ["Security"] }),
  user("Sam Castillo", { projects: ["ROAD", "SHOP", "PLAT", "MOBI"] }),
  user("Noor Haddad", { projects: ["SHOP"] }),
  user("Emre Demir", { projects: ["ROAD", "SHOP", "PLAT", "MOBI"] }),
  user("Yuki Tanaka", { projects: ["ROAD", "SHOP", "PLAT", "MOBI"] }),
  user("Carla Rossi", { projects: ["ROAD", "BILL", "PLAT"] }),
  user("Kofi Mensah", { projects: ["ROAD", "BILL", "PLAT"], securityLevels: ["Finance"] }),
  user("Hana Novak", { projects: ["ROAD", "BILL", "PLAT"] }),
  user("Finn Larsen", { projects: ["ROAD", "SHOP", "BILL", "PLAT", "MOBI"] }),
  user("Dev Patel", { projects: ["ROAD", "SHOP", "BILL", "PLAT", "MOBI"] }),
  user("Elif Kaya", { projects: ["ROAD", "PLAT", "SEC"], securityLevels: ["Security"] }),
  user("Rosa Diaz", { projects: ["ROAD", "MOBI"] }),
  user("Wim Bakker", { projects: ["ROAD", "MOBI"] }),
];

/** Account id of one of the people; throws for a name that nobody here has. */
export function accountOf(displayName: string): string {
  const found = users.find((each) => each.displayName === displayName);
  if (found === undefined) throw new Error(`Nobody here is called ${displayName}`);
  return found.accountId;
}

/**
 * Lines name people by their display name; the importer gives a name the account id that is computed here too.
 * Security levels are none unless named.
 */
function user(
  displayName: string,
  grants: Partial<Omit<SiteUser, "accountId" | "displayName">> & Pick<SiteUser, "projects">,
): SiteUser {
  const accountId = accountIdOf(displayName);
  return { accountId, displayName, admin: false, securityLevels: [], ...grants };
}
