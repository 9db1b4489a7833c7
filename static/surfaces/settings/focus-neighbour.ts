/** Before the line of this button goes, the focus moves on to the same button of the line beside it. */
export function focusNeighbour(button: HTMLElement): void {
  const line = button.closest("li");
  const neighbour = line?.nextElementSibling ?? line?.previousElementSibling;
  const label = button.getAttribute("aria-label")?.split(" ")[0] ?? "";
  neighbour?.querySelector<HTMLElement>(`button[aria-label^="${label} "]`)?.focus();
}
