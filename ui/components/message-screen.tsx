import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";

export interface MessageScreenProps {
  readonly icon: "layer" | "warning" | "spark";
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A calm screen with one thing to say. */
export function MessageScreen({ icon, title, children }: MessageScreenProps) {
  return (
    <div class="message">
      <span class="message-icon">
        <Icon name={icon} />
      </span>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
