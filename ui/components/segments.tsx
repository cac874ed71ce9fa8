import type { ComponentChildren } from "preact";

export interface SegmentsProps<T extends string> {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly (readonly [T, string])[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  readonly children?: ComponentChildren;
}

/** One of a few, side by side: native radio buttons under their words. */
export function Segments<T extends string>({ legend, name, options, value, onChoose, children }: SegmentsProps<T>) {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{legend}</legend>
      {options.map(([option, words]) => (
        <label key={option} class="segment">
          <input type="radio" name={name} checked={option === value} onChange={() => onChoose(option)} />
          <span>{words}</span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
