import "@testing-library/jest-dom";

/** What browsers have and jsdom lacks: the modal dialog with its Escape key, and an observer of sizes. */
function openModally(this: HTMLDialogElement): void {
  this.open = true;
  this.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    this.open = false;
    this.dispatchEvent(new Event("close"));
  });
  this.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
}

class SizeObserver {
  observe() {
    return undefined;
  }

  disconnect() {
    return undefined;
  }
}

Object.assign(HTMLDialogElement.prototype, { showModal: openModally });
Object.assign(globalThis, { ResizeObserver: SizeObserver });
