import { type RefObject, useEffect, useRef, useState } from "react";

/** What is drawn before the page has been measured. */
const usualPixels = 640;

/** The width in pixels of what a chart stands in: text in a chart that is scaled as a picture becomes unreadable. */
export function useWidth(): { readonly ref: RefObject<HTMLDivElement>; readonly width: number } {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usualPixels);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
    };
  }, []);
  return { ref, width };
}
