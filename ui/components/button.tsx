import type { ComponentChildren } from "preact";

export interface ButtonProps {
  readonly kind?: "primary" | "secondary" | "quiet";
  readonly type?: "button" | "submit";
  readonly disabled?: boolean;
  /** Where the visible words do not name the button. */
  readonly label?: string;
  readonly describedBy?: string;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

export function Button({ kind = "secondary", type = "button", disabled = false, label, describedBy, onClick, children }: ButtonProps) {
  return (
    <button
      class={`button button-${kind}`}
      type={type}
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
