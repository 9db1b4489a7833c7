import { CSPInjectionService, CSPProcessingService } from "@forge/csp";
import { load } from "cheerio/slim";
import { z } from "zod/mini";

const permissionsShape = z.looseObject({
  content: z.optional(
    z.object({
      styles: z.optional(z.array(z.literal("unsafe-inline"))),
      scripts: z.optional(z.array(z.string())),
    }),
  ),
});

/**
 * The Content-Security-Policy that production sends with this page: Atlassian's own computation, with the local
 * site in the place of the Jira host and the reports sent to it.
 */
export function policyFor(
  document: string,
  permissions: Readonly<Record<string, unknown>>,
  siteUrl: string,
): string {
  const declared = permissionsShape.parse(permissions);
  if ("external" in declared) {
    throw new Error("permissions.external is not modelled by the local site");
  }
  const details = new CSPProcessingService({ info: () => undefined }, load).getCspDetails(
    document,
    {
      content: {
        styles: declared.content?.styles ?? [],
        scripts: declared.content?.scripts ?? [],
      },
    },
  );
  return new CSPInjectionService()
    .getInjectableCSP({
      existingCSPDetails: details,
      microsEnv: "prod",
      hostname: siteUrl,
      isFedRAMP: false,
      tunnelCSPReporterUri: `${siteUrl}/__control/csp-report`,
    })
    .join("; ");
}
