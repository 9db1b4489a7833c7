import type { FrameLocator } from "playwright-core";
import type { Stage } from "./stage";

/** What a person does on the goals page. */
export type GoalsPage = {
  /** Makes a goal and ends on its own page. */
  readonly create: (title: string, choices?: { readonly rule?: string }) => Promise<void>;
  /** From the list to one goal. */
  readonly show: (title: string) => Promise<void>;
  readonly linkRule: (jql: string) => Promise<void>;
  readonly linkKeys: (keys: string) => Promise<void>;
  readonly app: FrameLocator;
};

/** Goes to the goals page by the site's own navigation. */
export async function openGoalsPage({ open, page, surface }: Stage): Promise<GoalsPage> {
  await open("/");
  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Goals" }).click();
  const app = surface();
  await app.getByRole("heading", { name: "Goals", exact: true }).waitFor();
  return {
    app,
    create: async (title, { rule } = {}) => {
      await app.getByRole("button", { name: "Create goal" }).click();
      const form = app.getByRole("dialog", { name: "New goal" });
      await form.getByLabel("Title").fill(title);
      await form.getByLabel("State").selectOption("Committed");
      if (rule !== undefined) await form.getByLabel("Counted by").selectOption(rule);
      await form.getByRole("button", { name: "Create goal" }).click();
      await app.getByRole("heading", { level: 1, name: title }).waitFor();
    },
    show: async (title) => {
      await app.getByRole("button", { name: title, exact: true }).click();
      await app.getByRole("heading", { level: 1, name: title }).waitFor();
    },
    linkRule: async (jql) => {
      await app.getByRole("button", { name: "Link by JQL rule" }).click();
      await app.getByLabel("JQL").fill(jql);
      await app.getByRole("button", { name: "Link rule" }).click();
      await app.getByRole("button", { name: `Unlink ${jql}` }).waitFor();
    },
    linkKeys: async (keys) => {
      await app.getByRole("button", { name: "Link issues" }).click();
      await app.getByLabel("Issue keys").fill(keys);
      await app.getByRole("button", { name: "Link", exact: true }).click();
      await app.getByRole("status").getByText("Linked").waitFor();
    },
  };
}
