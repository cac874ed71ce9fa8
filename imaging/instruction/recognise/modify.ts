import { DEED_EN } from "../lexicon/deeds-en.ts";
import { find, type Phrase, without, wordsOf } from "../phrase/phrase.ts";
import { operate, operation, type Recogniser } from "../reading.ts";
import { readReference } from "../reference/reference.ts";
import { COLOUR, colourOf } from "../style/colour.ts";

/** What can be done to a thing that stays the same thing. */
const DEEDS_EN = DEED_EN.opening;
const DEEDS_ZH =
  "抚平|熨平|烫平|展平|抹平|拉平|拉直|扶正|摆正|摆好|叠好|叠整齐|整理(?:好|整齐|一下)?|擦干净|擦亮|擦干|洗干净|清理干净|打扫干净|磨皮|美白|瘦脸|瘦身|祛痘|美颜|修图|修饰|精修|打开|关上|关掉|关闭|开启|点亮|点燃|熄灭|闭上|睁开|张开|合上|扎起来|盘起来|放下来|卷起来|穿好|脱掉|戴好|坐直|站直|改[长短高矮宽窄厚薄](?!一?[点些])|翻过[来去]|翻个面|[转换]个(?:方向|角度|身)|抬高|抬起来|放低|拉长|拉高|缩短|剪短|加长|变长|变短|变高|变矮|变胖|变瘦|变老|变年轻|加宽|变宽|变窄|变厚|变薄|拉上|拉开|放下|掰开|切开|剥开|倒满|装满|倒掉|填满|打结|系好|转过来|转过去|反过来|倒过来";

const STUFF_EN =
  "matte?|frosted|gloss(?:y)?|brushed|metal(?:lic)?|velvet|satin|wood(?:en)?|leather|ceramic|chrome|pearlescent|glass|mirror|silk|marble";
/** How a thing can be, where its name is more than one word: "make the wooden table round", "the bottle cap matte". */
const SHAPE_EN = `(?:${STUFF_EN}|shiny|transparent|see-through|translucent|round|square|oval|open|closed|shut|empty|full|wet|dry|clean|dirty|smooth|rough|curved|straight|bent|flat|hollow|fluffy|curly|wavy|rusty|dusty|foldable|crispy|fresh|ripe|steaming|broken|pointed|pointy)`;

