import type { Operation } from "../../../protocol/plan.ts";
import { find, hasLiteral, type Phrase } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { type Reference, readReference } from "../reference/reference.ts";
import { COLOUR } from "../style/colour.ts";

/** Turning and mirroring, with what is turned. Leaning letters (倾斜) are a style, a thing that turns its back is another picture. */
const TURNING = [
  /^(?:please )?(?:rotated?|flip|mirror|tilt(?:ed)?)(?:\s+(?<s>.+?))??(?:\s+(?:(?:by\s+)?-?\d+(?:\.\d+)?\s*(?:degrees?|deg|°)?.*|horizontal(?:ly)?|vertical(?:ly)?|(?:(?:to|on) (?:the|its) (?:left|right|side).*)|left[- ](?:to[- ])?right|upside[- ]down|(?:counter-?|anti-?)?clockwise.*|(?:a (?:bit|little|touch)|slightly)(?: to (?:the|its) (?:left|right))?|over|around|so\b.*|to (?:sit|be|stand|lie|face|look)\b.*))?$/du,
  /^turn\s+(?<s>.+?)\s+(?:upside[- ]down|(?:by )?-?\d+\s*(?:degrees?|deg|°).*|sideways|(?:counter-?|anti-?)?clockwise.*|on its side)$/du,
  /^(?:把|将|给|让)?(?<s>.*?)(?:整个|整体|再|都|稍微?|略微?)*(?:(?:向|往)?[左右](?:边)?|顺时针|逆时针|水平|垂直|左右|上下|原地)?(?:方向)?(?:旋转|翻转|镜像|转(?=\d|半圈|一圈))(?:一下|一点|一些|\d+(?:\.\d+)?\s*(?:度|°)|半圈|一圈|个方向|过来|处理|一个角度)?(?:旋转|翻转)?$/du,
  /^(?:水平|垂直|左右|上下|镜像|顺时针|逆时针|向[左右])?(?:旋转|翻转|镜像)(?:一下|处理)?(?:\d+(?:\.\d+)?\s*(?:度|°))?(?<s>.*?)(?:\d+(?:\.\d+)?\s*(?:度|°))?$/du,
];
const VIDEO =
  /^(?:把|将|给我?|帮我?)*(?:这|该|整)?(?:张|个|幅|些|几张)?(?:图片?|照片|画面|海报|它)?(?:都)?(?:做|变|弄|转|改|生成|剪|导出|输出|制作)(?:成|为|出)?(?:一?[个段条])?.{0,12}(?:视频|动图|动画|影片|gif)(?:[,，]?(?:发|放|上传|投|传|用|给|上)[^,。;]{0,8})?$|^(?:please )?(?:make|create|turn|convert|export|generate|render)\b.*\b(?:an?|into|to|as)\b (?:[\w-]+ ){0,4}(?:video|gif|animation|movie|reel)(?: (?:clip|out of|from|of|with|for)\b.*)?$|^animate (?:this|it|the (?:picture|image|photo))/u;

/** A look, not a film: "make it look like a Ghibli animation". */
const LIKE_A_FILM = /\blooks? like\b|\b(?:style|still|frame) (?:of|from)\b/u;

const LAYERED =
  /(?:转|导出|导|存|做|变|弄|输出|改|给)(?:成|为|出)?(?:一?[个份])?.{0,6}(?:分层|带图层|可编辑)的?.{0,4}(?:psd|ai|源?文件|格式)|(?:转|变|改|做|弄)(?:成|为)可编辑的?(?:文字|文本|字|图层|格式|状态)?$|(?:转|导出|存|做|变|弄|输出|给我)(?:成|为|一?[个份])?\s*(?:psd|ai|sketch)(?:文件|格式|源文件)?[吗么]?$|^(?:please |can you |could you )?(?:export|save|convert|turn|give|send|make|deliver)\b.*\b(?:psd|layered (?:file|pdf|tiff?|version)|separate layers)\b/u;
/** 粉、蓝、奶白三个颜色给我挑, "in pink, blue and cream so I can choose". */
const TO_CHOOSE = /[两二三四五六几\d](?:个|种|款)(?:不同的?)?(?:颜色|配色|色|版本|方案).{0,6}(?:挑|选|看看|比较|对比)/u;
const TO_CHOOSE_EN =
  /\b(?:two|three|four|five|\d|several|a few) (?:different )?(?:colou?rs|colou?rways|versions|variants|options)\b.*\b(?:choose|pick|compare|look at|decide)\b/u;

/** Several colours of one thing at once: 增加黑色和白色选项, "in three variants: red, black and beige". */
const IN_SEVERAL = new RegExp(
  `(?:增加|添加|加上?|新增|出|做|来|要)(?:一?个)?(?:${COLOUR})的?(?:、|,|和|跟|与|及|以及|还有)+(?:${COLOUR})的?(?:选项|款式?|版本?|配色|颜色|两?个?版本)?$|[两二三四五六\\d]个?(?:配色|颜色)(?:的)?(?:版本?|方案|款式?)|\\b(?:${COLOUR})(?:,? and |, | or )(?:${COLOUR}) (?:options|versions|variants|variations|colou?rways)\\b|\\bin (?:two|three|four|five|six|\\d|several|different|multiple) (?:different |colou?r )*(?:variants|versions|variations|colou?rways|options|colou?rs)\\b`,
  "u",
);

