import { MEASURE_ZH } from "../lexicon/verbs.ts";
import { find, hasLiteral, type Phrase, part, without, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Reading, type Recogniser } from "../reading.ts";
import { placeIn } from "../reference/place.ts";
import { readReference } from "../reference/reference.ts";

const PICTURE_ZH =
  "(?:(?:这一?张|这一?幅|这个?|该)?(?:图片?|图像|画面|照片|海报|相片?|界面|页面|屏幕|截图|封面|主图|banner)(?:中|里面?|上面?|内)?(?:的)?|里面|上面|这里)?";
const OF_PICTURE_ZH = new RegExp(`^在?${PICTURE_ZH}$`, "u");
const EXISTS =
  "(?:是不是|是否|有没有|有无|能不能|能否)(?:有(?!机|限|效|声|氧|色|线|毒|奖|货|赞)|存在|出现|包含|含有|看到|看见|能看到|过(?!曝|度|亮|暗)|看得?清|认出|读出)*";

const ZH = [
  /^(?:哪里|哪儿|什么地方|哪个?地方)(?:有|出现了?|是)(?<x>.+)$/du,
  /^(?:[左右上下顶底][上下]?[角边面方部]?的?)(?:这|那)(?:一?[个行张句])?是(?:什么|哪个|哪种|谁的?)(?<x>.+)$/du,
  /^(?:检查|看看|看一下|确认|核对|核实)(?:一下|下)?(?<x>(?!图|画面|这|海报|照片|里面|上面).+?)(?:有没有|是否|是不是|有无|对不对|是否有)(?:写|打|印|拼)?(?:错|问题|错误|错别字|正确|一致|对).*$/du,
  /^(?:能|可以|可)?(?:看得?清|看到|看见|认出|读出)(?<x>.+?)(?:吗|么)$/du,
  new RegExp(
    `^(?:请?(?:check|找找?|帮我找|检测|检查|查看|看看|看一下|判断|识别|确认|告诉我|查一下|查找|分析)\\s*(?:一下)?)?(?:这|在)?${PICTURE_ZH}${EXISTS}(?:一[个只条])?(?<x>.+)$`,
    "du",
  ),
  new RegExp(`^(?:在)?${PICTURE_ZH}(?:一共|总共)?(?:有|存在|包含)?(?:几|多少)(?:${MEASURE_ZH}|[条处种件])?(?<x>.+)$`, "du"),
  new RegExp(`^(?:在)?${PICTURE_ZH}(?:一共|总共|都)?(?:写|印|标|放|画|用)(?:着|了|有)?(?:几|多少)(?:个|处|种|行|条|张)?(?<x>.+)$`, "du"),
  /^(?<x>.+?)(?:在|位于|是在)(?:这?张?(?:图片?|画面|海报)(?:中|里|上)?面?的?)?(?:哪里|哪儿|哪个位置|什么位置|什么地方|哪)/du,
  /^(?:这一?张?)?(?:图片?|海报|画面)?(?:中|里面?|上面?)?的?(?:文字|字)?用的?(?:是)?(?:什么|哪种|哪个)(?<x>字体|字号|颜色|配色|色号)$/du,
  new RegExp(`^(?:在)?${PICTURE_ZH}(?:有|存在|包含|出现)(?:一[个只条])?(?<x>.+?)(?:吗|么|没有)$`, "du"),
  /^(?:请)?(?:列出|提取|检测|查找|识别|定位|找出|找到|数一?数|统计|寻找|圈出|框出|读出|读取)(?:一下|出)?(?:图片?(?:中|里|上)?的?|画面(?:中|里)的?)?(?:所有的?)?(?:是否)?(?:存在|一?共?有)?(?:(?:几|多少)[个只条辆位名张件处种朵棵把块本]?)?(?<x>.+)$/du,
  new RegExp(`^(?:在)?${PICTURE_ZH}(?:都|一共|总共)?(?:有|[写印标][着了]|包含|出现)(?:了)?(?:哪些|什么|些什么)(?<x>.+)$`, "du"),
  /^(?:这|那|图(?:中|里|上)(?:的)?)(?:张图|个|里)?(?:都)?是(?:什么|哪个|哪种|哪家|哪一?款)(?<x>.+)$/du,
  /^(?<x>.+?)(?:是|用的?是?|用了)(?:什么|哪种|哪个)(?:颜色|字体|品牌|材质|牌子|风格|字号|色号|色值|型号|款式|品种)的?(?:呀|啊|呢|来着)?$/du,
  /^(?:(?:这|那|该)?(?:一?[张幅个])?(?:图片?|照片|海报|画面)的?)?(?<x>.{0,10}?(?:分辨率|尺寸|大小|像素|比例|宽度?|高度?|字号|色值|色号|品牌|型号))(?:是|有)?(?:多少|几|什么|啥)(?:呀|啊|呢|来着)?$/du,
  /^(?<x>.+?)(?:写的?)?(?:分别|各)?(?:是(?:什么|哪几个|哪些)字|是什么|是谁|是多少|是哪[天年里]|是几[号月点]|叫什么|写了什么|写的什么)$/du,
  /^(?:.+?)(?:适合|属于|算是?)(?:什么|哪种|哪类|哪个)(?<x>.+)$/du,
  /^(?<x>(?!把|将).+?)(?:有|是)?(?:多大|多高|多宽|多长|几号|多粗|多少像素)$/du,
  /^(?<x>(?!把|将).+?)(?:看得清楚?|清楚|清晰|可读|看得见|够大|够清楚)(?:吗|么|不)$/du,
  // 背景是纯白的吗, 左边的门是开着的吗, 图片够清晰吗
  /^(?<x>(?!把|将|有|是|能|可|这是|那是)[^是有吗]{1,10}?)(?:是|够|还|都|已经|会|太).{1,12}(?:吗|么)$/du,
  // 帽子是红的还是橙的, 这车是几座的
  new RegExp(
    `^(?!把|将|要|想|换|改|[这那]是)(?:[这那]${MEASURE_ZH}?)?(?<x>[^,改换变]{1,8}?)是(?:[^,改换变]{1,5}还是[^,改换变]{1,5}|[几哪][^,改换变]{1,4})$`,
    "du",
  ),
  /^(?<x>(?!把|将).+?)(?:存在|出现)?(?:吗|(?<!什)么)$/du,
  // 这个箱子上有没有条形码, 瓶身上的小字写了啥, 价格写的多少, 哪个按钮是蓝色的
  /^(?!把|将|如果|要是)(?:这|那)?[个张只]?.{1,8}?(?:[上里中下面边侧方部]|角落?)(?:有没有|是否有|有无)(?<x>.+)$/du,
  /^(?<x>(?!把|将|加|在).{1,12}?)(?:写|印|标)(?:了|着|的是?)?(?:啥|多少|几)$/du,
  /^哪(?:一)?[个只条张件位些](?<x>\p{Script=Han}{1,6}?)(?:是|在|有|最|比|没).*$/du,
  /^(?:这|那|图里|画面)?(?:张图|张照片)?是(?<x>[^改换变把将]{1,8}还是[^改换变把将]{1,8})$/du,
  /^(?:检查|看看|看一下|看下|确认|核对|核实)(?:一下|下)?(?<x>.+?)(?:对不对|对吗|准不准|清不清楚)$/du,
  /^(?:图(?:片)?[里中上]的?|画面[里中]的?)?(?<x>(?!把|将|能|可|请|帮|客户|老板).{1,12}?)(?:有没有|是不是|有无|是否)(?:有)?(?:被|[挡遮盖压]|重叠|对齐|居中|清[楚晰]|超出|出[框界]|变形|拉伸|失真|模糊|一致|错[位别字误]|偏|歪|写错|印错|过曝|太).*$/du,
];
const EN = [
  /^(?:describe|explain|analy[sz]e|summari[sz]e|caption) (?:the |this |my )?(?<x>.+)$/du,
  /^(?:check|see|verify|confirm) (?:if|whether|that) (?!there\b)(?:the |this |that |our )?(?<x>[a-z]+(?: [a-z]+){0,2}?) (?:is|are|was|has|have|does|still|matches|fits|reads|says)\b.*$/du,
  /^(?:check|see|verify|confirm|tell me|find out) (?:if|whether) (?:the |this |our |an? |any )*(?:words? |text )?\s*(?<x>\uE000|[a-z]+(?: [a-z]+){0,2}?)\s+(?:appears?|exists?|occurs?|shows? up|is (?:there|anywhere|written|mentioned|present|in))\b.*$/du,
  /^(?:was|were) (?:this|it|that) (?<x>[a-z]+ed .+|taken .+|shot .+|made .+)$/du,
  /^(?:does|do|did) (?:the |this |that |our )(?<x>(?!image|picture|photo|poster|scene)[a-z]+(?: [a-z]+)?) (?:have|need|include|touch|cover|seem|face)\b.*$/du,
  /^(?:has|have) (?:the |this |that |our )(?<x>[a-z]+(?: [a-z]+)?) (?:been|got)\b.*$/du,
  /^(?:is|are) (?:the |this |that |our )?(?<x>.+?) (?:readable|legible|visible|clear|correct|right|cent(?:er|re)d|aligned|big enough|large enough|sharp|blurry|in focus)$/du,
  /^(?:do|does) (?:the |all (?:the )?|both )?(?<x>[a-z][a-z ]*?) (?:end|match|look|fit|line up|overlap|read|add up)\b.*$/du,
  /^(?:what|which) (?:brand|make|model|breed|material|font(?: size| weight)?|text size|typeface|colou?r|size|weight)(?: and (?:font|typeface|colou?r|size|weight))? (?:is|does|are|has) (?!used)(?:the |this |that )?(?<x>.+?)(?: (?:use|have|set in|in|written in))?(?: and what .*)?$/du,
  /^(?:is|are|was|were) there (?:(?:any|an?|some|the)\b)?\s*(?<x>.+)$/du,
  /^(?:check|tell me|let me know|(?:do )?you know|(?:i (?:would like|want|need) to )?know|see|detect|verify|determine|find out) (?:if|whether) (?:there (?:is|are)|(?:the |this )?(?:image|picture|photo) (?:has|contains|includes|shows)) (?:(?:any|an?|some|the)\b)?\s*(?<x>.+)$/du,
  /^(?:does|do|did) (?:the |this |it )?(?:image|picture|photo|poster|scene)?\s*(?:contain|have|show|include|feature|depict|say|mention) (?:(?:any|an?|some|the)\b)?\s*(?<x>.+)$/du,
  /^(?:where) (?:is|are|'s) (?:the |an? |my |our )?(?<x>.+)$/du,
  /^how (?:big|large|tall|wide|long|high|small|bold|dark|bright) (?:is|are) (?:the |this |that |our )?(?<x>.+)$/du,
  /^how many (?<x>.+?)(?: (?:are|is|can|do|does|did|has|have|could|should|fit|in|on)\b.*)?$/du,
  /^(?:list|read(?: out)?(?: me)?|transcribe|extract|find|locate|detect|count|identify|spot|look for|search for) (?:all |every |an? |any )?(?:the )?(?<x>.+)$/du,
  /^(?:what|which|who|whose)\b(?:'s| is| are| does| text| colou?r\b)* ?(?:the |an? )?(?<x>.+)$/du,
  /^where(?:'s| is| are) (?:the |our |my )?(?<x>.+)$/du,
  /^do (?:we|you|they|i) (?:still |already )?(?:have|show|mention|list|include) (?:(?:any|an?|the)\b)?\s*(?<x>.+?)(?: (?:anywhere|somewhere))?(?: (?:in|on) (?:here|there|it|the \w+|this \w+))?$/du,
  /^(?:do|can|could) you see (?:(?:any|an?|the)\b)?\s*(?<x>.+)$/du,
  /^(?:is|are) (?:the |this |that )?(?<x>.+?) (?:in|on|visible|present|shown|there|red|blue|green).*$/du,
  /^(?:is|are|does|has) (?!not\b)(?:the |this |that |any |an? |my )?(?<x>.+?)(?: still .*)?$/du,
  /^any (?<x>.+?)(?: (?:in|on) (?:the |this )?(?:image|picture|photo|poster))?$/du,
];
/** 数一下盘子里有几块饼干: how many of something stand somewhere; what is counted keeps its place. */
const COUNTED_ZH = new RegExp(
  `^(?<c>(?:帮(?:我|忙)?)?(?:数|算|统计|点|查|看)(?:一?[数算点查看]|一下|清|清楚)?)?(?<p>(?!把|将|给|请|加|放|删)[^,]{0,10}?(?:[上里中内下]|[旁边前后左右][边面侧方]))(?:一共|总共|共|都|现在)?(?:有|是|(?:[坐站放摆挂停]|显示|出现)(?:着|了|有))?(?:几|多少)(?:${MEASURE_ZH}|[条行处种件])?(?<x>[^,]+?)(?<q>吗|呢|啊)?$`,
  "du",
);

/** "how many bottles are on the shelf": where those stand that are counted. */
const COUNTED_AT =
  /^how many .*?\b((?:in|on|at|under|behind|inside|beside|near|around|next to) (?:the|this|that|her|his|our|my) (?!(?:image|picture|photo|poster|scene|background|top|bottom|left|right)\b)[a-z]+(?: [a-z]+)?)$/u;

/** "how many windows does the building have" */
const PARTS_OF =
  /^how many .+? (?:does|do|did|has|have) ((?:the|this|that|her|his|each) (?!(?:image|picture|photo|poster|scene)\b)[a-z]+(?: [a-z]+)?) (?:have|show|contain|got)$/u;

/** "does the shelf have any price tags": what it may have, and which. */
const MAY_HAVE =
  /^(?:does|do|did) (?<w>(?:the|this|that|our|her|his) (?!(?:image|picture|photo|poster|scene)\b)[a-z]+(?: [a-z]+)?) have (?:any|an?|some) (?<x>[a-z]+(?: [a-z]+){0,2})$/du;

/** "is the logo in the top left", not "is the date right". */
const STANDING = /^\s*(?:in|on|at|near|along) |\p{Script=Han}/u;

const WRITTEN =
  /^(?:这上面|这?(?:张|幅)?(?:图|图片|画面|海报|照片)?(?:里|中|上)?面?|上面|里面|都|分别|具体)*(?:写|印)(?:了|着|的是?)?(?:些)?(?:什么|啥|哪些(?:字|内容))|^what (?:it says|the text says|does (?:it|the (?:text|sign|poster|image|picture)) say|is written|text is)/;
/** 左上角写的是什么字, "what is written at the top": the lettering of a place. */
const WRITTEN_WHERE =
  /^(?!(?:这|那|图|画面|海报|照片)上面)(?<p>.{1,12}?)(?:上|里|中|处|那里)?(?:都)?(?:写|印|标|打)(?:的是|着|了|的)?(?:些)?(?:什么|啥|哪些|哪几个)(?:字|内容|文字|东西)?$|^what(?:'s| is| does it say| text is)? ?(?:written|printed|says?)?\s*(?:in|at|on) (?<q>the .+)$/du;
const NO_THING = /^(?:什么|谁|哪些?|啥|it|this|that|they|here|there|东西|事)?$/;

const ASKED_FOR =
  /^(?:(?:tell me|let me know|show me|i (?:would like|want|need) to know|do you know|告诉我|我?想知道|请问|问一下|说说)(?! (?:if|whether)\b)\s*)+(?=\S)/;
/** An order, however it ends. */
const ORDERS = /^(?:把|将|给|让)|^(?:find and replace)\b|(?:把|将).+(?:改|换|替|删|去|移|调|变|加).*(?:吗|么)$/;

/** 这张图用了什么字体: the property itself is asked for, of the picture as a whole. */
const PROPERTY = /字体|字号|主色调?|颜色|配色|风格|尺寸|分辨率|比例|\b(?:font|typeface|colou?rs?|style|size|resolution|ratio)\b/u;

/** How it is asked, in front of what is asked about: 写没写, "there any". */
const ASKED_LEAD =
  /^(?:有(?![机效声氧色毒奖货限])|(?:写|印|标|注|提|说)(?:明|及|到|过)?(?:着|了|的是?|有)?(?![字真作题志签牌识语点准配章花刷手包琴示明]))(?=\p{Script=Han}{2}|[a-z\d])|^there (?:(?:is|are) )?(?:(?:any|an?|some|the) )?(?=\S)|^(?:any|some) (?!one\b|thing\b)(?=\S)/iu;
const ASKED_TAIL =
  /(?:吗|么|呢|出现|的位置|了|分别|各|写着?|写的)$|\s+and (?:where|how many)\b.*$|\s+(?:are|is|were) (?:used|there|here|shown|visible|present).*$|(?:\s+(?:mentioned|written|listed|stated|printed|anywhere|somewhere|says?|reads?|visible|showing|shown|present|at all))+$/iu;
const SOMEWHERE = /\s+(?:anywhere|somewhere|visible|written|printed)(?=\s+(?:in|on)\s)/iu;

/** What is asked about, without how it is asked. */
const askedAbout = (words: string): string => words.replace(ASKED_LEAD, "").replace(ASKED_TAIL, "").replace(SOMEWHERE, "").trim();

function subject(found: Phrase): string | undefined {
  const reference = readReference(found);
  const words = reference.strings[0] ?? (reference.attribute ? wordsOf(found) : (reference.target ?? wordsOf(found)));
  if (hasLiteral(found) && reference.strings[0] !== undefined) return words;
  return NO_THING.test(words) ? undefined : askedAbout(words);
}

/** 色号是多少, "and what size": another property of what was just asked about. */
const SAME_THING =
  /^(?:和|还有|以及)?(?:字体|颜色|色号|色值|字号|大小|尺寸|位置|字重|什么(?:颜色|字体|字号))(?:呢|(?:是|有|用的?)?(?:是)?(?:多少|什么|多大|哪个|哪种|几)(?:号|色|字体)?)?$|^(?:and )?(?:what|which) (?:colou?r|font|size|weight|hex)(?: code)?(?: is (?:it|that))?$/u;
/** Asked, not ordered: 先不要删, "don't remove it". */
const ONLY_ASKED =
  /^(?:但|但是|先|暂时|只是|也)*(?:不要|别|不用|不必|无需)(?:去|急着|先|做)?(?:删|去掉|改|动|移除|修改|处理|操作|编辑)|^(?:but |and |please )*(?:don't|do not|no need to|without) (?:remov|delet|chang|touch|edit|alter|do|fix)|^(?:只|仅)(?:是)?(?:看看|问问|检查)(?:一下)?$|^(?:just |only )?(?:asking|checking|curious|wondering|tell me)$/;
const OF_PICTURE =
  /^(?:(?:这|那|该)?(?:张|幅|个)?(?:图片?|海报|画面|照片)(?:里|上|中)?面?的)(?=(?:主|副|大|小)?标题|主?色调|主色|配色|价格|日期|电话|地址|文字|口号|字|logo)/;

/** "is it blurry?", 糊不糊: how the picture is. */
const ITS_STATE = /^(?:is|are|was) (?:it|this|everything) (?:look |seem |feel )?(?<x>(?!possible|ok|okay|worth)[a-z][a-z ]{2,30})$/du;
const asksMark = ({ sentence, end }: Phrase): boolean => /^\s*\?/.test(sentence.key.slice(end));

function countedIn(clause: Phrase): Reading | undefined {
  const found = /[几多]/.test(clause.key) && !hasLiteral(clause) ? find(clause, COUNTED_ZH) : undefined;
  const [place, things] = [found?.of("p"), found?.of("x")];
  if (place === undefined || things === undefined || (found?.of("c") === undefined && !asksMark(clause))) return undefined;
  const { kind, where, target } = readReference(place);
  const spot = kind === "object" && target !== undefined && !OF_PICTURE_ZH.test(place.key) ? `${wordsOf(place)}的` : "";
  return operate(operation("query", { target: spot + wordsOf(things), where }));
}

/** Questions about what is in the picture: presence, place, number, wording. */
export const readQuery: Recogniser = (asked, before) => {
  if (
    before?.kind === "query" &&
    /^(?:如果|要是)?有的话|^(?:and )?if (?:so|yes)\b|^and (?:where|how|what)\b|^how many(?: of (?:them|those))?(?: (?:are|is) (?:there|they|it))?$/.test(
      asked.key,
    )
  )
    return { does: "keep" };
  if (before?.kind === "query" && ONLY_ASKED.test(asked.key)) return { does: "keep" };
  if (before?.kind === "query" && SAME_THING.test(asked.key)) return { does: "keep" };
  if (ORDERS.test(asked.key)) return undefined;
  const clause = without(asked, ASKED_FOR);
  if (
    /^(?:都|分别|各自|它们?)*(?:(?:写|标|卖|印)的?)?(?:在|是)?(?:哪里|哪儿|哪|什么位置|什么地方|多少|什么|哪些|几)(?:钱|字)?$/.test(
      clause.key,
    )
  )
    return { does: "keep" };
  const written = find(clause, WRITTEN_WHERE);
  const spot = written?.of("p") ?? written?.of("q");
  const { where: side, target: rest } = spot === undefined ? {} : readReference(spot);
  if (side !== undefined && rest === undefined)
    return operate(operation("query", { target: /\p{Script=Han}/u.test(clause.key) ? "文字" : "text", where: side }));
  if (WRITTEN.test(clause.key)) return operate(operation("query", { target: /\p{Script=Han}/u.test(clause.key) ? "文字" : "text" }));
  const state = asksMark(asked) ? find(clause, ITS_STATE)?.of("x") : undefined;
  if (state !== undefined) return operate(operation("query", { target: wordsOf(state) }));
  const counted = countedIn(clause);
  if (counted !== undefined) return counted;
  const had = find(clause, MAY_HAVE);
  const [owner, thing] = [had?.of("w"), had?.of("x")];
  if (owner !== undefined && thing !== undefined) return operate(operation("query", { target: `${wordsOf(thing)} of ${wordsOf(owner)}` }));
  for (const pattern of [...ZH, ...EN]) {
    const named = find(clause, pattern)?.of("x");
    if (named === undefined) continue;
    const thing = without(named, OF_PICTURE);
    const property = readReference(thing).kind === "picture" && !PROPERTY.test(thing.key) ? PROPERTY.exec(clause.key)?.[0] : undefined;
    const target = property ?? subject(thing);
    const rest = part(clause, named.end - clause.start);
    const where =
      readReference(thing).where ??
      (STANDING.test(rest.key) ? placeIn(rest)?.where : undefined) ??
      (/^[上里]面/.test(clause.key) ? undefined : placeIn(part(clause, 0, named.start - clause.start))?.where);
    const spot = target === undefined || where !== undefined ? "" : (COUNTED_AT.exec(clause.key)?.[1] ?? "");
    const whole = target === undefined ? undefined : PARTS_OF.exec(clause.key)?.[1];
    if (whole !== undefined) return operate(operation("query", { target: `${target} of ${whole}` }));
    if (target !== undefined && spot !== "" && !target.includes(spot)) return operate(operation("query", { target: `${target} ${spot}` }));
    return target === undefined ? doubt("unclear") : operate(operation("query", { target, where }));
  }
  return undefined;
};
