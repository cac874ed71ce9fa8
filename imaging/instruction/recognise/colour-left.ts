import type { Operation } from "../../../protocol/plan.ts";
import { find, type Phrase, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import { COLOUR } from "../style/colour.ts";

const GREY_ZH = "(?:黑白|灰度|单色|去色|灰色?)";
const GREY_EN = "(?:black[- ]and[- ]white|black ?& ?white|b ?[&/] ?w|gr[ae]y ?scale|monochrome|gr[ae]y|desaturated)";
const HUE_EN = "(?:red|orange|yellow|green|blue|purple|pink|gold(?:en)?|brown)";

/** 红色的雨伞保留颜色, 只保留玫瑰的红色, "keep the taxi in colour": what stays as it is in a picture that goes grey. */
const LEFT = [
  /^(?:但是?|不过)?(?<x>(?!只保|仅保|唯独保|保留|只留|只要).{1,12}?)(?:部分)?(?:要|得|还是|都)?(?:保留|留着?|保持|是|为)(?:原来的?|原有的?|彩色|原)?(?:颜色|彩色|色彩|色)?的?$/du,
  new RegExp(
    `^(?:但是?|不过)?(?:只|仅|唯独)?(?:保留|保持|留下?|要)(?:画面(?:中|里)的?)?(?<x>.{1,12}?)(?:的|是)?(?:颜色|彩色|色彩|原色|(?<=的|是)${COLOUR})$`,
    "du",
  ),
  new RegExp(
    `^(?:but |and )?(?:only |just )*(?:keep|leave|leaving|keeping|with) (?:only |just )?(?<x>(?:the|her|his) .+?) (?:in (?:full |its |original )*colou?r|colou?red|its colou?r|in colou?r only|${HUE_EN})$`,
    "du",
  ),
  new RegExp(
    `^(?:but |and )?(?:only |just )*(?<x>(?:the|her|his) .+?) (?:should |must |to )?(?:stays?|remains?|keeps?|is) (?:in (?:full )?colou?r|colou?red|(?:its|their) (?:original )?colou?rs?|${HUE_EN})$`,
    "du",
  ),
] as const;
/** 保留她红色的外套, "keep her red coat": the colour stands inside the name. */
const COLOURED_THING = [
  new RegExp(`^(?:但是?|不过)?(?:只|仅|唯独)?(?:保留|留下?)(?<x>[^,]{0,6}?${COLOUR}的?\\p{Script=Han}{1,8})$`, "du"),
  new RegExp(
    `^(?:but |and )?(?:only |just )*(?:keep|leave|leaving|keeping) (?:only |just )?(?<x>(?:the|her|his) (?:[a-z]+ )?${COLOUR} [a-z]+(?: [a-z]+)?)$`,
    "du",
  ),
];
/** 只有, "only the", and one colour by itself. */
const ONLY = [
  new RegExp(
    `^(?:但是?)?(?:只|仅|唯独)(?:保留|留下?|要)(?:画面(?:中|里)的?)?\\s*(?<x>${COLOUR}(?:的(?!.*颜?色$)\\p{Script=Han}{1,8})?)$`,
    "du",
  ),
  new RegExp(`^(?:but )?(?:keep|leave|leaving|keeping|with) only (?:the )?(?<x>${COLOUR}(?: parts?| areas?)?)(?: in colou?r)?$`, "du"),
  /^(?:但是?)?(?:只|仅|唯独)(?:有|让)(?<x>.{1,12}?)(?:部分)?(?:是|为|要|能)?(?:保留|留着?|保持|显示)?(?:原来的?|原有的?|原)?(?:颜色|彩色|色彩)的?$/du,
] as const;
/** Nothing one could leave the colour of. */
const NO_PART = /^(?:细节|质感|层次|画质|构图|清晰|对比|光|亮|阴影|文字清晰|其[他它余]|everything|the rest)/;

/** Beside "everything else": no more than its name. */
const KEPT = [
  /^(?:只|仅|唯独)?(?:保留|留下?|要)(?<x>.{1,10})$/du,
  /^(?:only |just )?(?:keep|leave) (?:only |just )?(?<x>(?:the|her|his) [a-z ]+?)(?: (?:alone|as is|as it is))?$/du,
];

const leftIn = (clause: Phrase, forms: readonly RegExp[] = [...ONLY, ...LEFT, ...COLOURED_THING]): Phrase | undefined => {
  for (const pattern of forms) {
    const left = find(clause, pattern)?.of("x");
    if (left !== undefined && !NO_PART.test(left.key)) return left;
  }
  return undefined;
};

const except = (left: Phrase): string => {
  const { kind, target } = readReference(left);
  const words = (kind === "object" || kind === "colour" ? target : undefined) ?? wordsOf(left);
  return /\p{Script=Han}/u.test(left.key) ? `除了${words}` : `except ${/^(?:the|her|his) /.exec(left.key)?.[0] ?? ""}${words}`;
};

/** 其他变黑白, "make everything else black and white", "grey out the rest". */
const REST_GREY = new RegExp(
  `^(?:把|将|让)?(?:其[他它余]|别的|剩下)的?(?:地方|部分|区域|颜色|都|全部|全|统统|一律)*(?:变|转|调|做|改|弄|设|处理|换|是|用|要)*(?:成|为)?${GREY_ZH}的?$|^(?:(?:make|turn|set|convert|have|with|keep) )?(?:everything|all|anything)(?: else)? (?:(?:should|must|to|be|becomes?|goes?|in|into|is) )*${GREY_EN}$|^(?:(?:make|turn|set|convert|have|with) )?(?:the )?(?:rest|others?|remainder)(?: of (?:it|the (?:image|picture|photo)))? (?:(?:should|must|to|be|becomes?|goes?|in|into|is) )*${GREY_EN}$|^(?:desaturate|grey out|gray out) (?:everything else|the rest)$`,
  "u",
);
const SAYS_GREY = new RegExp(`${GREY_ZH}|\\b${GREY_EN}\\b|desaturate`, "u");
const SAYS_COLOUR = /[只仅]|色|彩|保留|colou?r|\b(?:keep|leav|only)/;

const WHOLE = /^(?:整[张幅]|[整这那全]?[张幅个]?\s?(?:图|图片|图像|照片|画面|海报|photo|image|picture|it))$/i;
const ofPicture = (op: Operation | undefined): op is Operation =>
  op?.kind === "tone.adjust" &&
  op.value === "grayscale" &&
  (op.target === undefined || WHOLE.test(op.target) || /^(?:除了|except)/.test(op.target));
/** The clauses of the sentence that stand before one, last first. */
const before = ({ sentence, start }: Phrase): string =>
  sentence.key.slice(0, start).replace(/[\s,.;、]+(?:and|but|then|并且?|而)?\s*$/u, "");

/** A picture that goes grey but for one thing: which of the two is said first does not matter. */
export const readColourLeft: Recogniser = (clause, earlier) => {
  if (REST_GREY.test(clause.key)) {
    const said = before(clause);
    const from = Math.max(said.lastIndexOf(","), said.lastIndexOf("."), said.lastIndexOf(";")) + 1;
    const lead = said.slice(from).search(/\S/);
    if (lead < 0) return undefined;
    const start = from + lead;
    const left = leftIn({ sentence: clause.sentence, start, end: said.length, key: said.slice(start) }, [...ONLY, ...LEFT, ...KEPT]);
    return left === undefined ? undefined : operate(operation("tone.adjust", { value: "grayscale", target: except(left) }));
  }
  if (!SAYS_COLOUR.test(clause.key)) return undefined;
  if (earlier?.kind === "tone.adjust" && earlier.value === "grayscale" && earlier.target === "背景" && leftIn(clause) !== undefined)
    return { does: "keep" };
  if (ofPicture(earlier)) {
    const left = leftIn(clause);
    return left === undefined ? undefined : { does: "instead", operations: [{ ...earlier, target: except(left) }] };
  }
  const follows = clause.sentence.key.slice(clause.end);
  return SAYS_GREY.test(follows) && leftIn(clause) !== undefined ? { does: "keep" } : undefined;
};
