/** Words of font styles and the CSS weights they stand for; the longer word first, as "Semi Bold" also says "Bold". */
const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/thin|hairline/i, 100],
  [/(extra|ultra)[ -]?light/i, 200],
  [/(semi|demi)[ -]?light/i, 350],
  [/light/i, 300],
  [/medium/i, 500],
  [/(semi|demi)[ -]?bold/i, 600],
  [/(extra|ultra)[ -]?bold/i, 800],
  [/bold/i, 700],
  [/black|heavy|fat/i, 900],
];

/** CSS weight of a style's name, such as `Semi Bold Italic`; 400 where it names none. */
export const styleWeight = (style: string): number => WEIGHTS.find(([word]) => word.test(style))?.[1] ?? 400;

export const isItalicStyle = (style: string): boolean => /italic|oblique/i.test(style);
