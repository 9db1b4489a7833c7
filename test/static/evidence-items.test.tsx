/** @jest-environment jsdom */
import { answer, fail, reply, requestsOf } from "./host";
import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { evidence, evidenceItems } from "./build/evidence";
import { epicItems, progress } from "./build/progress";
import { page, region, resetEvidence } from "./evidence-page";

beforeEach(resetEvidence);

describe("the items", () => {
  it("add up to the number exactly", async () => {
    page();
    const items = await region("The items");
    expect(await within(items).findByText("Together")).toBeVisible();
    expect(items).toHaveTextContent("Together10 of 3429.4 %");
    expect(screen.queryByText(/changed while they were read/)).not.toBeInTheDocument();
  });

  it("say so when they do not add up", async () => {
    answer("evidenceItems", evidenceItems({ items: epicItems.slice(0, 3), matching: 3 }));
    page();
    expect(await screen.findByText(/changed while they were read/)).toBeVisible();
  });

  it("are closed by what the viewer may not see as one line", async () => {
    const hidden = { kind: "counted", hidden: 6, of: 10 } as const;
    answer("goalEvidence", evidence({ progress: progress({ hidden }) }));
    answer("evidenceItems", evidenceItems({ items: epicItems.slice(0, 4), matching: 4 }));
    page();
    const items = await region("The items");
    expect(await within(items).findByText("6 items you may not see")).toBeVisible();
    expect(items).toHaveTextContent("6 items you may not see14.7 %Together29.4 %");
  });

  it("are filtered by class, and the filters stand in the address", async () => {
    const { history } = page();
    const items = await region("The items");
    await userEvent.click(within(items).getByRole("button", { name: "To do" }));
    await userEvent.click(within(items).getByRole("button", { name: "Active" }));
    await userEvent.click(within(items).getByRole("button", { name: "Unsized" }));
    expect(history.pushed.at(-1)).toBe("/goal/7?class=active,todo&unsized=1");
    answer("evidenceItems", evidenceItems({ items: [], matching: 0 }));
    await userEvent.click(within(items).getByRole("button", { name: "Active" }));
    expect(await screen.findByText("No item that you may see is like that.")).toBeVisible();
    await userEvent.click(within(items).getByRole("button", { name: "Show all" }));
    expect(history.pushed.at(-1)).toBe("/goal/7");
  });

  it("are drawn only where they are in sight, and read when they come near", async () => {
    const many = Array.from({ length: 500 }, () => epicItems)
      .flat()
      .map((item, n) => ({ ...item, issueId: String(20_000 + n), key: `PAY-${String(n)}` }));
    reply("evidenceItems", (request) => {
      const after =
        typeof request === "object" && request !== null && "after" in request
          ? request.after
          : null;
      const start = many.findIndex(({ issueId }) => issueId === after) + 1;
      const items = many.slice(start, start + 200);
      const next = start + 200 < many.length ? (items.at(-1)?.issueId ?? null) : null;
      return { ok: true, value: { items, next, matching: many.length } };
    });
    page();
    const list = await screen.findByRole("group", { name: "Items behind the number" });
    const table = within(list).getByRole("table");
    expect(table).toHaveAttribute("aria-rowcount", "5001");
    expect(within(table).getAllByRole("row").length).toBeLessThan(100);
    expect(requestsOf("evidenceItems")).toHaveLength(1);
    expect(screen.getByText(/200 of 5,000 items read/)).toBeVisible();
    fireEvent.scroll(list, { target: { scrollTop: 200 * 56 } });
    expect(await within(table).findByText("PAY-210")).toBeVisible();
    const row = within(table).getByRole("row", { name: /PAY-210/ });
    expect(row).toHaveAttribute("aria-rowindex", "212");
    expect(within(table).queryByText("PAY-1")).not.toBeInTheDocument();
    expect(requestsOf("evidenceItems")).toHaveLength(2);
  });

  it("are saved with all their pages as a file", async () => {
    const saved: Blob[] = [];
    const create = (blob: Blob) => {
      saved.push(blob);
      return "blob:items";
    };
    Object.assign(URL, { createObjectURL: create, revokeObjectURL: () => undefined });
    const click = jest.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
    reply("evidenceItems", (request) => {
      const isSecond = JSON.stringify(request).includes('"after"');
      const items = isSecond ? epicItems.slice(5) : epicItems.slice(0, 5);
      return {
        ok: true,
        value: { items, next: isSecond ? null : "10005", matching: epicItems.length },
      };
    });
    page("/goal/7?class=todo");
    await userEvent.click(await screen.findByRole("button", { name: "Download CSV" }));
    expect(await screen.findByText("10 items saved.")).toBeVisible();
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
    expect(saved).toHaveLength(1);
    expect(saved[0]?.size).toBeGreaterThan(500);
  });

  it("are not saved in part", async () => {
    page();
    await screen.findByText("Together");
    fail("evidenceItems");
    await userEvent.click(screen.getByRole("button", { name: "Download CSV" }));
    expect(await screen.findByText(/did not get all items/)).toBeVisible();
  });
});
