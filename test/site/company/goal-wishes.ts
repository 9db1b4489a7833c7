import type { GoalSeed } from "../assembly/seed-goals";

/** A goal in words: people by name, epics by title. */
export type GoalWish = Omit<GoalSeed, "ownerAccountId" | "links"> & {
  readonly owner: string;
  /** Linked with all descendants. */
  readonly epics?: readonly string[];
  /** The first stories of an epic, each linked by itself. */
  readonly alone?: { readonly epic: string; readonly stories: number };
  /** JQL of rules that bring exactly their matches. */
  readonly rules?: readonly string[];
};

const friction = "Customers pay without friction";
const wallets = "Express wallets carry a third of all orders";
const bills = "Every bill is right the first time";
const trust = "A platform that teams can trust";

/** Parents before their children. */
export const goalWishes: readonly GoalWish[] = [
  {
    title: friction,
    why: "Four of ten carts are left at the till; each point of conversion pays for a team.",
    ...goal("Ada Lindqvist", "committed", "count"),
    ...from("2025-10-01", "2026-12-18"),
  },
  {
    title: "Guest checkout in every market",
    why: "Half of the first orders never happen because we ask for an account.",
    ...goal("Mira Holm", "achieved", "points"),
    ...from("2025-05-05", "2026-03-31"),
    parent: friction,
    epics: ["Guest checkout", "Address entry without errors"],
  },
  {
    title: wallets,
    why: "Wallet orders are finished three times as fast as card orders.",
    ...goal("Mira Holm", "committed", "points"),
    ...from("2025-10-01", "2026-11-30"),
    parent: friction,
    epics: ["One-page checkout", "Fraud checks that let people through"],
  },
  {
    title: "Apple Pay and Google Pay on the web",
    why: "Both wallets first; Klarna follows when they carry their weight.",
    ...goal("Emre Demir", "achieved", "points"),
    ...from("2025-05-05", "2026-04-30"),
    parent: wallets,
    epics: ["Apple Pay", "Google Pay"],
  },
  {
    title: "The app's checkout equals the web's",
    why: "App customers buy twice as often and give up twice as often.",
    ...goal("Lea Fontaine", "committed", "count"),
    ...from("2026-01-12", "2026-12-11"),
    parent: friction,
    epics: ["Mobile checkout like the web", "Tablet layout"],
    alone: { epic: "One-page checkout", stories: 3 },
  },
  {
    title: bills,
    why: "Every wrong invoice costs a support call and some trust.",
    ...goal("Jonas Weber", "committed", "points"),
    ...from("2025-07-01", "2026-12-31"),
    rules: ["project = BILL AND component = Tax AND issuetype in (Story, Task)"],
  },
  {
    title: "Invoices go out on the first of the month",
    why: "Cash comes in eleven days earlier.",
    ...goal("Tomas Okafor", "missed", "points"),
    ...from("2025-05-05", "2026-06-30"),
    parent: bills,
    epics: ["Invoices on day one", "One ledger"],
  },
  {
    title: "The legacy invoicing engine is off",
    why: "Two people keep it alive, and both want to do something else.",
    ...goal("Tomas Okafor", "committed", "count"),
    ...from("2025-09-01", "2026-11-13"),
    parent: bills,
    epics: ["Retire the legacy invoicing engine", "Dunning without anger"],
  },
  {
    title: trust,
    why: "Teams wait for the platform on a day of each week.",
    ...goal("Jonas Weber", "committed", "time"),
    ...from("2025-05-05", "2026-12-18"),
    rules: ["project = PLAT AND component = Observability AND issuetype in (Story, Task)"],
  },
  {
    title: "A commit is live within ten minutes",
    why: "Small changes are safe changes.",
    ...goal("Priya Raman", "committed", "time"),
    ...from("2025-05-05", "2026-10-30"),
    parent: trust,
    epics: ["Deploy in ten minutes", "Retire Jenkins"],
    rules: ["project = PLAT AND component = Pipeline AND created >= 2026-01-01"],
  },
  {
    title: "No customer notices when a region fails",
    why: "The outage of March cost more than a second region does.",
    ...goal("Priya Raman", "candidate", "time"),
    ...from("2026-11-02", "2027-06-30"),
    parent: trust,
    epics: ["Second region", "Backups we have restored"],
  },
  {
    title: "The SOC 2 report has no exceptions",
    why: "Three large customers sign only with the report.",
    ...goal("Goran Petrov", "committed", "count"),
    ...from("2025-09-01", "2026-12-04"),
    epics: ["Secrets that rotate", "Access by role"],
    rules: ["project = SEC AND issuetype != Epic"],
  },
  {
    title: "Half as many severe bugs reach customers",
    why: "Severe bugs take a quarter of each sprint.",
    ...goal("Finn Larsen", "committed", "count"),
    ...from("2026-07-01", "2026-12-31"),
    rules: [
      "project in (SHOP, BILL) AND issuetype = Bug AND priority in (Highest, High) AND created >= 2026-07-01",
    ],
  },
  {
    title: "The Nordic shop earns its first million",
    why: "Sweden alone is larger than our third market.",
    ...goal("Ada Lindqvist", "committed", "count"),
    ...from("2026-08-03", "2027-03-31"),
  },
  {
    title: "A loyalty programme that pays for itself",
    why: "Dropped: the pilot showed that points move orders, not revenue.",
    ...goal("Mira Holm", "dropped", "points"),
    ...from("2026-02-02", "2026-09-30"),
    epics: ["Loyalty points at checkout"],
  },
];

function goal(owner: string, state: string, rule: string) {
  return { owner, state, rule };
}

function from(startDay: string, targetDay: string) {
  return { startDay, targetDay };
}
