import { useLayoutEffect, useRef } from "preact/hooks";
import { usePanelTools } from "../panel-context.ts";
import type { PictureId } from "../session/layer/layer-state.ts";

/** A preview from the shelf, drawn once. Its name is carried by the frame around it, whose content is presentational. */
export function PictureCanvas({ picture }: { readonly picture: PictureId }) {
  const { bitmap } = usePanelTools();
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const image = bitmap(picture);
    const target = canvas.current;
    if (!image || !target) return;
    target.width = image.width;
    target.height = image.height;
    target.getContext("2d")?.drawImage(image, 0, 0);
  }, [picture, bitmap]);
  return <canvas ref={canvas} class="picture" />;
}
