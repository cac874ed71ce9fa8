import type { Answer } from "../../protocol/edit.ts";
import { useMessages } from "../i18n/messages.ts";
import type { Source } from "../session/layer/layer-state.ts";
import { Badge } from "./badge.tsx";
import { PictureCanvas } from "./picture-canvas.tsx";
import { PictureFrame } from "./picture-frame.tsx";
import { viewBox } from "./view-box.ts";

const RATIO = 16 / 9;

function Places({ source, answers }: AnswersProps) {
  const m = useMessages().result;
  const { imageWidth: width, imageHeight: height } = source.placement;
  const places = answers.flatMap((a) => a.at);
  if (places.length === 0) return null;
  return (
    <div class="answer-picture">
      <PictureFrame label={m.answer} ratio={RATIO} box={viewBox({ width, height }, RATIO)}>
        <PictureCanvas picture={source.picture} />
        <svg class="boxes" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {places.map(({ rect }, i) => (
            <rect key={i} class="box box-lit" x={rect.x} y={rect.y} width={rect.width} height={rect.height} />
          ))}
        </svg>
      </PictureFrame>
    </div>
  );
}

export interface AnswersProps {
  readonly source: Source;
  readonly answers: readonly Answer[];
}

/** What was asked of the picture and what was seen: in a sentence (the companion's own, in its language), in places, in colours. */
export function Answers({ source, answers }: AnswersProps) {
  const m = useMessages().result;
  return (
    <section class="answers">
      <Places source={source} answers={answers} />
      {answers.map((answer, i) => (
        <div key={i} class="card">
          <p class="card-title">{answer.question}</p>
          <p>{answer.answer}</p>
          {answer.colours && (
            <ul class="answer-colours">
              {answer.colours.map(({ colour, share }) => (
                <li key={colour}>
                  <span class="swatch" style={{ background: colour }} aria-hidden="true" />
                  {colour} · {Math.round(share * 100)} %
                </li>
              ))}
            </ul>
          )}
          <p class="badges">
            <Badge tone={answer.confidence >= 0.7 ? "good" : "warn"}>{m.answerConfidence(Math.round(answer.confidence * 100))}</Badge>
          </p>
        </div>
      ))}
    </section>
  );
}
