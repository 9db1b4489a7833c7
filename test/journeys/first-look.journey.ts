import { expectEqual, expectText } from "./expect";
import { journey } from "./journey";
import { siteWith } from "./site-with";

journey(
  "somebody starts the site for the first time and looks at the generated company",
  siteWith({}),
  async (stage) => {
    await stage.open("/");
    const frames = await stage.page.locator("article iframe").all();
    expectEqual(frames.length, 3, "gadgets on the dashboard");
    for (const frame of frames) {
      await expectText(frame.contentFrame(), /^\d+ %$/);
      await expectText(frame.contentFrame(), /^As of /);
    }
    await stage.accessible("the dashboard");
    await stage.picture("first-look");
    await stage.page.getByRole("link", { name: "Projects" }).click();
    await stage.page.getByRole("link", { name: "Checkout" }).click();
    await stage.page.getByRole("navigation", { name: "Project" }).getByText("Goals").click();
    await expectText(stage.surface(), "of this project’s work serves a goal");
  },
);
