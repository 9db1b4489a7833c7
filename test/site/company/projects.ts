import { billingWords } from "./words/billing";
import { checkoutWords } from "./words/checkout";
import { mobileWords } from "./words/mobile";
import { platformWords } from "./words/platform";
import type { ProjectWords } from "./words/project-words";
import { securityWords } from "./words/security";

/** How a team sizes its work: the share of base-level issues that get story points, or an original estimate. */
export type Sizing = {
  readonly points: number;
  readonly estimate: number;
};

/** A project, its team and its habits. */
export type Project = {
  readonly key: string;
  readonly name: string;
  readonly words: ProjectWords;
  readonly people: readonly string[];
  readonly sizing: Sizing;
  /** Begins the names of the team's sprints; null for a team without sprints. */
  readonly sprints: string | null;
  /** Begins the names of its versions, and the days between two releases; null for a team that has none. */
  readonly versions: { readonly name: string; readonly everyDays: number } | null;
  readonly storiesPerEpic: number;
  readonly looseBugs: number;
  readonly looseTasks: number;
  /** Share of the finished work on which the team forgets the resolution. */
  readonly forgetsResolution: number;
  /** The level that its confidential issues carry. */
  readonly securityLevel: string | null;
};

export const projects: readonly Project[] = [
  {
    key: "SHOP",
    name: "Checkout",
    words: checkoutWords,
    people: ["Mira Holm", "Noor Haddad", "Emre Demir", "Yuki Tanaka", "Finn Larsen", "Dev Patel"],
    sizing: { points: 0.98, estimate: 0 },
    sprints: "SHOP Sprint",
    versions: { name: "Checkout", everyDays: 49 },
    storiesPerEpic: 14.8,
    looseBugs: 105,
    looseTasks: 25,
    forgetsResolution: 0,
    securityLevel: null,
  },
  {
    key: "BILL",
    name: "Billing",
    words: billingWords,
    people: ["Tomas Okafor", "Carla Rossi", "Kofi Mensah", "Hana Novak", "Finn Larsen"],
    sizing: { points: 0.6, estimate: 0 },
    sprints: "BILL Sprint",
    versions: { name: "Billing", everyDays: 63 },
    storiesPerEpic: 14.3,
    looseBugs: 85,
    looseTasks: 25,
    forgetsResolution: 0,
    securityLevel: "Finance",
  },
  {
    key: "PLAT",
    name: "Platform",
    words: platformWords,
    people: ["Priya Raman", "Goran Petrov", "Dev Patel", "Elif Kaya", "Hana Novak", "Emre Demir"],
    sizing: { points: 0, estimate: 0.6 },
    sprints: "Platform Sprint",
    versions: { name: "Platform", everyDays: 56 },
    storiesPerEpic: 13.8,
    looseBugs: 95,
    looseTasks: 40,
    forgetsResolution: 0.02,
    securityLevel: "Security",
  },
  {
    key: "MOBI",
    name: "Mobile",
    words: mobileWords,
    people: ["Lea Fontaine", "Sam Castillo", "Rosa Diaz", "Wim Bakker", "Yuki Tanaka"],
    sizing: { points: 0.75, estimate: 0.1 },
    sprints: "MOBI Sprint",
    versions: { name: "App", everyDays: 42 },
    storiesPerEpic: 14.3,
    looseBugs: 95,
    looseTasks: 20,
    forgetsResolution: 0.03,
    securityLevel: null,
  },
  {
    key: "SEC",
    name: "Trust and Security",
    words: securityWords,
    people: ["Goran Petrov", "Elif Kaya", "Priya Raman"],
    sizing: { points: 0, estimate: 0 },
    sprints: null,
    versions: null,
    storiesPerEpic: 9,
    looseBugs: 14,
    looseTasks: 12,
    forgetsResolution: 0,
    securityLevel: "Security",
  },
];

/** The project of the initiatives. */
export const roadmap = { key: "ROAD", name: "Roadmap", people: ["Jonas Weber", "Ada Lindqvist"] };
