import type { FrameLocator } from "playwright-core";
import { expectText } from "./expect";
import { openGoalsPage } from "./goals-page";
import { journey } from "./journey";
import { people, shop } from "./shop-data";
import { siteWith } from "./site-with";

const goal = "Checkout in one minute";

journey(
  "two people edit one goal: the second is told, sees the other's version and loses nothing",
  siteWith({ data: shop() }),
  async (stage) => {
    const { page } = stage;
    await stage.asUser(people.lead);
    const { app, create } = await openGoalsPage(stage);
    await create(goal);
    const address = page.url();
    const form = await edit(app);
    await form.getByLabel("Why").fill("Carts are left at the till.");

    await stage.asUser(people.administrator);
    const second = await page.context().newPage();
    await second.goto(address);
    const theirs = await edit(second.locator("main iframe").contentFrame());
    await theirs.getByLabel("Title").fill("Checkout in half a minute");
    await theirs.getByRole("button", { name: "Save" }).click();
    await theirs.waitFor({ state: "detached" });

    await stage.asUser(people.lead);
    await form.getByRole("button", { name: "Save" }).click();
    await expectText(form, "Somebody else saved this goal while you were editing it.");
    await expectText(form, "Checkout in half a minute");
    await form.getByText("Carts are left at the till.").waitFor();
    await form.getByLabel("Title").fill("Checkout in half a minute");
    await form.getByRole("button", { name: "Save over it" }).click();
    await form.waitFor({ state: "detached" });
    await expectText(app, "Carts are left at the till.");
    await app.getByRole("heading", { level: 1, name: "Checkout in half a minute" }).waitFor();
  },
);

async function edit(app: FrameLocator) {
  await app.getByRole("button", { name: "Edit", exact: true }).click();
  const form = app.getByRole("dialog", { name: "Edit goal" });
  await form.waitFor();
  return form;
}
