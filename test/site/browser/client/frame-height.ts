/**
 * Reports the height of the content whenever it changes. It is measured at once on each change and never waits for an
 * animation frame: a frame below the fold gets none.
 */
export function followHeight(report: (height: number) => void): void {
  let reported = -1;
  const measure = () => {
    const height = contentHeight();
    if (height === reported) return;
    reported = height;
    report(height);
  };
  const observe = () => {
    new ResizeObserver(measure).observe(document.documentElement);
    new MutationObserver(measure).observe(document.documentElement, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    measure();
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", observe);
  else observe();
  globalThis.addEventListener("load", measure);
}

/** The height of the page's own boxes, or of what overflows the body (an open list); never the frame's height itself. */
function contentHeight(): number {
  const { body, documentElement } = document;
  const overflowing = body.getBoundingClientRect().top + globalThis.scrollY + body.scrollHeight;
  return Math.ceil(Math.max(documentElement.offsetHeight, overflowing));
}
