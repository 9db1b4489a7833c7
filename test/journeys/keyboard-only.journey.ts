import { dashboardPath } from "./dashboard";
import { expectText } from "./expect";
import { journey } from "./journey";
import { tabTo } from "./keyboard";
import { people, shop } from "./shop-data";
import { siteWith } from "./site-with";

const goal = "Checkout in one minute";

journey(
  "somebody without a mouse makes a goal, links an issue, sets up a gadget and opens its items",
  siteWith({ data: shop() }),
  async (stage) => {
    const { page, control } = stage;
    const { keyboard } = page;
    const press = async (name: string | RegExp) => {
      await tabTo(page, name);
      await keyboard.press("Enter");
    };
    await stage.asUser(people.lead);
    await stage.open("/");
    await press("Goals");
    const app = stage.surface();
    await expectText(app, "No goals yet");
    await press("Create goal");
    await app.getByRole("dialog").waitFor();
    await keyboard.type(goal);
    await press("Create goal");
    await app.getByRole("heading", { level: 1, name: goal }).waitFor();

    await stage.open("/browse/SHOP-1");
    await tabTo(page, "Link another goal");
    await keyboard.type("Checkout");
    await expectText(stage.surface(), "1 found.");
    await keyboard.press("Enter");
    await expectText(stage.surface(), `Linked to ${goal}`);
    await control.settle();

    await stage.open(dashboardPath);
    await press("Add gadget");
    await press("Add Goal progress (gadget)");
    const gadget = stage.gadget("Goal progress");
    await gadget.getByRole("combobox", { name: "Goal" }).waitFor();
    await tabTo(page, "Goal");
    await keyboard.type("minute");
    await expectText(gadget, "1 found.");
    await keyboard.press("Enter");
    await expectText(gadget, `Shows ${goal}`);
    await press("Save");
    await expectText(gadget, "2 of 4 items done");
    await press("Show the items");
    await expectText(gadget, "Guest email step");
  },
);

journey(
  "somebody without a mouse moves an issue, and closes menus and dialogs with Escape",
  siteWith({ data: shop() }),
  async (stage) => {
    const { page } = stage;
    const { keyboard } = page;
    await stage.asUser(people.lead);
    await stage.open("/browse/SHOP-5");
    await tabTo(page, "Status: To Do");
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await page.getByRole("button", { name: "Done", exact: true }).waitFor({ state: "hidden" });
    await keyboard.press("Enter");
    await tabTo(page, "Done");
    await keyboard.press("Enter");
    await page.getByLabel("Status: Done").waitFor();

    await stage.open(dashboardPath);
    await tabTo(page, "Add gadget");
    await keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Add a gadget" }).waitFor();
    await keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Add a gadget" }).waitFor({ state: "hidden" });
  },
);
