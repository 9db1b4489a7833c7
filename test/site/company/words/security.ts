import { initiatives } from "./initiatives";
import { type ProjectWords, theme } from "./project-words";

const { audit } = initiatives;

export const securityWords: ProjectWords = {
  themes: [
    theme("Evidence for the auditors", audit, "access log|change record|policy sign-off"),
    theme("Vulnerability handling", audit, "dependency scan|patch deadline|exception list"),
    theme("Incident response", audit, "incident report|on-call handover|status message"),
    theme("Data deletion on request", null, "deletion request|retention rule|deletion proof"),
    theme("Vendor reviews", audit, "vendor questionnaire|data processing agreement|risk rating"),
    theme("Penetration test 2026", audit, "test finding|retest|attack surface list"),
  ],
  places: [
    "for customer data",
    "for production access",
    "for the payment flow",
    "for contractors",
    "for laptops",
    "for the public API",
  ],
  stories: [
    "Collect the {thing} {place}",
    "Review the {thing} {place}",
    "Prove the {thing} {place}",
    "Set up the {thing} {place}",
  ],
  tasks: [
    "Write the procedure of the {thing} {place}",
    "Quarterly check of the {thing} {place}",
    "Automate the {thing} {place}",
  ],
  bugs: [
    "The {thing} leaks names {place}",
    "The {thing} can be skipped {place}",
    "The {thing} is visible to everybody {place}",
  ],
  components: ["Audit", "Application security", "Privacy"],
  labels: ["soc2", "gdpr", "pentest"],
};
