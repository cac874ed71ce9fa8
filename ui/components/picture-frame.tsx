import type { ComponentChildren } from "preact";
import type { Zoom } from "./view-box.ts";

export interface PictureFrameProps {
  readonly label: string;
  /** Image pixels; sets the frame's proportions. */
  readonly width: number;
  readonly height: number;
  readonly zoom: Zoom;
  readonly children: ComponentChildren;
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** Shows a picture whole and, on wish, closer; everything inside lies in the picture's own frame. */
export function PictureFrame({ label, width, height, zoom, children }: PictureFrameProps) {
  const transform = `translate(${percent(zoom.left)}, ${percent(zoom.top)}) scale(${zoom.scale.toFixed(4)})`;
  return (
    <div class="frame">
      <div class="frame-window" role="img" aria-label={label} style={{ "--ratio": String(width / height) }}>
        <div class="frame-picture" style={{ transform }}>
          {children}
        </div>
      </div>
    </div>
  );
}
