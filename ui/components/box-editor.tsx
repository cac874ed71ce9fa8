import { useRef } from "preact/hooks";
import type { Rect } from "../../protocol/geometry.ts";
import { draggedRect, GRIPS, type Grip, nudgedRect } from "./box-drag.ts";

export interface BoxEditorProps {
  readonly rect: Rect<"image">;
  /** The picture's size, image pixels. */
  readonly picture: { readonly width: number; readonly height: number };
  /** Says what the box is and how the keys move it. */
  readonly label: string;
  readonly onChange: (rect: Rect<"image">) => void;
  readonly onRemove: () => void;
  /** Enter and Escape. */
  readonly onDone: () => void;
}

interface Drag {
  readonly grip: Grip;
  readonly x: number;
  readonly y: number;
  readonly rect: Rect<"image">;
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)}%`;

function usePointer({ rect, picture, onChange }: BoxEditorProps) {
  const drag = useRef<Drag>();
  const onPointerDown = (event: PointerEvent) => {
    const target = event.target as HTMLElement;
    const grip = (target.dataset.grip ?? "move") as Grip;
    drag.current = { grip, x: event.clientX, y: event.clientY, rect };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    event.stopPropagation();
  };
  const onPointerMove = (event: PointerEvent) => {
    const frame = (event.currentTarget as HTMLElement).parentElement;
    if (!drag.current || !frame) return;
    const scale = picture.width / Math.max(1, frame.clientWidth);
    const by = { x: (event.clientX - drag.current.x) * scale, y: (event.clientY - drag.current.y) * scale };
    onChange(draggedRect(drag.current.rect, drag.current.grip, by));
  };
  const onPointerUp = () => {
    drag.current = undefined;
  };
  return { onPointerDown, onPointerMove, onPointerUp };
}

/** A box over the picture, moved and resized by pointer, or by the arrow keys: with Alt they resize, with Shift they go ten times as far. */
export function BoxEditor(props: BoxEditorProps) {
  const { rect, picture, label, onChange, onRemove, onDone } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const nudged = nudgedRect(rect, event);
    const act = nudged ? () => onChange(nudged) : { Delete: onRemove, Backspace: onRemove, Enter: onDone, Escape: onDone }[event.key];
    if (!act || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const place = {
    left: percent(rect.x, picture.width),
    top: percent(rect.y, picture.height),
    width: percent(rect.width, picture.width),
    height: percent(rect.height, picture.height),
  };
  return (
    <button type="button" class="box-editor" aria-label={label} style={place} onKeyDown={onKeyDown} {...usePointer(props)}>
      {GRIPS.map((grip) => (
        <span key={grip} class={`grip grip-${grip}`} data-grip={grip} />
      ))}
    </button>
  );
}
