import { type ReactNode, useId } from "react";

type Props = { readonly title: string; readonly children: ReactNode };

/** One topic of the page. */
export function Section({ title, children }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {title}
      </h2>
      {children}
    </section>
  );
}
