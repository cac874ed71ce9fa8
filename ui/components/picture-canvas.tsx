import { useLayoutEffect, useRef } from "preact/hooks";
import { usePanel } from "../panel-context.ts";
import type { PictureId } from "../session/ui-state.ts";

export interface PictureCanvasProps {
  readonly picture: PictureId;
  readonly class?: string;
  readonly style?: Record<string, string>;
}

/** A preview from the shelf, drawn once. Its name is carried by the frame around it, whose content is presentational. */
export function PictureCanvas({ picture, class: name = "", style }: PictureCanvasProps) {
  const { bitmap } = usePanel();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const image = bitmap(picture);
    const target = canvas.current;
    if (!image || !target) return;
    target.width = image.width;
    target.height = image.height;
    target.getContext("2d")?.drawImage(image, 0, 0);
  }, [picture, bitmap]);
  return <canvas ref={canvas} class={`picture ${name}`} style={style} />;
}
