import { useEffect, useRef } from "react";

/** Acts every so many seconds while the page is open; null does nothing. */
export function useEvery(seconds: number, act: (() => void) | null): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  }, [act]);
  useEffect(() => {
    const timer = setInterval(() => latest.current?.(), seconds * 1000);
    return () => {
      clearInterval(timer);
    };
  }, [seconds]);
}
