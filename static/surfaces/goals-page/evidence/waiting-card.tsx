import { Skeleton } from "../../../parts/skeleton";

/** A part of the page whose answer is on its way, in the room that it will take. */
export function WaitingCard({ title, lines }: { readonly title: string; readonly lines: number }) {
  return (
    <section className="card" aria-label={title}>
      <h2 className="section-title">{title}</h2>
      <Skeleton lines={lines} />
    </section>
  );
}
