import { initiatives } from "./initiatives";
import { type ProjectWords, theme } from "./project-words";

const { platform, legacy, audit } = initiatives;

export const platformWords: ProjectWords = {
  themes: [
    theme("Deploy in ten minutes", platform, "build cache|image layers|deploy queue|canary step"),
    theme("Second region", platform, "replica lag|failover drill|traffic split|region health"),
    theme("One way to see what happens", platform, "trace sampling|log pipeline|service map"),
    theme("Postgres 16 everywhere", platform, "version upgrade|replication slot|vacuum settings"),
    theme("Kubernetes without surprises", platform, "node pool|pod disruption budget|autoscaler"),
    theme("Secrets that rotate", audit, "secret rotation|vault policy|short-lived token"),
    theme("Event bus for all teams", null, "schema registry|dead letter queue|consumer lag"),
    theme("Leave the old data centre", legacy, "bare-metal host|VPN tunnel|cron server|file share"),
    theme("Developer portal", null, "service catalogue|golden path|scorecard"),
    theme("Feature flags as a service", null, "flag evaluation|flag clean-up|targeting rule"),
    theme("Cost per service", null, "cost tag|idle volume|rightsizing report"),
    theme("Search that keeps up", platform, "index rebuild|shard layout|query cache"),
    theme("Access by role", audit, "role mapping|access review|break-glass account"),
    theme("Test environments on demand", platform, "preview environment|seed data|teardown job"),
    theme("Rate limits for the public API", null, "quota header|burst bucket|client key"),
    theme("Backups we have restored", audit, "restore drill|backup catalogue|retention rule"),
    theme("Queue workers that scale", platform, "worker pool|retry policy|priority lane"),
    theme("Retire Jenkins", legacy, "Jenkins job|build agent|release script"),
  ],
  places: [
    "in staging",
    "in production",
    "in the Frankfurt region",
    "for batch jobs",
    "for the public API",
    "on the shared cluster",
    "in the pipeline template",
    "for internal tools",
  ],
  stories: [
    "Teams can see the {thing} {place}",
    "Automate the {thing} {place}",
    "Alert on the {thing} {place}",
    "Make the {thing} self-service {place}",
    "Roll out the {thing} {place}",
    "Cut the time of the {thing} by half {place}",
    "Prove the {thing} by a drill {place}",
  ],
  tasks: [
    "Upgrade the {thing} {place}",
    "Write the runbook of the {thing} {place}",
    "Terraform module for the {thing} {place}",
    "Remove the old {thing} {place}",
    "Benchmark the {thing} {place}",
  ],
  bugs: [
    "The {thing} hangs {place} after a restart",
    "Memory leak in the {thing} {place}",
    "False alarm of the {thing} {place}",
    "The {thing} loses messages {place}",
    "Certificate of the {thing} expires unnoticed {place}",
    "The {thing} fails {place} at midnight UTC",
  ],
  components: ["Pipeline", "Cluster", "Data", "Observability", "Identity"],
  labels: ["toil", "reliability", "cost", "security"],
};
