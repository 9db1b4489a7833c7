import { initiatives } from "./initiatives";
import { type ProjectWords, theme } from "./project-words";

const { billing, legacy, nordics, retention } = initiatives;

export const billingWords: ProjectWords = {
  themes: [
    theme("Invoices on day one", billing, "invoice run|draft invoice|invoice PDF|delivery by mail"),
    theme("Proration that adds up", billing, "mid-month upgrade|seat change|credit line"),
    theme("Credit notes", null, "credit note|refund approval|partial refund"),
    theme("Dunning without anger", retention, "reminder mail|grace period|card retry|final notice"),
    theme("Tax for twelve countries", nordics, "tax rate table|reverse charge|tax report"),
    theme("Usage-based plans", billing, "meter reading|tier price|usage forecast|overage alert"),
    theme("Annual contracts", billing, "contract term|renewal notice|ramp price"),
    theme("Self-service plan changes", retention, "plan picker|downgrade|cancellation survey"),
    theme("Revenue recognition", null, "revenue schedule|deferred revenue|month-end close"),
    theme("Payment reconciliation", billing, "bank statement|payout match|open item list"),
    theme("Partner payouts", null, "payout statement|commission rule|withholding"),
    theme("Billing in Nordic currencies", nordics, "exchange rate|OCR reference|e-invoice"),
    theme("Price experiments", null, "price list|cohort|grandfathered price"),
    theme("Retire the legacy invoicing engine", legacy, "legacy tariff|nightly batch|old ledger"),
    theme("One ledger", billing, "journal entry|account chart|posting rule|audit export"),
    theme("Customer billing portal", retention, "invoice archive|payment method|billing contact"),
  ],
  places: [
    "in the billing portal",
    "for annual plans",
    "for resellers",
    "in the admin console",
    "in the nightly run",
    "for trial accounts",
    "in the ledger export",
    "for multi-entity customers",
  ],
  stories: [
    "As an accountant I check the {thing} {place}",
    "Compute the {thing} {place}",
    "Let customers correct the {thing} {place}",
    "Show how the {thing} came about {place}",
    "Send the {thing} to the ERP {place}",
    "Approve the {thing} by two people {place}",
    "Preview the {thing} {place}",
    "Keep the history of the {thing} {place}",
  ],
  tasks: [
    "Backfill the {thing} {place}",
    "Reconciliation report for the {thing} {place}",
    "Property tests for the {thing} {place}",
    "Move the {thing} to the new schema {place}",
    "Runbook for the {thing} {place}",
  ],
  bugs: [
    "The {thing} is a cent off {place}",
    "The {thing} is sent twice {place}",
    "The {thing} ignores the time zone {place}",
    "Wrong currency in the {thing} {place}",
    "The {thing} is missing {place} after a plan change",
    "Deadlock while writing the {thing} {place}",
  ],
  components: ["Invoicing", "Ledger", "Pricing", "Tax", "Portal"],
  labels: ["finance", "month-end", "compliance", "migration"],
};
