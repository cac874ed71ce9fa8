import { Icon, type IconName } from "./icon.tsx";

export interface ToggleButtonProps {
  readonly icon: IconName;
  /** Says what is on where it is pressed. */
  readonly label: string;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
}

/** An icon that stays pressed. */
export function ToggleButton({ icon, label, on, onToggle }: ToggleButtonProps) {
  return (
    <button
      type="button"
      class="button button-quiet toggle"
      aria-label={label}
      title={label}
      aria-pressed={on}
      onClick={() => onToggle(!on)}
    >
      <Icon name={icon} />
    </button>
  );
}
