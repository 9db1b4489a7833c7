/** @jest-environment jsdom */
import { answer, fail, reply, requestsOf, resetHost } from "./host";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import GoalProgressGadget from "../../static/surfaces/goal-progress/goal-progress";
import { epicItems, goalItems, goalProgress, noWork, progress, withheld } from "./build/progress";
import { contextOf, show } from "./show";

const gadget = () =>
  show(
    <GoalProgressGadget
      context={contextOf("goal-progress-gadget", { gadgetConfiguration: { goalId: "7" } })}
    />,
  );

beforeEach(resetHost);

describe("the items", () => {
  const open = async () => {
    gadget();
    await userEvent.click(await screen.findByRole("button", { name: "Show the items" }));
  };

  it("add up to the number, by size and by share", async () => {
    answer("goalProgress", goalProgress());
    answer("goalItems", goalItems());
    await open();
    const together = await screen.findByRole("row", { name: /Together/ });
    expect(together).toHaveTextContent("10 of 34");
    expect(together).toHaveTextContent("29.4 %");
    expect(within(screen.getByRole("table")).getAllByRole("row")).toHaveLength(12);
  });

  it("each say how they are counted and why", async () => {
    answer("goalProgress", goalProgress());
    answer("goalItems", goalItems());
    await open();
    expect(await screen.findByRole("row", { name: /PAY-10/ })).toHaveTextContent(
      /Claimed.*Done, but a sub-task is open, since 3 Nov 2026/,
    );
    expect(screen.getByRole("row", { name: /PAY-3 / })).toHaveTextContent(/Dropped.*Won't Do/);
    expect(screen.getByRole("row", { name: /PAY-7/ })).toHaveTextContent(/unsized: median/);
  });

  it("end with one row for what the viewer may not see, which makes them add up", async () => {
    const hidden = { kind: "counted", hidden: 6, of: 10 } as const;
    answer("goalProgress", goalProgress({ progress: progress({ hidden }) }));
    answer(
      "goalItems",
      goalItems({
        items: epicItems.slice(0, 4),
        hiddenRow: { count: 6, size: 29, contribution: 5 / 34 },
        progress: progress({ hidden }),
      }),
    );
    await open();
    expect(
      await screen.findByText("6 of 10 items are hidden from you. The number includes them."),
    ).toBeVisible();
    expect(await screen.findByRole("row", { name: /6 items you may not see/ })).toHaveTextContent(
      "14.7 %",
    );
    expect(screen.getByRole("row", { name: /Together/ })).toHaveTextContent("29.4 %");
    expect(screen.queryByText(/changed while/)).not.toBeInTheDocument();
  });

  it("show no share and no sum when a few are hidden, and the number in whole percent", async () => {
    answer("goalProgress", goalProgress({ progress: withheld }));
    answer(
      "goalItems",
      goalItems({
        items: epicItems.slice(0, 8).map((item) => ({ ...item, contribution: null })),
        progress: withheld,
      }),
    );
    await open();
    expect(await screen.findByText(/what each item brings is not shown/)).toBeVisible();
    expect(screen.queryByRole("columnheader", { name: "Brings" })).not.toBeInTheDocument();
    expect(screen.queryByText("Together")).not.toBeInTheDocument();
    expect(screen.queryByText(/items done/)).not.toBeInTheDocument();
    expect(screen.getByText("29 %")).toBeVisible();
  });

  it("come page by page, and the sum only with the last page", async () => {
    answer("goalProgress", goalProgress());
    const pages = [
      goalItems({ items: epicItems.slice(0, 5), next: "10005" }),
      goalItems({ items: epicItems.slice(5) }),
    ];
    reply("goalItems", () => ({ ok: true, value: pages.shift() ?? goalItems() }));
    await open();
    await screen.findByText("PAY-5");
    expect(screen.queryByText("Together")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Show more items" }));
    expect(await screen.findByRole("row", { name: /Together/ })).toHaveTextContent("29.4 %");
    expect(requestsOf("goalItems")).toEqual([
      { goalId: "7", limit: 100 },
      { goalId: "7", limit: 100, after: "10005" },
    ]);
  });

  it("say so when they do not add up, and can be read again", async () => {
    answer("goalProgress", goalProgress());
    answer("goalItems", goalItems({ items: epicItems.slice(0, 3) }));
    await open();
    expect(await screen.findByText(/The items changed while they were read/)).toBeVisible();
    answer("goalItems", goalItems());
    await userEvent.click(screen.getByRole("button", { name: "Read them again" }));
    await waitFor(() => {
      expect(screen.queryByText(/changed while/)).not.toBeInTheDocument();
    });
  });

  it("can be tried again after a failure", async () => {
    answer("goalProgress", goalProgress());
    fail("goalItems");
    await open();
    await screen.findByRole("alert");
    answer("goalItems", goalItems());
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("Together")).toBeVisible();
  });

  it("say why there is none, when the viewer may see none or nothing is there", async () => {
    const hidden = { kind: "some" } as const;
    answer("goalProgress", goalProgress({ progress: progress({ hidden }) }));
    answer("goalItems", goalItems({ items: [], progress: progress({ hidden }) }));
    await open();
    expect(await screen.findByText("You may not see any of the items.")).toBeVisible();
  });

  it("say that nothing is linked, if so", async () => {
    answer("goalProgress", goalProgress());
    answer("goalItems", goalItems({ items: [], progress: noWork }));
    await open();
    expect(await screen.findByText(/No work is linked yet/)).toBeVisible();
  });
});