/** Colours of ink, which have no one value on a screen, and a brand's own. */
const INK =
  /\bpantone\b|潘通|彩通|\bpms ?\d{2,4}\b|\bral ?\d{4}\b|\bcmyk\b|\bc\d+ ?m\d+ ?y\d+ ?k\d+\b|(?:品牌|企业|公司)(?:标准|主)?(?:色|[红蓝绿橙黄紫粉灰]色?)(?!#)|\bbrand (?:colou?rs?|red|blue|green|orange|yellow|purple|pink)\b/;

/** Files for print: 转成CMYK, "supply as PDF/X-4", 导出矢量图. */
const PRINT_FILE =
  /^(?:把|将|请)?(?:这?张?(?:图片?|照片|海报)?|它)?(?:转|导出|导|存|保存|输出|改|做|变|弄|给我?|换)(?:换|一份)*(?:成|为|到)?\s*(?:一份)?(?:cmyk|pdf|svg|eps|矢量|印刷文件).{0,8}$|^(?:convert|export|save|supply|deliver|send|output|provide|turn|change|make|give)\b(?: \w+){0,4} (?:to|as|in|into|an?) (?:an? )?(?:print[- ]ready |high[- ]res(?:olution)? |vector )?(?:cmyk|pdf|svg|eps|vectors?)\b.*$|^vectori[sz]e\b.*$/u;
/** A measure on paper, where what is to change is measured in pixels. A new wording may well hold one. */
const ON_PAPER = /\d(?:\.\d+)?\s?(?:mm|cm|毫米|厘米|公分|inch(?:es)?|英寸|英吋)(?![a-z])/u;
const MEASURED =
  /\b(?:borders?|frame|bleed|extend|expand|canvas|padding|margins?|move|shift|nudge|crop|trim|spacing)\b|边框|白边|黑边|出血|扩展|扩图|画布|留白|边距|移|挪|裁/u;
const REWORDS = /\b(?:change|replace|update|swap|rewrite)\b|(?:改|换|变)(?:成|为)|→|->/u;
const BLEED =
  /^(?:(?:add|give|include|leave|extend)\b.*\bbleeds?\b.*|.{0,8}(?:加|留|做|扩)(?:上|出)?.{0,8}出血(?:位|线|边)?.{0,6}|.{0,6}出血.{0,4}\d.*)$/u;

const ANGLE = /(\d+(?:\.\d+)?)\s*(?:degrees?|deg|°|度)/;
/** Tilted, but not how far. */
const SLIGHTLY = /稍|略|一点|\b(?:slightly|a (?:bit|little|touch|tad))\b/;
const SLIGHT_ANGLE = "5";
const BACKWARDS = /逆时针|向左|往左|counter-?|anti-?|\bleft\b|-\d/;

/** "underline 'Sale' and tilt it 8 degrees": of type just ordered, what no field of a style holds; the light engine says by name that it cannot. */
function turnedType({ key }: Phrase, bearer: Reference | undefined, before: Operation | undefined): Reading | undefined {
  const angle = ANGLE.exec(key)?.[1] ?? (SLIGHTLY.test(key) ? SLIGHT_ANGLE : undefined);
  if (angle === undefined || /flip|mirror|翻转|镜像/.test(key)) return undefined;
  const value = `rotate ${BACKWARDS.test(key) ? "-" : ""}${angle}°`;
  const written = before !== undefined && /^text\.(?:add|replace|restyle)$/.test(before.kind) ? before : undefined;
  if (written === undefined || (bearer !== undefined && bearer.kind !== "none")) return undefined;
  const from = written.text?.to ?? written.text?.from;
  return operate(
    operation("text.restyle", {
      target: from === undefined ? written.target : undefined,
      text: from === undefined ? undefined : { from },
      value,
    }),
  );
}

/** Orders no engine carries out, answered by what can be done instead. A thing of the picture may be shown turned: `readModify`. */
export const readUnable: Recogniser = (clause, before) => {
  if (!hasLiteral(clause) && VIDEO.test(clause.key) && !LIKE_A_FILM.test(clause.key)) return doubt("no_video");
  if (!hasLiteral(clause) && LAYERED.test(clause.key)) return doubt("no_layers");
  if (!hasLiteral(clause) && PRINT_FILE.test(clause.key)) return doubt("no_print");
  if (
    !hasLiteral(clause) &&
    !REWORDS.test(clause.key) &&
    (BLEED.test(clause.key) || (ON_PAPER.test(clause.key) && MEASURED.test(clause.key)))
  )
    return doubt("print_size");
  if (INK.test(clause.key) && !/#[0-9a-f]{6}|\brgb/.test(clause.sentence.key)) return doubt("ink");
  if (!hasLiteral(clause) && IN_SEVERAL.test(clause.key)) return doubt("variants");
  if (TO_CHOOSE.test(clause.key) || TO_CHOOSE_EN.test(clause.sentence.key)) return doubt("variants");
  for (const pattern of TURNING) {
    const found = find(clause, pattern);
    if (found === undefined) continue;
    const subject = found.of("s");
    const bearer = subject === undefined ? undefined : readReference(subject);
    const turned = turnedType(clause, bearer, before);
    if (turned !== undefined) return turned;
    const kind = bearer?.kind ?? "none";
    return kind === "object" || kind === "background" || kind === "colour" ? undefined : doubt("turning");
  }
  return undefined;
};
