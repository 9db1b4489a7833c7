/** @jest-environment jsdom */
import { answer, emit, fail, hang, refuse, reply, requestsOf, resetHost } from "./host";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import GoalProgressGadget from "../../static/surfaces/goal-progress/goal-progress";
import { epicItems, goalItems, goalProgress, noWork, progress, withheld } from "./build/progress";
import { contextOf, show, violationsIn } from "./show";

const configured = { gadget: { id: "g1" }, gadgetConfiguration: { goalId: "7" } };

const gadget = (extension: Readonly<Record<string, unknown>> = configured) =>
  show(<GoalProgressGadget context={contextOf("goal-progress-gadget", extension)} />);

beforeEach(resetHost);

describe("at a glance", () => {
  it("shows the number with its interval, of what and as of when, from one call", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    expect(await screen.findByText("29 %")).toBeVisible();
    expect(screen.getByText("between 16 and 31 %")).toBeVisible();
    expect(screen.getByText("5 of 8 items done, counted by story points")).toBeVisible();
    expect(screen.getByText("As of 23 Nov 2026, 09:40 UTC")).toBeVisible();
    expect(requestsOf("goalProgress")).toEqual([{ goalId: "7" }]);
    expect(requestsOf("goalItems")).toEqual([]);
  });

  it("describes the bar in words", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    const bar = await screen.findByRole("img");
    expect(bar).toHaveAccessibleName(
      "29 % done, between 16 % and 31 %. Confirmed 4, Claimed 1, Active 1, To do 2.",
    );
  });

  it("leaves the legend out when it was not wanted", async () => {
    answer("goalProgress", goalProgress());
    gadget({ gadgetConfiguration: { goalId: "7", showLegend: false } });
    await screen.findByText("29 %");
    expect(screen.queryByText("Interval")).not.toBeInTheDocument();
  });

  it("shows a title with markup as plain text", async () => {
    answer("goalProgress", goalProgress({ title: "<b>Bold</b> & <script>" }));
    gadget();
    expect(await screen.findByText("<b>Bold</b> & <script>")).toBeVisible();
  });

  it("has no accessibility violation, open or closed", async () => {
    answer("goalProgress", goalProgress());
    answer("goalItems", goalItems());
    const { container } = gadget();
    await screen.findByText("29 %");
    expect(await violationsIn(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Show the items" }));
    await screen.findByText("Together");
    expect(await violationsIn(container)).toEqual([]);
  });
});

describe("without a number", () => {
  it("asks to be set up and asks nothing of the resolver", () => {
    gadget({});
    expect(screen.getByText("Choose a goal")).toBeVisible();
    expect(requestsOf("goalProgress")).toEqual([]);
  });

  it("shows that it is loading", () => {
    hang("goalProgress");
    gadget();
    expect(screen.getByRole("status", { name: "Loading" })).toBeInTheDocument();
  });

  it("says that no work is linked, and offers no list", async () => {
    answer("goalProgress", goalProgress({ progress: noWork }));
    gadget();
    expect(await screen.findByText(/No work is linked yet/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Show the items" })).not.toBeInTheDocument();
  });

  it("says how much has been read while the work is being read", async () => {
    const reading = { kind: "reading", read: 312, about: 1240 } as const;
    const number = { kind: "none", why: "being-read" } as const;
    answer("goalProgress", goalProgress({ progress: { ...noWork, number, reading } }));
    gadget();
    expect(await screen.findByText(/312 of about 1,?240 issues read/)).toBeVisible();
  });

  it("says that an archived goal can be replaced in the gadget's menu", async () => {
    refuse("goalProgress", "archived");
    gadget();
    expect(await screen.findByText(/was archived.*then Configure/)).toBeVisible();
  });

  it("does not name a goal that the viewer may not see", async () => {
    refuse("goalProgress", "no-such-goal");
    gadget();
    expect(await screen.findByText(/does not exist any more, or you may not see it/)).toBeVisible();
  });

  it("offers to try again after a failure", async () => {
    fail("goalProgress");
    gadget();
    await screen.findByRole("alert");
    answer("goalProgress", goalProgress());
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("29 %")).toBeVisible();
  });

  it("keeps the last number, marked, when it cannot be refreshed", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    await screen.findByText("29 %");
    fail("goalProgress");
    act(() => {
      emit("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "dashboard" });
    });
    expect(await screen.findByText(/Not refreshed since/)).toBeVisible();
    expect(screen.getByText("29 %")).toBeVisible();
  });
});

describe("refreshing", () => {
  it("asks again when the dashboard or this gadget is refreshed, and not for another gadget", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    await screen.findByText("29 %");
    act(() => {
      emit("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "gadget", gadgetId: "g2" });
    });
    expect(requestsOf("goalProgress")).toHaveLength(1);
    act(() => {
      emit("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "gadget", gadgetId: "g1" });
    });
    await waitFor(() => {
      expect(requestsOf("goalProgress")).toHaveLength(2);
    });
  });

  it("asks again by itself while the work is being read", async () => {
    const answers = [
      goalProgress({ progress: progress({ reading: { kind: "queued" } }) }),
      goalProgress({
        progress: progress({
          number: { kind: "value", headline: 0.5, low: 0.4, high: 0.6, exact: true },
        }),
      }),
    ];
    reply("goalProgress", () => ({ ok: true, value: answers.shift() ?? goalProgress() }));
    gadget();
    expect(await screen.findByText(/waiting to be read/)).toBeVisible();
    expect(await screen.findByText("50 %", {}, { timeout: 4000 })).toBeVisible();
  });
});

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
});
