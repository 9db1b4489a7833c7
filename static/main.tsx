import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ComponentType, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { view } from "./bridge";
import { isWorthRetry } from "./parts/answered-or-failed";
import { Boundary } from "./parts/boundary";
import { Failed } from "./parts/failed";
import type { SurfaceContext, SurfaceProps } from "./parts/surface";
import "./tokens.css";
import "./parts/base.css";
import "./parts/progress.css";
import "./parts/states.css";
import { surfaceByModuleKey } from "./surfaces/by-module-key";

const staleMilliseconds = 60_000;

async function start(): Promise<void> {
  const theming = view.theme.enable();
  const context = await view.getContext();
  const load = surfaceByModuleKey[context.moduleKey];
  if (load === undefined) {
    show(() => <Failed what={`This version has no view for the module ${context.moduleKey}.`} />);
    return;
  }
  if (isOnCard(context.moduleKey)) document.documentElement.classList.add("on-card");
  const [surface] = await Promise.all([load(), theming]);
  show(surface.default, {
    moduleKey: context.moduleKey,
    accountId: context.accountId,
    siteUrl: context.siteUrl,
    locale: context.locale,
    extension: context.extension,
  });
}

/** Gadgets and widgets; the manifest names their modules so. */
const isOnCard = (moduleKey: string) => /-(gadget|widget)$/.test(moduleKey);

const nowhere: SurfaceContext = {
  moduleKey: "",
  accountId: undefined,
  siteUrl: "",
  locale: "en-US",
  extension: {},
};

function show(Surface: ComponentType<SurfaceProps>, context = nowhere): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: staleMilliseconds,
        retry: isWorthRetry,
        refetchOnWindowFocus: false,
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Boundary>
          <Surface context={context} />
        </Boundary>
      </QueryClientProvider>
    </StrictMode>,
  );
}

void start().catch(() => {
  show(() => (
    <Failed what="Throughline could not start in this page. Reload the page to try again." />
  ));
});
