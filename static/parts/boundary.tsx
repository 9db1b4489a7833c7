import { Component, type ReactNode } from "react";
import { Failed } from "./failed";

type Props = { readonly children: ReactNode };

/** Shows a failure in place of a view that broke or could not be loaded. React has only a class for this. */
export class Boundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Failed
        what="This view broke, or Throughline was updated while the page was open. Load it again to go on."
        retry={() => {
          window.location.reload();
        }}
      />
    );
  }
}
