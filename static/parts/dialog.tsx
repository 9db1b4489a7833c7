import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import "./forms.css";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. It stands level
 * with what opened it: a frame is as high as its page, so its middle may be far out of sight.
 */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [top, setTop] = useState(edgePixels);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const opener = document.activeElement;
    const wished = (opener?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (!element.open) element.showModal();
    const release = holdPlace(element, wished, setTop);
    return () => {
      release();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      style={{ top }}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <div className="form">
        <h2 id={titleId} className="page-title">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}

const edgePixels = 12;

/** A dialog does not make its page higher, but a frame is only as high as its page: the body grows with the dialog. */
function holdPlace(element: HTMLElement, wished: number, place: (top: number) => void): () => void {
  const hold = () => {
    const height = element.offsetHeight + 2 * edgePixels;
    document.body.style.minHeight = `${String(height)}px`;
    const last = document.body.offsetHeight - element.offsetHeight - edgePixels;
    place(Math.max(edgePixels, Math.min(wished, last)));
  };
  const observer = new ResizeObserver(hold);
  observer.observe(element);
  hold();
  return () => {
    observer.disconnect();
    document.body.style.minHeight = "";
  };
}
