import { LANGUAGES } from "../lexicon/roles.ts";
import type { Phrase } from "../phrase/phrase.ts";
import { doubt, type Recogniser } from "../reading.ts";
import { COLOUR } from "../style/colour.ts";

/** 字太丑了换个字体, "use a different font": which one stands nowhere. */
const FONT =
  /^(?:把|将|给|请|帮我)*(?:[^,。;]{1,8}?(?:太|不|有点|很)[^,。;]{1,4}了?)?[,\s]*(?:[^,。;\uE000]{0,8}?(?:\uE000[^,。;\uE000]{0,4}?)?)(?:换|改|用|试)(?:一?[个种款下]|成|为)?(?:别的?|其[他它]的?|另一?[种个]|新的?|不一样的?|(?:更|再|比较)?(?:好看|漂亮|高级|可爱|活泼|优雅|现代|有设计感)(?:一?[点些])?的?)?(?:字体|字型)(?:吧|看看|试试)?$|^(?:(?:can|could) (?:you|we) )?(?:use|try|pick|choose|change (?:it |the (?:font|typeface) )?to|switch to|give it|find) (?:an? |some |the )?(?:different|another|nicer|better|new|other|cooler|prettier|more [a-z]+|less [a-z]+) (?:font|typeface)(?: (?:for|on) (?:the |our |this )[a-z]+)?$|^(?:change|swap|replace) the (?:font|typeface)(?: (?:of|on|for) (?:the |our )[a-z]+)?$/u;
const FEEL =
  /(?:字体|字型)(?:换|改|弄)?(?:成|得|个)?(?:更|再)?(?:圆润?|可爱|活泼|好看|高级|优雅|现代|复古|有设计感|特别)(?:一?[点些])?的?$/u;
/** 标题换个好看的颜色, "a nicer colour for the title". */
const HUE =
  /(?:换|改|用|试)(?:一?[个种下]|成)?(?:别的?|其[他它]的?|另一?[种个]|新的?|(?:更|再|比较)?(?:好看|漂亮|高级|显眼|醒目|亮眼|喜庆|温柔|合适)(?:一?[点些])?的?)?颜色(?:吧|看看|试试)?$|^(?:try|use|pick|choose|make it|change (?:it|the [a-z]+) to|give (?:it|the [a-z]+)) (?:an? |some )(?:different|another|nicer|better|new|other|cooler|prettier) colou?r(?: (?:for|on) (?:the |our )[a-z]+)?$/u;
/** 背景太花了，简单点: behind a complaint or by itself. */
const GROUND =
  /^(?:把|将)?背景(?:太|有点|过于)?(?:花哨?|乱|杂|复杂|丑|普通|单调|难看)?了?[,\s]*(?:换|改|弄|做|变|调)?(?:成|得|个)?(?:更|再|稍微)?(?:简单|简洁|干净|清爽|素|丰富|特别|有意思|高级|好看)(?:一?[点些])的?$|^(?:make |have |keep )?the (?:background|backdrop|bg) (?:a (?:bit|little) )?(?:simpler|less busy|plainer|nicer|better|more interesting|calmer|cleaner)$|^(?:把|将)?背景(?:换|改)(?:一?[个张下种]|掉)(?:别的|新的|其他的|吧|看看|试试)*$|^(?:换|改)一?[个张下种]背景(?:吧|看看|试试)?$|^(?:change|swap|replace) the (?:background|backdrop|bg)$|^(?:an? )?(?:new|different|another) (?:background|backdrop|bg)(?: (?:something|maybe|that|which) [a-z ]{2,30})?$/u;
const SHAPE =
  /^(?:把|将|让)?(?:整?张?(?:图片?|照片|画面|海报|尺寸|它))?(?:改|换|变|做|弄|调整?|转|裁)(?:成|为|个)(?:一?[个张])?(?:横|竖|横向|竖向|纵向)(?:版|图|屏|的|构图|幅)?的?$|^(?:(?:can|could) (?:you|we) )?(?:make|turn|crop|convert|change|get|have) (?:it|this|the (?:image|picture|photo|poster))(?: in)?(?:to)? (?:an? )?(?:landscape|portrait|vertical|horizontal)(?: format| version| orientation| image)?$/u;
/** 出一个黑色的一个白色的, "one in black and one in white": two pictures. */
const TWO = new RegExp(
  `(?:出|要|做|来|给我)?一?[个版张款](?:${COLOUR})的?[,\\s]*(?:再|和|还有|另外)?(?:出|要|做|来)?一?[个版张款](?:${COLOUR})的?$|\\bone in (?:${COLOUR}),? and (?:another|one|the other) in (?:${COLOUR})$`,
  "u",
);

/** 改繁体: what the translation reads is not said. */
const TONGUE = new RegExp(`^(?:把|将)?(?:文字|全部|都|字)?(?:全部|都)?(?:改|换|转|翻|译)(?:成|为)?(?:${LANGUAGES})(?:版|字|的)?$`, "u");

/** Whether nothing follows that might say it. */
const isLast = ({ sentence, end }: Phrase): boolean => /^[\s,。;!?.~]*$/u.test(sentence.key.slice(end));

/** What is to change is clear and what it shall become is not said: the question names just that. */
export const readUnnamed: Recogniser = (clause) => {
  const { key } = clause;
  if (!isLast(clause) || /^(?:不|别|勿|don'?t|do not|no|not|never)/.test(key)) return undefined;
  if (TONGUE.test(key)) return doubt("wording");
  if (HUE.test(key)) return doubt("which_hue");
  if (FONT.test(key) || FEEL.test(key)) return doubt("which_font");
  if (GROUND.test(key)) return doubt("which_ground");
  if (SHAPE.test(key)) return doubt("which_shape");
  return TWO.test(key) ? doubt("variants") : undefined;
};
