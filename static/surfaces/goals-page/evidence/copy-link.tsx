import { useState } from "react";
import { addressOfPlace } from "../../../bridge";

/** Copies the address of what is shown; where the browser does not let us, it stands there to be copied by hand. */
export function CopyLink({ path }: { readonly path: string }) {
  const [copied, setCopied] = useState<{ readonly path: string; readonly by: string | null }>();
  const copy = async () => {
    const address = await addressOfPlace(path).catch(() => null);
    if (address === null) return;
    const done = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied({ path, by: done ? null : address });
  };
  const isFresh = copied?.path === path;
  return (
    <>
      <button className="button chip" type="button" onClick={() => void copy()}>
        Copy link
      </button>
      <span className="subtle" role="status">
        {isFresh && copied.by === null ? "Copied." : ""}
      </span>
      {isFresh && copied.by !== null ? (
        <input className="input" readOnly aria-label="Link to this view" value={copied.by} />
      ) : null}
    </>
  );
}
