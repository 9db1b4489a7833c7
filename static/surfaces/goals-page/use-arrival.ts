import { type RefObject, useEffect, useRef } from "react";

/** The heading to go on from: it gets the focus when a person came here from another place of the page. */
export function useArrival(moved: boolean): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus();
  }, [moved]);
  return heading;
}
