import { type RefObject, useEffect, useRef } from "react";

/** After a refused attempt the first field with an error gets the focus; `problem` is the resolver's refusal. */
export function useFocusOnError(attempts: number, problem: unknown): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempts === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts, problem]);
  return form;
}
