import { IT } from "../../lexicon/determiners.ts";
import { Q, type Recasting, rule } from "../recasting.ts";
import { IF_ZH } from "../shared-words.ts";

const IN_PICTURE_ZH = "(?:这?张?(?:图片?|画面|照片|海报|图像|背景)(?:里面?|上面?|中)?)?";
const PLACE_ZH = "(?<p>(?:左上|右上|左下|右下|顶|底|上|下|左|右|中)(?:角|部|方|边|面|侧|间)?(?:那里|里|有点)?)?";
const SPOKEN = "(?:麻烦|请|帮忙|帮我|给我|就|那就?|则|可以|直接|统一|全部|都|把)*";
const IT_ZH = "(?:把|将|给)?(?:[它他她]们?|其|这个|那个|之)";
const DEED_ZH =
  "(?:删除?掉?|去掉|去除|移除|移到|移动到|移|挪到?|抹掉|擦掉|清除|遮掉?|遮住|盖[住掉上]|挡[住掉]|涂掉|糊掉|打码|模糊|虚化|改成|改为|换成|换为|变成|替换成|替换为|翻译成|译成|放大|缩小|加粗|居中|分成|分|拆成|换行|排成|调大|调小|调亮|调暗|提亮|压暗|加上|变大|变小|改|换|裁掉|保留)";
const THING_ZH =
  "(?:一?[个处只条张段行句]|任何|什么)?(?<x>[^,。;就则\\uE100-\\uE1FF]{1,14}?|[^,。;\\uE100-\\uE1FF]{0,6}QUOTED[^,。;\\uE100-\\uE1FF]{0,4}?)".replace(
    "QUOTED",
    Q,
  );
const SAID = "(?:的话)?\\s*[,:]?\\s*";

/** What is to be done to a thing on a condition is said of the thing: what is not there is told of anyway. */
export const CONDITIONS_ZH: readonly Recasting[] = [
  rule(
    `${IF_ZH}${IN_PICTURE_ZH}(?:有|存在|出现|看到)[^,。;]{1,14}?(?:的话)?\\s*,\\s*(?:就|也|那就?)?(?:不用|不必|别|不要|无需|保留|留着)[^,。;]*[,。;]\\s*(?=\\S)`,
    "",
  ),
  rule(
    `${IF_ZH}${IN_PICTURE_ZH}${PLACE_ZH}(?:里|还|仍|上面|里面)*(?:没有|没|缺少?|不含)${THING_ZH}${SAID}(?:麻烦|请|帮忙|帮我|给我|就|那就?|则)*(?:在(?<q>[^,。;]{1,8}?))?(?:加|补|放|添)(?:加|上|个|一个|一下)*(?=$|[,。;在到])`,
    "$<q>$<p>加上$<x>",
  ),
  rule(
    `${IF_ZH}${IN_PICTURE_ZH}${PLACE_ZH}(?:里|还|仍|上面|里面|出|能)*(?:有|存在|出现|看到|看见|发现|包含|含有?|写着)了?${THING_ZH}${SAID}(?:请|麻烦)?(?:告诉|说(?!明)|指|标(?![题语签志])|圈|列)(?:我|出|一下)*[^,。;]*`,
    "图里有没有$<x>",
  ),
  rule(
    `${IF_ZH}${IN_PICTURE_ZH}${PLACE_ZH}(?:里|还|仍|上面|里面|出|能)*(?:有|存在|出现|看到|看见|发现|包含|含有?|写着)了?${THING_ZH}${SAID}${SPOKEN}(?:${IT_ZH})?(?:都|全部|统一|直接|给)*(?<v>${DEED_ZH})(?:${IT_ZH})?`,
    "把$<p>$<x>$<v>",
  ),
  rule(
    `(?<![^,。;\\s])${IN_PICTURE_ZH}${PLACE_ZH}有(?!没有)(?<x>[^,。;\\uE100-\\uE1FF]{1,8}?)的?话?,?就(?:把它?)?(?<v>${DEED_ZH})(?:它)?`,
    "把$<p>$<x>$<v>",
  ),
  rule(
    `${IF_ZH}(?<x>[^,。;有\\uE100-\\uE1FF]{1,12}?|${Q})(?:还|现在|本身|目前|看起来|显得|实在|的话)*(?:不是|太|不够|看不清|看不见|没有|过于|偏|有点|不明显|不清楚|模糊|放不下|是)[^,。;\\uE100-\\uE1FF]{0,12}?${SAID}(?:麻烦|请|帮忙|帮我|给我|就|那就?|则|可以|直接|再)*(?:${IT_ZH})?(?<v>${DEED_ZH})(?:${IT_ZH})?`,
    "把$<x>$<v>",
  ),
];

