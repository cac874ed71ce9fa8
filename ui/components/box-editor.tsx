import { useEffect, useRef, useState } from "preact/hooks";
import type { Rect, Size } from "../../protocol/geometry.ts";
import { useMessages } from "../i18n/messages.ts";
import { draggedRect, GRIPS, type Grip, keptInside, nudgedRect } from "./box-drag.ts";

export interface BoxEditorProps {
  readonly rect: Rect<"image">;
  /** The picture's size, image pixels. */
  readonly picture: Size<"image">;
  /** Says what the box is; how the keys move it is said after it. */
  readonly label: string;
  /** Nothing in it may change. */
  readonly forbids?: boolean;
  /** Takes the focus as it comes. */
  readonly grab?: boolean;
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

/** A box that comes takes the focus where the button that called it is gone with it. */
function useGrab(grab = false) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (grab || document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, []);
  return button;
}

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
    onChange(keptInside(draggedRect(drag.current.rect, drag.current.grip, by), drag.current.rect, picture));
  };
  const onPointerUp = () => {
    drag.current = undefined;
  };
  return { onPointerDown, onPointerMove, onPointerUp };
}

/** A box over the picture, moved and resized by pointer, or by the arrow keys, which then say where it is. */
export function BoxEditor(props: BoxEditorProps) {
  const { rect, picture, label, forbids, onChange, onRemove, onDone } = props;
  const m = useMessages().edit;
  const [nudges, setNudges] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    const nudged = nudgedRect(rect, event);
    const nudge = () => {
      setNudges(nudges + 1);
      if (nudged) onChange(keptInside(nudged, rect, picture));
    };
    const act = nudged ? nudge : { Delete: onRemove, Backspace: onRemove, Enter: onDone, Escape: onDone }[event.key];
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
  const [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(Math.round) as [number, number, number, number];
  const where = `${x}, ${y} · ${m.size(width, height)}`;
  return (
    <>
      <button
        ref={useGrab(props.grab)}
        type="button"
        class={`box-editor${forbids ? " box-forbids" : ""}`}
        aria-label={`${label} (${where}). ${m.boxKeys}`}
        title={label}
        style={place}
        onKeyDown={onKeyDown}
        {...usePointer(props)}
      >
        {GRIPS.map((grip) => (
          <span key={grip} class={`grip grip-${grip}`} data-grip={grip} />
        ))}
      </button>
      <span class="visually-hidden" role="status">
        {nudges > 0 && where}
      </span>
    </>
  );
}
