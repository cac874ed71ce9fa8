import type { FoundText } from "../../../protocol/text-style.ts";
import { memo } from "../../components/memo.tsx";

export interface TextBoxesProps {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly FoundText[];
  /** Rows that are changed, joined by commas. */
  readonly changed: string;
  readonly lit: number | undefined;
  readonly onPick: (index: number) => void;
  readonly onPoint: (index: number | undefined) => void;
}

const points = (quad: FoundText["quad"]): string => quad.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(" ");

function stateOf(index: number, changed: ReadonlySet<string>, lit: number | undefined): string {
  return `box${changed.has(String(index)) ? " box-changed" : ""}${lit === index ? " box-lit" : ""}`;
}

function Boxes(props: TextBoxesProps) {
  const { width, height, texts, onPick, onPoint } = props;
  const changed = new Set(props.changed.split(","));
  return (
    <svg class="boxes" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {texts.map((text, i) => (
        <polygon
          key={i}
          class={stateOf(i, changed, props.lit)}
          points={points(text.quad)}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(i);
          }}
          onPointerEnter={() => onPoint(i)}
          onPointerLeave={() => onPoint(undefined)}
        />
      ))}
    </svg>
  );
}

/** The found texts drawn over the picture. A help for the pointer only: the list beside it is the keyboard's way. */
export const TextBoxes = memo(Boxes);
