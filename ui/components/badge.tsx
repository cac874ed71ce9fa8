import type { ComponentChildren } from "preact";

export interface BadgeProps {
  readonly tone: "good" | "warn" | "bad" | "quiet";
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** A short fact in words; the colour only repeats it. */
export function Badge({ tone, title, children }: BadgeProps) {
  return (
    <span class={`badge badge-${tone}`} title={title}>
      {children}
    </span>
  );
}
