/** Where a surface is shown, as the host tells it. */
export type SurfaceContext = {
  readonly moduleKey: string;
  readonly accountId: string | undefined;
  readonly siteUrl: string;
  readonly locale: string;
  /** The module's own context: gadget configuration, project, issue. A claim, never a right. */
  readonly extension: Readonly<Record<string, unknown>>;
};

export type SurfaceProps = { readonly context: SurfaceContext };