const THERE =
  "(?:there(?:'s|s| is| are|'re)(?: still)?|you (?:see|find|spot|notice)|(?:the |this )?(?:image|picture|photo|poster|it) (?:has|contains|includes|shows|still has))";
const ANY = "(?:an? |any |some |the )?";
const THING = "(?<x>[^,;.\\uE100-\\uE1FF]{2,40}?|[^,;.\\uE100-\\uE1FF]{0,20}QUOTED[^,;.\\uE100-\\uE1FF]{0,20}?)".replace("QUOTED", Q);
const IN_IT =
  "(?: (?:anywhere|somewhere|visible|present|left|in (?:the|this) (?:image|picture|photo|shot)|(?:on|across|over) (?:it|there|the (?:image|picture|photo)|this)))?";
const THEN = "\\s*,?\\s+(?:then |please |pls |just |could you |can you |you can )*";
const DEED = "(?<v>[a-z]+(?: (?:up|out|off|down|away|over|rid of))?)";

/** The same in English. */
export const CONDITIONS_EN: readonly Recasting[] = [
  rule(
    `\\b(?:only )?(?:if|when|whenever|in case) ${THERE} [^,;.]{2,40}?\\s*,\\s*(?:please |just )?(?:don't|do not|no need to|leave|keep|never mind|ignore)\\b[^,;.]*[,;.]\\s*(?=\\S)`,
    "",
  ),
  rule(
    `\\b(?:only )?(?:if|when|whenever|in case) ${THERE} ${ANY}${THING}${IN_IT}${THEN}(?:tell me|let me know|show me|point (?:it|them) out|list)\\b[^,;.]*`,
    "is there $<x>",
  ),
  rule(
    `\\b(?:only )?(?:if|when|whenever|in case) ${THERE} (?:no|not an?|isn't an?) ${THING}${IN_IT}${THEN}(?:add|put|place) (?:one|it|some)\\b`,
    "add $<x>",
  ),
  rule(
    `\\b(?:only )?(?:if|when|whenever|in case) there (?:isn't|is not|aren't) (?:an? |any )?${THING}${IN_IT}${THEN}(?:add|put|place) (?:one|it|some)\\b`,
    "add $<x>",
  ),
  rule(
    `\\b(?:only )?(?:if|when|in case) (?:the |this |that |her |his )?[a-z]+(?: [a-z]+)? (?:is|are|has|have|holds?|wears?)(?: (?:wearing|holding|carrying|got))? ${ANY}(?<!is |are )(?<x>[a-z]+(?: [a-z]+)?)${THEN}(?<v>take|remove|delete|erase|get rid of|lose|edit|put|blur|hide|cover) (?:it|them|those|that)\\b`,
    "$<v> the $<x>",
  ),
  rule(`\\b(?:only )?(?:if|when|whenever|in case) ${THERE} ${ANY}${THING}${IN_IT}${THEN}${DEED} ${IT}\\b`, "$<v> the $<x>"),
  rule(
    `\\b(?:only )?(?:if|when|whenever|in case) (?![^,;.]*\\b(?:below|under|less|more|above|over|greater|at least|at most|cheaper|higher|lower|equal)\\b[^,;.]*\\d)(?<x>(?:the|our|this|her|his) [a-z]+(?: [a-z]+){0,2}?) (?:is|are|isn't|aren't|looks?|feels?|seems?|doesn't|does not|gets?)\\b[^,;.\\uE100-\\uE1FF]*?${THEN}${DEED} ${IT}\\b`,
    "$<v> $<x>",
  ),
  rule(
    "\\s*[,;.]\\s*(?:and |but )?(?:if not|otherwise|or else|else|if there (?:isn't|is not|aren't|is none|are none|is nothing)(?: (?:one|any))?)\\s*,?\\s*(?:then )?(?:please |just )?(?:leave|do nothing|skip|ignore|keep|don't|do not|no need|nothing|no change)[^.;]*",
    "",
  ),
  rule(",?\\s+(?:if|where|wherever) (?:present|any|applicable|it exists|they exist|visible|possible|needed|necessary)(?=$|[,.;])", ""),
];
