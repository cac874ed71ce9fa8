import { BEARER_EN } from "../../lexicon/bearers.ts";
import { THE } from "../../lexicon/determiners.ts";
import { ROLE_EN, ROLE_ZH, TEXT_ZH } from "../../lexicon/roles.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule, WORDS_EN } from "../recasting.ts";

const NOUN =
  "(?:(?![a-z]+n't\\b|(?:is|are|was|were|looks?|feels?|has|have|needs?|should|must|can|and|or|that|which)\\b)[a-z'-]+ ){0,3}?[a-z'-]+";
const FLAW =
  "(?:stain|scratch(?:es)?|mark|smudge|dent|crease|wrinkles?|spot|dust|crack|tear|hole|reflection|glare|fingerprints?|hair|thread|lint|tag|fly|bug|insect|leaf|cable|shadow)";
const BESIDE =
  "(?:directly |just |right )?(?:below|under|underneath|beneath|above|over|beside|next to|behind|in front of|to the (?:left|right) of)";

/** Of a page, where a picture has its sides. */
const PAGE_ENDS = [
  { en: "header", zh: "页眉|页首", side: "top", sideZh: "顶部" },
  { en: "footer", zh: "页脚|页尾", side: "bottom", sideZh: "底部" },
] as const;

/** Two things said of one wish: where before what, what is wrong before what to do, which one after it was named. */
export const TWO_WISHES_EN: readonly Recasting[] = [
  // "make the button green and its label 'Buy'": one verb for two.
  rule(
    `(?<=\\b(?:make|turn|paint|set|change) ${WORDS_EN}{3,40}?)(?:,| and|, and) (?:its|the) (?<x>label|text|caption|wording|copy|${ROLE_EN}) (?:to |say |read )?(?=${Q})`,
    " and change the $<x> to ",
    / (?:its|the) /u,
  ),
  ...PAGE_ENDS.map(({ en, side }) =>
    rule(
      `(?<=\\b(?:add|put|write|place|insert) [^.;]{0,40}?${Q}[^.;]{0,20}?)\\b(?:to|in|into|at|on) (?:the )?(?:page )?${en}${END_EN}`,
      `at the ${side}`,
      new RegExp(en, "u"),
    ),
  ),
  rule(
    `${BEGIN_TALK_EN}(?<p>${BESIDE} ${THE} ${NOUN})\\s*,?\\s+(?:please |pls |just )*(?<v>add|put|write|place|insert) (?<t>${Q}|(?!it\\b|them\\b)${WORDS_EN}{2,50}?)${END_EN}`,
    "$<v> $<t> $<p>",
    /(?:low|der|neath|bove|over|side|next to|hind|front of|left of|right of) /u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?<x>${THE} ${NOUN}) (?:has|have|shows?|got|has got) (?:an? |some |a few )?(?<s>(?:[a-z]+ )?${FLAW})(?<p> (?:near|on|in|at|by|around|under|over) ${THE} ${NOUN})?\\s*[,;.-]+\\s*(?:please |pls |can you |could you |just )*(?:clean|remove|delete|erase|fix|retouch|get rid of|take|heal|edit|photoshop) (?:it|them|that|those)(?: up| out| off| away)?${END_EN}`,
    "remove the $<s> from $<x>",
    / (?:has|have|shows?|got) /u,
  ),
  // The red one of the cups: its word belongs to it.
  rule(
    `\\b(?<v>remove|delete|erase|change|make|move|replace|recolou?r|enlarge|blur) the (?<x>${NOUN}), (?:i mean |that is |meaning |namely )?the (?<w>[a-z-]+(?: [a-z-]+)?) ones?(?:(?=\\s*(?:$|[.;!]))|,(?=\\s+(?:to|into|up|down|a bit)\\b))`,
    "$<v> the $<w> $<x>",
    /, .*\bones?\b/u,
  ),
  rule(`\\s(?:on|in|at) the same (?:spot|place|position|line|background|${BEARER_EN})${END_EN}`, "", /same/u),
  rule(
    `${BEGIN_TALK_EN}(?:let|have) (?<x>${THE} ${WORDS_EN}{2,30}?) (?:stay|remain)(?: (?:there|put|where (?:it|they) (?:is|are)|as (?:it|they) (?:is|are)))?(?=\\s*(?:$|[,.;!]| (?:but|and)\\b))`,
    "keep $<x>",
    /(?:stay|remain)/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:only |just )?keep (?:only |just )?(?<x>the ${WORDS_EN}{3,40}?)\\s*(?:,|;|and)+ (?:please |then )*(?<v>remove|delete|erase|drop|lose|get rid of) (?:all )?(?:of )?(?:the rest|everything else|the others|all else|others)${END_EN}`,
    "$<v> everything except $<x>",
    /keep/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:line up|align|arrange|put|set) (?<x>(?:the|all|these|those) (?:(?:two|three|four|five|six|all) )?${NOUN}) (?<h>in (?:a|one) (?:row|line|column)|on (?:one|the same|a single) (?:line|row|baseline)|side by side|horizontally|vertically|in a straight line)${END_EN}`,
    "move $<x> into place $<h>",
    /line|align|arrange|row|column|side by side/u,
  ),
  rule(
    `\\badd (?<n>\\d+ ?(?:px|%|pixels?|percent)) of (?:extra |plain |solid )?(?<c>white|black|gr[ae]y|cream|beige)(?: space| border| margin| padding| room| canvas)? (?:on|to|around|at) (?:every|each|all(?: four)?|both) (?:sides?|edges?)${END_EN}`,
    "extend the canvas by $<n> on all sides, fill the sides with $<c>",
    / of /u,
  ),
  rule(
    `\\badd (?<n>\\d+ ?(?:px|%|pixels?|percent)) of (?:extra |plain |solid )?(?<c>white|black|gr[ae]y|cream|beige)(?: space| border| margin| padding| room| canvas)? (?:on|to|at) the (?<s>left|right|top|bottom)(?: side| edge)?${END_EN}`,
    "extend the canvas by $<n> on the $<s>, fill the sides with $<c>",
    / of /u,
  ),
];

const HUE = "[蓝绿红黄紫粉白黑]";
const FLAW_ZH = "(?:污渍|污点|油渍|水渍|脏东西|划痕|灰尘|线头|毛球|褶皱|折痕|裂缝|指纹|反光|头发|痘痘|斑点|虫子|苍蝇|叶子|标签|价签|电线)";

/** The same in Chinese, and things named by a part of the picture or by two languages at once. */
export const TWO_WISHES_ZH: readonly Recasting[] = [
  rule(`${BEGIN_ZH}(?:这张?)?(?:照片|图片?|画面)?(?:拍|照|扫)得(?=有点|太|有些|偏|过|比较|略)`, "画面"),
  rule(
    `(?<=[\\p{Script=Han}a-z])(?<j>和|与|跟)(?<b>[\\p{Script=Han}a-z]{1,8}?)(?:互相|相互)?(?:换|对换)(?:一?个|一下)(?:位置|顺序|地方)${END_ZH}`,
    "$<j>$<b>对调位置",
    /换/u,
  ),
  rule(
    `${BEGIN_ZH}(?<x>(?!整体|画面|照片|图|颜色|色调|全图|再|稍|略|把|将|让)[a-z]{2,12}|(?!整体|画面|照片|图|颜色|色调|全图|再|稍|略|把|将|让)\\p{Script=Han}{1,6}?)\\s*(?<!得)(?:要|可以|稍微)*(?:再|更)(?<c>${HUE})(?<n>一点点|一?[点些])${END_ZH}`,
    "把$<x>调得更$<c>一点",
    /[再更]/u,
  ),
  rule(`(?<=(?:${ROLE_ZH})\\s*)(?:都|统一)?(?:改|调|换|挪|推迟|提前|延期|延长|延)(?:到|至)\\s*(?=\\d)`, "改成", /[到至]\s*\d/u),
  rule(`(?<=${Q}\\s*(?:里面?|中|当中)?的\\s*${Q})\\s*(?:这|那)?[一二两三四五六七八九十\\d]+个字`, "", /个字/u),
  rule("(?<=\\p{Script=Han}\\s*)blur\\s*掉(?=\\s*(?:$|[,。;!]))", "模糊", /blur/u),
  // 落款改成“…” 日期去掉: a space between two orders.
  rule(
    `(?<=${Q})\\s+(?=(?:(?:\\p{Script=Han}(?<![的面里上中边后前旁下])){0,4}?(?:${ROLE_ZH}|${TEXT_ZH})|logo|背景|底色|二维码|水印|图标|按钮|边框|阴影)\\s*(?:都|全部|也|再)?(?:去掉|删掉|删除|删了|移除|改成|改为|换成|加粗|居中|放大|缩小|不要|变|用))`,
    "，",
  ),
  rule(
    `(?:价格|数字|金额|价钱)(?:前面?|后面?|前后)的?\\s*(?<a>${Q}|[a-z]{1,4}|[$¥€£元])\\s*(?:都|全部|统一)?(?:换|改|替换)(?:成|为)\\s*(?<b>${Q}|[$¥€£元]|[a-z]{1,4})\\s*(?:的)?(?:符号|标志|标识|字)?${END_ZH}`,
    "把所有“$<a>”改成“$<b>”",
  ),
  rule(
    `(?:图[上里中]的?|页面上?的?|画面[上里中]?的?)?(?<w>[a-z][a-z ]{3,30}?)\\s*(?:这种|这类|的)?(?:占位|测试|示例|临时|假)(?:用的?)?(?:文字|字|文本|内容|文案)`,
    "“$<w>”",
    /占位|测试|示例|临时|假/u,
  ),
  rule(
    `(?<v>(?:贴|加|放|盖|打|添加|印)(?:上|个|一个|一枚)?)\\s*(?<w>[a-z][a-z\\d .&%!-]{0,20}?|\\d{1,3}% ?(?:off)?)\\s*的(?<c>[红黄蓝绿黑白金橙紫粉灰银]色?的?)?(?:圆形|小|大)?(?<n>角标|徽章|标签|贴纸|吊牌|印章)(?=\\s*(?:$|[,。;!]))`,
    "$<v>$<c>的“$<w>”$<n>",
    /角标|徽章|标签|贴纸|吊牌|印章/u,
  ),
  rule(
    `(?<p>[^,。;\\uE100-\\uE1FF]{1,10}?[上里])(?:面)?有(?:[一几两]?[块个点道根些片条只])?(?<x>${FLAW_ZH}),?(?:请|麻烦|帮我|把它)*(?:去掉|处理(?:一下|掉)|修掉|擦掉|p掉|弄掉|清理(?:一下|掉)|修一下|去一下)(?:吧)?${END_ZH}`,
    "把$<p>的$<x>去掉",
  ),
  ...PAGE_ENDS.map(({ en, zh, sideZh }) => rule(`在(?:${en}|${zh})(?:处|里|上|部|的?位置)?\\s*(?=[加写放添打印])`, `在${sideZh}`)),
  // 把台灯关掉灯光: what it is done to stands behind.
  rule(`(?<=把[^,。;]{1,12})(?<v>关掉|打开|熄灭|点亮)(?<y>灯光?|火焰?|电源|屏幕)${END_ZH}`, "的$<y>$<v>"),
  rule(`做出(?=[^,。;]{1,8}(?:感觉?|风格?|氛围|效果|质感)${END_ZH})`, "做成"),
  ...[
    [`(?:[\\p{Script=Han}]{0,4}?(?:${ROLE_ZH}|${TEXT_ZH}))`, "把除了$<x>以外的所有文字$<v>"],
    ["(?!了?(?:产品|商品|主体|人物?|模特|主角))[^,。;]{1,16}?", "$<v>除$<x>以外的所有内容"],
  ].map(([what = "", order = ""]) =>
    rule(
      `${BEGIN_ZH}(?:(?:只|仅)(?:保留|留下?|要)|除了?(?!了))(?<x>${what})(?:以外|之外)?,?(?:其[他它余]|别的|剩下|剩余)(?:的|内容|部分|东西|都|全部|统统|全)*(?<v>删掉|去掉|删除|移除|删了)(?:了)?${END_ZH}`,
      order,
      /其|别的|剩/u,
    ),
  ),
];
