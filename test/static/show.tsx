import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, configure, render } from "@testing-library/react";
import { axe } from "jest-axe";
import type { ReactNode } from "react";
import type { SurfaceContext } from "../../static/parts/surface";
import "./dom";

/** A busy machine draws slowly; what comes late is not wrong. */
configure({ asyncUtilTimeout: 5_000 });

/** Where a surface stands, as the host tells it. */
export function contextOf(
  moduleKey: string,
  extension: SurfaceContext["extension"] = {},
): SurfaceContext {
  return {
    moduleKey,
    accountId: "ines",
    siteUrl: "https://example.atlassian.net",
    locale: "en-US",
    extension,
  };
}

/** Renders a view with questions that are not repeated, so that a failure shows at once. */
export function show(view: ReactNode) {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 60_000, networkMode: "always" } },
  });
  return render(<QueryClientProvider client={queries}>{view}</QueryClientProvider>);
}

/** jsdom draws nothing, so what needs pixels is for the browser's own axe run to judge. */
const rules = {
  "color-contrast": { enabled: false },
  "label-content-name-mismatch": { enabled: false },
};

/** What axe finds wrong with the page as it stands. */
export async function violationsIn(container: Element): Promise<readonly string[]> {
  return act(async () => {
    const { violations } = await axe(container, { rules });
    return violations.map(({ id, help }) => `${id}: ${help}`);
  });
}