const FRAMES = [
  /^(?:make|have)\s+(?<s>(?:the|this|that|these|those|my|our|his|her)\s.+?)\s+(?<r>look like\s.+)$/du,
  /^make\s+(?<s>(?:the|this|that|these|those|my|our|his|her)\s[a-z -]+? (?:in|at|on|by|near|under|behind|next to) (?:the|her|his) [a-z -]*?(?:corner|side|edge|left|right|top|bottom|middle|cent(?:er|re)|background|foreground|table|floor|shelf|window|door|bench|hand|wall)(?: of the (?:image|picture|photo))?)\s+(?<r>(?!look\b|to\b|a\b|more\b|less\b|much\b)[a-z-]+(?: [a-z-]+)?)$/du,
  /^(?:让|叫)(?<s>[^把,]{1,6}?)(?<r>把(?:嘴巴?|眼睛?|头|手|手臂|胳膊|腿|背|腰|脸|头发|肩膀?)[^,]{1,8})$/du,
  new RegExp(
    `^(?:make|have|let)\\s+(?<s>(?:the|this|that|his|her|my|our)(?: [a-z-]+'s)? (?!(?:whole|text|title|headline|image|picture)\\b)[a-z-]+ (?!look\\b|a\\b|(?:tan|red|orange|yellow|green|blue|purple|pink|brown|gr[ae]y|black|white|beige|cream|dark|light|pale|bright|deep)\\b|half\\b|partly\\b|fully\\b|wide\\b|nearly\\b|almost\\b|more\\b|less\\b|very\\b|completely\\b|slightly\\b|all\\b)[a-z-]+)\\s+(?<r>(?:(?:look|tan|red|orange|yellow|green|blue|purple|pink|brown|gr[ae]y|black|white|beige|cream|dark|light|pale|bright|deep|half|partly|fully|wide|nearly|almost|more|less|slightly|very|completely|a bit|a little|all) )*${SHAPE_EN})$`,
    "du",
  ),
  new RegExp(`^(?:把|将|给|帮)(?<s>.+?)(?<r>(?:${DEEDS_ZH})+)(?:一下|一点|一些|点)?$`, "du"),
  new RegExp(`^(?!让|使)(?<s>\\p{Script=Han}{2,12}?)(?<r>(?:${DEEDS_ZH})+)(?:一下|一点|一些|点)?$`, "du"),
  /^(?:把|将|让)(?<s>.{1,8}?)(?:调|变|弄|改|p)?得?(?:更|再)?(?<!美)(?<r>[蓝绿红黄紫粉白黑][一]?[点些])$/du,
  /^(?:把|将|让)(?<s>.{1,10}?)(?:调|修|弄|变|做|处理|p)(?:整|理)?得?(?<r>(?:更|再)?(?:自然|真实|干净|光滑|细腻|立体|柔顺|蓬松|精致|饱满|圆润|平整|整齐|淡|柔和|清楚|有光泽|有质感)(?:一?[点些]|一点点)?)$/du,
  /^(?:让|使)(?<s>.+?)(?<r>美白|磨皮|瘦脸|瘦身|祛痘|美颜)(?:一下|一点|一些|点)?$/du,
  /^(?<r>关上|关掉|熄灭|打开|点亮|拉上|拉开|合上)(?<s>\p{Script=Han}{1,6})$/du,
  /^(?<r>flip|mirror|rotate)\s+(?<s>the (?:whole |entire )?(?:image|picture|photo))\s+(?<how>.+)$/du,
  new RegExp(
    `^(?!.* (?:to(?:wards)? (?:the |its |his |her )?(?:left|right|front|back|camera)|in a|in two|in half|into|around|over|so|closed|shut|out of|upright|halfway|neatly)\\b)(?<r>${DEEDS_EN})\\s+(?<s>(?:the|this|that|these|those|his|her|my|our|their|its|all)\\s+.+)$`,
    "du",
  ),
  /^(?<r>(?:close|open|raise|tilt|bend|fold|turn)(?=.*\b(?:eyes?|mouth|arms?|head|legs?|hands?|lid|door|window|curtains?|book|laptop)\b))\s+(?<s>.+)$/du,
  /^(?<r>(?:rotate|flip|mirror|straighten|tilt|turn))\s+(?<s>.+?)\s+(?<how>(?:by\s+)?-?\d+(?:\.\d+)?\s*(?:degrees?|deg|°).*|(?:(?:a (?:bit|little|touch)|slightly|gently|further|more) )*(?:(?:to|towards?) (?:the |its |his |her )?(?:left|right|front|back|side|camera|viewer|window|light)|forwards?|backwards?|sideways|inwards?|outwards?|upright|a?round|over)(?: (?:a (?:bit|little)|slightly))*|horizontally|vertically|(?:counter-?|anti-?)?clockwise.*|upside down|left[- ]to[- ]right|180|90)$/du,
  /^(?:make|have)\s+(?<s>(?:the|our|my|this|that|his|her)\s+(?!text|title|headline|logo|font|letters|type|price|picture|image|photo|canvas)[a-z'-]+(?: [a-z'-]+)?)\s+(?<r>\d{1,3}\s?% (?:taller|wider|longer|shorter|narrower|thinner|thicker|slimmer|deeper|rounder|fuller))$/du,
  /^(?<r>rotate|flip|mirror|straighten|turn)\s+(?<s>(?:the|this|that|his|her)\s.+?)\s+(?<how>(?:so(?: that)? (?:it|he|she|they)|to (?:sit|be|stand|lie|face|look))\b.*)$/du,
  /^(?:把|将)?(?!把|将|让|使|给|图|画面|整体|字|标题)(?<s>(?:[脸腿腰手鼻头脖]|.{2,12}?)(?<![改变调弄拉得]))(?:再|要|可以)*(?<r>(?:多|少)(?:来|加|放|一)?(?:点|些|一点|一些|几\S)+|(?:[变拉弄调修改]?[高矮长短胖瘦厚薄宽窄弯直密稀])(?:一点点?|一些|点|些)(?:[,\s]*(?:长)?到[^,]{1,6})?)$/du,
  /^(?:让|使)(?<s>.{1,10}?)(?<r>(?:[开长笑跑飞站坐跳飘流烧亮排]得|[多少密稀](?=一?[点些])|更|变得?|看起来|看向|面带|面露|带着|微笑|笑|站|坐|穿|戴|拿|跑|跳|飞|闭|睁|张开|转|面向|抬|举|露出|低头|挥手|躺|走|拥抱|打开|关上|亮起).*)$/du,
  /^(?:给|为)(?<s>.{1,10}?)(?<!修)(?<r>(?:换|穿|戴|理(?!顺)|剪|梳|化|配)(?:一?[个件套副双顶种])?.+)$/du,
  /^(?<s>(?:the|this|that|his|her|my|our)(?: [a-z-]+){1,2}?) (?:should be |to be )?(?<r>(?:much |a (?:bit|little) |slightly )?(?:bluer|greener|redder|whiter|yellower|pinker|shinier|rounder|fluffier|fuller|curlier|straighter|cleaner|more (?:vivid|lush|natural|realistic)))$/du,
  new RegExp(
    `^(?:make|have|let)\\s+(?<s>(?:the|this|that|his|her|my|our)\\s+(?:(?:two|three|four|five|six|left|right|first|second|third|last|other|whole|big|small|little|front|back|old|young|(?:${COLOUR})(?= [a-z'-]+ [a-z])) )*(?:[a-z-]+'s? )?[a-z'-]+(?: (?:of|in|on|behind|under|above|beside|near|next to) (?:the|this|his|her|its) [a-z]+)?|him|her|them)\\s+(?<r>(?!of\\b)[a-z].*)$`,
    "du",
  ),
  /^(?<s>(?:the|this|that|his|her|our|its)\s+(?:[a-z-]+ ){0,2}?[a-z'-]+)\s+(?:should|must|needs? to|has to|ought to)\s+(?<r>(?:be (?:facing|looking|pointing|smiling|sitting|standing|holding|wearing|open|closed|shut|lit|on|off|upright|straight)|point|face|look|sit|stand|lie|lean|smile|hold|wear|hang|float|curve|bend|wave|glow|shine)\b.*)$/du,
  /^(?<r>rotate|flip|mirror|straighten|tilt)\s+(?<s>.+?)(?:\s+(?:by\s+)?\d+(?:\.\d+)?\s*(?:degrees?|deg|°).*)?$/du,
  /^(?<r>(?:水平|垂直|左右|上下|镜像|顺时针|逆时针)?(?:翻转|旋转|镜像))(?<s>(?!图|画面|照片|海报|一下).{1,12}?)\s*(?<how>\d+(?:\.\d+)?\s*(?:度|°))?$/du,
  /^(?:把|将)?(?<s>.+?)(?<r>(?:顺时针|逆时针)?旋转.*|(?:水平|垂直|左右|上下)?翻转.*|镜像.*)$/du,
  /^(?:让|使|把)?(?<s>(?:产品|商品|主体|人物?|模特|主角|logo|标题|\p{Script=Han}{1,6}?))(?:要|大概|大约|约|整体)*(?<r>占(?:到|据|满)?(?:整个)?(?:画面|图片|整图|版面|画幅)?的?(?:大概|大约|约)?(?:\d+(?:\.\d+)?\s?%|[一二三四五]分之[一二三四]|一半).*)$/du,
  /^(?:make |have |let |with )?(?<s>(?:the |our |my )?(?:product|subject|person|model|item|bottle|shoe|object)s?)\s+(?:should |must |to )?(?<r>(?:fill|tak|occup|cover)(?:s|e|es|ing|y|ies|ying)?(?: up)? (?:about |around |roughly )?(?:\d+ ?%|half|two thirds|three quarters).*)$/du,
  /^give\s+(?<s>(?:the|this|that|his|her)\s+[a-z'-]+|him|her|them)\s+(?<r>.+)$/du,
];

const STUFF_ZH = "磨砂|哑光|亚光|亮面|高光|亮光|金属|玻璃|木质?|皮质?|丝绒|绒面|陶瓷|镜面|拉丝|珠光|塑料|丝绸|缎面|大理石|毛绒";
/** 磨砂质感, "with a matte finish": what a thing just named is to be made of or look like. */
const MATERIAL = new RegExp(
  `^(?:要|用|带|做成|改成|是)?(?:${STUFF_ZH})+(?:的|质感|材质|质地|效果|表面|面|感)*$|^(?:with |in |and |make it |, )*(?:an? )?(?:nice |soft |slightly |brushed )?(?:${STUFF_EN})(?: (?:finish|texture|look|material|surface|effect|metal))*$`,
  "u",
);
const TAKES_MATERIAL: ReadonlySet<string> = new Set(["object.recolour", "object.modify", "object.replace"]);
const materialOf = (value: unknown, clause: Phrase): string =>
  [typeof value === "string" ? value : "", wordsOf(without(clause, /^(?:with|in|and)\s+(?:an?\s+)?/))]
    .filter((words) => words !== "")
    .join(", ");

const LIT = /^(?:turn|switch) on (?<s>(?:the|this|that|those|his|her|my|our) .+?) with (?<l>.*(?:light|glow))$/du;

/** "paint the fence the same blue as the door". */
const SAME_AS =
  /^(?:paint|make|colou?r|turn|dye) (?<s>(?:the|this|that|his|her|my|our) [a-z]+(?: [a-z]+)??) (?:in )?(?<r>the (?:exact )?same [a-z]+(?: [a-z]+)? as .+)$/du;

/** "turn on the desk lamp with warm light": the light is the lamp's, not the picture's tone. */
export const readLit: Recogniser = (clause) => {
  const same = find(clause, SAME_AS);
  const [painted, as] = [same?.of("s"), same?.of("r")];
  const bearer = painted === undefined ? undefined : readReference(painted);
  if (bearer?.kind === "object" && as !== undefined)
    return operate(operation("object.modify", { target: bearer.target, where: bearer.where, value: wordsOf(as) }));
  const found = find(clause, LIT);
  const [lamp, light] = [found?.of("s"), found?.of("l")];
  if (lamp === undefined || light === undefined) return undefined;
  const { target, where } = readReference(lamp);
  return operate(operation("object.modify", { target: target ?? wordsOf(lamp), where, value: `switched on, ${wordsOf(light)}` }));
};

/** Orders that change how a thing is without making it another: 让他笑起来, "make the woman smile", rotation. */
const RED_EYES =
  /^(?:给|把|将|帮)?(?:人物?|他|她|照片)?(?:去|去除|去掉|消除|修正|校正|修)?(?:一下)?红眼(?:校正|修正|去除|去掉|消除)?$|^(?:remove|fix|correct|reduce|get rid of) (?:the )?red[- ]?eyes?(?: effect)?$/;

/** "open the lid a little more": how much, said behind the thing. */
const DEGREE =
  /\s+(?<how>(?:a (?:bit|little|touch|tad)|slightly|a lot|much|halfway|all the way|fully|completely)(?: (?:more|further|wider|less|higher|lower))?|(?:more|further|wider))$/du;

export const readModify: Recogniser = (clause, before) => {
  if (RED_EYES.test(clause.key))
    return operate(operation("object.modify", { target: /\p{Script=Han}/u.test(clause.key) ? "眼睛" : "eyes", value: wordsOf(clause) }));
  if (before !== undefined && TAKES_MATERIAL.has(before.kind) && MATERIAL.test(clause.key))
    return {
      does: "instead",
      operations: [
        { ...before, kind: before.kind === "object.recolour" ? "object.modify" : before.kind, value: materialOf(before.value, clause) },
      ],
    };
  for (const pattern of FRAMES) {
    const found = find(clause, pattern);
    const subject = found?.of("s");
    const result = found?.of("r");
    const how = found?.of("how") ?? (subject && find(subject, DEGREE)?.of("how"));
    // How many pixels larger type is to be is no manner of a thing.
    if (subject === undefined || result === undefined || /\d\s*(?:px|pt)\s+(?:larger|bigger|smaller)/.test(result.key)) continue;
    const { kind, target, strings, where } = readReference(without(subject, DEGREE));
    // Wording made shorter is another wording, which is not said.
    if (kind === "none" || (kind === "text" && (strings.length === 0 || /^改[长短]/.test(result.key)))) continue;
    const named = strings[0] ?? target ?? wordsOf(subject);
    const colour = how === undefined ? colourOf(result.key) : undefined;
    if (colour !== undefined) return operate(operation("object.recolour", { target: named, where, style: { colour } }));
    return operate(
      operation("object.modify", {
        target: named,
        where,
        value: wordsOf(result) + (how === undefined ? "" : ` ${wordsOf(how)}`),
      }),
    );
  }
  return undefined;
};
