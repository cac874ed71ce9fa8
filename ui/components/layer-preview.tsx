import type { ComponentChildren } from "preact";
import type { Rect } from "../../protocol/geometry.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Source } from "../session/layer/layer-state.ts";
import { PictureCanvas } from "./picture-canvas.tsx";
import { PictureFrame } from "./picture-frame.tsx";
import { viewBox } from "./view-box.ts";

const RATIO = 16 / 9;

export interface LayerPreviewProps {
  readonly source: Source;
  /** What the preview comes closer to, image pixels; the whole picture otherwise. */
  readonly target?: Rect<"image"> | undefined;
  /** Drawn over the picture, in its own frame. */
  readonly children?: ComponentChildren;
  /** What can be worked on over the picture. */
  readonly overlay?: ComponentChildren;
  /** Beneath the picture. */
  readonly tools?: ComponentChildren;
}

/** The layer at hand, in view while the screen beneath it scrolls. */
export function LayerPreview({ source, target, children, overlay, tools }: LayerPreviewProps) {
  const m = useMessages().edit;
  const { imageWidth: width, imageHeight: height } = source.placement;
  const label = m.preview(source.layer.name, source.texts.length);
  return (
    <div class="edit-preview">
      <PictureFrame label={label} ratio={RATIO} box={viewBox({ width, height }, RATIO, target)} overlay={overlay}>
        <PictureCanvas picture={source.picture} />
        {children}
      </PictureFrame>
      <div class="preview-foot">
        <h1 class="layer-name">
          <span class="layer-words">{source.layer.name}</span>
          <span class="layer-size">{m.size(width, height)}</span>
        </h1>
        {tools && <div class="preview-tools">{tools}</div>}
      </div>
    </div>
  );
}
