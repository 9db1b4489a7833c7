import { type ReactNode, useEffect, useId, useRef } from "react";
import "./forms.css";

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const opener = document.activeElement;
    if (!element.open) element.showModal();
    const release = holdHeight(element);
    return () => {
      release();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      <div className="form">
        <h2 id={titleId} className="page-title">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}

const edgePixels = 24;

/** A dialog does not make its page higher, but a frame is only as high as its page: the body grows with the dialog. */
function holdHeight(element: HTMLElement): () => void {
  const hold = () => {
    document.body.style.minHeight = `${String(element.offsetHeight + edgePixels)}px`;
  };
  const observer = new ResizeObserver(hold);
  observer.observe(element);
  hold();
  return () => {
    observer.disconnect();
    document.body.style.minHeight = "";
  };
}
