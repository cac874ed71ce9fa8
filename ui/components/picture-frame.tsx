import type { ComponentChildren } from "preact";
import type { ViewBox } from "./view-box.ts";

export interface PictureFrameProps {
  readonly label: string;
  /** Width over height of the window. */
  readonly ratio: number;
  readonly box: ViewBox;
  readonly children: ComponentChildren;
  /** What can be worked on over the picture, in its frame: kept apart, because a picture's content is not read out. */
  readonly overlay?: ComponentChildren;
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** A window onto a picture, whole or closer; everything inside lies in the picture's own frame. */
export function PictureFrame({ label, ratio, box, children, overlay }: PictureFrameProps) {
  const place = { left: percent(box.left), top: percent(box.top), width: percent(box.width), height: percent(box.height) };
  return (
    <div class="frame" style={{ aspectRatio: String(ratio) }}>
      <div class="frame-picture" role="img" aria-label={label} style={place}>
        {children}
      </div>
      {overlay && (
        <div class="frame-overlay" style={place}>
          {overlay}
        </div>
      )}
    </div>
  );
}
