/** Points down when open, to the side when closed. */
export function Chevron({ open }: { readonly open: boolean }) {
  return (
    <svg
      className={open ? "chevron chevron-open" : "chevron"}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
