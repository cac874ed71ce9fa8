import { THE } from "../../lexicon/determiners.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_TALK_EN, BEGIN_ZH, END_EN, END_ZH, type Recasting, rule } from "../recasting.ts";

const NOUN = "[a-z'-]+(?: [a-z'-]+)?";
const SCENE =
  "winter|summer|autumn|fall|spring|night(?:[- ]?time)?|rainy|snowy|sunset|sunrise|evening|foggy|stormy|sunny|cloudy|christmas|halloween|desert|beach";

/** What is kept said with what is changed, how a thing stands, and scenes, light and looks in passing. */
export const IN_PASSING_EN: readonly Recasting[] = [
  rule(
    `^(?:(?:keep|leave) )?(?:everything|all|all the rest)(?: else)? (?:(?:stays?|remains?|is fine|the same|as (?:it )?is|untouched|alone|unchanged) )*(?:except|but|apart from|other than)(?: for)? (?<x>${THE} ${NOUN})\\s*[:,;-]+\\s*(?:please |just |which should )*(?<v>make|turn|paint|change|set|remove|delete|move|enlarge|shrink) (?:it|them|that)\\b`,
    "$<v> $<x>",
    /except|but|apart|other than/u,
  ),
  rule(
    `\\b(?:only |just )?change (?:only |just )?(?<x>${THE} ${NOUN}?)(?:'s)? colou?r\\s*[:,;-]+\\s*(?:please |just )?(?:make it |to |use )?(?=(?:an? )?(?:${COLOUR}))`,
    "make $<x> ",
    /colou?r ?[:,;-]/u,
  ),
  rule(
    `\\bmake (?:it|this|the (?:image|picture|photo)) (?:into |look like )?(?:an? )?(?<x>${SCENE}) (?:scene|shot|view|setting|day|landscape)${END_EN}`,
    "turn it into a $<x> scene",
    /scene|shot|view|setting|day|landscape/u,
  ),
  rule(`\\bturn (?<x>${THE} ${NOUN}) (?:a?round )?to (?=(?:face|look|point)\\b)`, "make $<x> ", / to (?:face|look|point)/u),
  rule(
    `^(?:i want |have |make )?(?:the )?(?<x>${NOUN}) (?<v>facing|looking|pointing|turned) (?<d>left|right|up|down|forwards?|away|backwards?)(?: (?:instead|rather)(?: (?:of|than) .{2,16})?)?$`,
    "have the $<x> $<v> $<d>",
    /facing|looking|pointing|turned/u,
  ),
  rule(
    "\\b(?<v>smooth(?: out)?|retouch|soften|whiten|even out|slim) (?=(?:skin|teeth|face|hair|wrinkles|waist|legs|arms|cheeks)\\b)",
    "$<v> the ",
    /skin|teeth|face|hair|wrinkles|waist|legs|arms|cheeks/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:bring|pull|get|lift|recover|restore|show)(?: (?:back|out|up))? (?:the |more |some |any )?details? (?:back )?(?:in|from|of) the (?:shadows?|dark (?:areas?|parts?)|blacks)${END_EN}`,
    "lift the shadows",
    /detail/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:bring|pull|get|recover|restore|show)(?: (?:back|out|down))? (?:the |more |some |any )?details? (?:back )?(?:in|from|of) the (?:highlights?|bright (?:areas?|parts?)|whites|sky)${END_EN}`,
    "reduce the highlights",
    /detail/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:the )?white balance (?:is|looks|seems) (?:off|wrong|weird|bad|not right)${END_EN}`,
    "fix the white balance",
    /white balance/u,
  ),
  rule(
    `\\badd (?:an? )?(?:(?:soft|subtle|slight|light|gentle|dark|nice) )*vignette,? and (?=(?:some|a|more|film|grain|noise))`,
    "add a vignette, add ",
    /vignette/u,
  ),
  rule("\\bfilm grain\\b", "grain", /film grain/u),
  rule(
    "\\bgive (?:it|this|the (?:image|picture|photo)) (?:that|this|the) (?=[a-z ]+ (?:look|vibe|feel|style|aesthetic)\\b)",
    "give it a ",
    /look|vibe|feel|style|aesthetic/u,
  ),
  rule(
    `${BEGIN_TALK_EN}(?:${THE} ${NOUN}) (?:is|are|looks?) (?:too )?(?:${COLOUR})\\s*[,;.]\\s*(?:please |can you )?(?:fix|sort|correct) (?:it|that|this|them)(?: out)?${END_EN}`,
    "fix that colour",
    /fix|sort|correct/u,
  ),
];

/** The same in Chinese, and orders in two languages. */
export const IN_PASSING_ZH: readonly Recasting[] = [
  rule(
    `${BEGIN_ZH}除了?[^,:。;]{1,8}?(?:以外|之外|外)?,?(?:其[他它余]的?|别的)(?:地方|部分|内容)?(?:都|全)*(?:别|不要|不用|不)(?:改|动|变)\\s*[,。;]\\s*(?=\\S)`,
    "",
    /除/u,
  ),
  rule(
    `${BEGIN_ZH}(?:把|将)?(?<x>[\\p{Script=Han}a-z ]{1,12}?)\\s*(?:放|摆|贴)(?:在|到)?\\s*(?:the )?(?=(?:top|bottom|upper|lower|left|right|cent(?:er|re)|middle)\\b)`,
    "把$<x>放到",
    /[放摆贴]\s*(?:在|到)?\s*[a-z]/u,
  ),
  rule("渐层", "渐变", /渐层/u),
  rule("嗰[个只架条张件部]", "", /嗰/u),
  rule(
    "(?<=(?:^|[,。])[将把])(?:件|架|只|部|条)(?=[\\p{Script=Han}])(?=[^,。]*(?:变做|整走|搬走|咗|嘅|啲))",
    "",
    /变做|整走|搬走|咗|嘅|啲/u,
  ),
  rule(`(?:高光|亮部|天空|窗外)(?:溢出|过曝|爆|死白|曝掉)了?${END_ZH}`, "降低高光", /溢出|曝|爆|死白/u),
  rule(`白平衡(?:有点|好像)?(?:不对|不准|歪|跑偏|有问题|偏)了?${END_ZH}`, "校正白平衡", /白平衡/u),
  rule(
    `(?:给|为)?(?:照片|图片?|画面|整体)?(?:加|来|用|套)(?:上|个|一个|点|一点)?(?<x>[a-z]{3,12})(?:的)?(?:滤镜|特效|效果|风格?)${END_ZH}`,
    "改成$<x>风格",
    /[a-z]的?(?:滤镜|特效|效果|风)/u,
  ),
  rule(
    `${BEGIN_ZH}(?:用|按|以)(?<x>[\\p{Script=Han}a-z ]{2,12}?)的?(?:风格|手法|画风|笔触)(?:来)?(?:重新?)?(?:画|绘制?|渲染|处理|呈现|做)(?:一遍|一下|出来)?${END_ZH}`,
    "改成$<x>风格",
    /风格|手法|画风|笔触/u,
  ),
  rule(
    `^(?:让|使|把)?(?:画面|整体|整个画面|图片?|照片)(?:更|再|要|能)*(?:有|带|充满)(?:一?[点些])?(?<x>[\\p{Script=Han}]{1,6}?)的?(?:气息|氛围|味道|意境)(?:一?[点些])?${END_ZH}`,
    "改成$<x>风格",
    /气息|氛围|味道|意境/u,
  ),
];
