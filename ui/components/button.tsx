import type { ComponentChildren } from "preact";

export interface ButtonProps {
  readonly kind?: "primary" | "secondary" | "quiet";
  readonly disabled?: boolean;
  /** Where the visible words do not name the button. */
  readonly label?: string;
  readonly describedBy?: string;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** Never a submit button: a plugin's frame may be sandboxed without `allow-forms`, and then a form does nothing, silently. */
export function Button({ kind = "secondary", disabled = false, label, describedBy, onClick, children }: ButtonProps) {
  return (
    <button
      class={`button button-${kind}`}
      type="button"
      disabled={disabled}
      aria-label={label}
      title={label}
      aria-describedby={describedBy}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
