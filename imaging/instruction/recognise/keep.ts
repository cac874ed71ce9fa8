import type { Operation } from "../../../protocol/plan.ts";
import type { Recogniser } from "../reading.ts";
import { COLOUR } from "../style/colour.ts";

/** Wishes about what must stay or how it should blend: every engine keeps the rest anyway, so they ask for nothing. */
const KEEP_ZH = [
  /^(?:但是?)?(?:不要|别|不用|不能|切勿|勿|不可以?)(?:再|去)?(?:把|将).+(?:改|换|变|删|移|放|调|动|碰|裁|加)/,
  /^(?:只|仅)要(?:商品|产品|人物|主体|前景|人|鞋子?|衣服)$/,
  /^但?是?.{1,8}(?:不要|别|不能|不可以?|不用)(?:改变|改动|变动|变化|替换|换|改|变|动|管|理会?)$/,
  /^(?:其他|其它|其余|剩余|剩下|别的|另外|除此之外|图片其他).*(?:不变|不动|不用(?:动|改|变|管)|无需.*|不必.*|保留|一样|保持|原样|不要.*|别.*|不改|照旧|如旧|一致)/,
  /^(?:请)?(?:只|仅|但|都)?(?!保留.*(?:一半|分之|%))(?:保持|保留|维持|延续|沿用|参考原)/,
  /^(?:不要|别|不用|不必|无需|不得|不能|切勿|勿|不)(?:再|去)?(?:改|变|动|碰|修改|影响|破坏|调整|添加|增加|删除其|移动|遮挡|留(?:下|有)?(?:任何)?(?:痕迹|印|残)|有(?:痕迹|残留)|出现|露馅|失真|变形|裁到|切到)/,
  /(?:一致|协调|自然|融合|融为一体|匹配|统一|真实|不变|不动|衔接|延续|和谐|原样|相符|吻合|匹配背景|无痕|不留痕迹)(?:一些|一点|些|点)?$/,
  /不(?:要|能|得|可|许)?有(?:任何|什么|一?点儿?)?(?:变化|改动|变动|改变|影响)$/,
  /^其[他它余]的?(?:地方|部分|内容)?(?:我?(?:觉得|感觉))?(?:都|全部)?(?:ok|okay|没问题|可以|挺好|很好|没毛病|满意)(?:了|的)?$/,
  /^除了?.+(?:其他|其它|别的|之外|以外|外).*(?:不|别|勿)要?(?:动|改|变|碰)/,
  /^(?:并且?|同时|再)?(?:调整|调节|让|使)?(?:光影|光线|高光|阴影|反光|色调|光照|透视|角度|色温|和|与|、|的)+(?:要|去|能|以)*(?:匹配|适应|贴合|融入|配合|符合)(?:周围|新|原|整个|整体|当前|现场)?的?(?:环境|背景|场景|画面|光线|光源|氛围|色调)$/,
  /^(?:与|和|跟|同)(?:原|之前|周围|背景|整体).*(?:一致|相同|一样|匹配|协调|融合)/,
  /^(?:位置|还|仍然?|依然|也|就|要|得)*(?:放|留|待|摆|保持)(?:在|到)?(?:原处|原位置?|原地|原来的?(?:位置|地方))(?:不变|不动)?$/,
  /^(?:用|还是|要|跟)?(?:一样|同样|相同|原来|原有|原先)的?(?:字体|字号|颜色|样式|风格|排版|位置|大小|格式)$/,
  /^(?:字体|字号|颜色|样式|大小|尺寸|位置|高度|比例|角度|造型|款式)(?:和|跟|与)?(?:原来的?|之前的?|现在的?)?(?:都|要|保持)*(?:差不多|相仿|相近|接近|相当|类似)(?:的)?$|^(?:字体|字号|颜色|样式|风格|排版|位置|大小|格式|、|和|以及|与|的)+(?:都)?(?:不变|保持不变|一致|相同|和原来一样|跟原来一样|照旧|同原来)$/,
];
/** How fitting it should be, without saying how: said beside an order it asks for nothing. */
const FITTING =
  /(?:大小|位置|比例|颜色|字号|角度|透明度|尺寸|排版|间距).{0,2}(?:适中|合适|适当|恰当|得当)$|^(?:显得|看起来|让(?:它|画面|整体)看起来|使其|看上去).{1,12}$|^(?:让|使)(?:产品|商品|主体|人物|主题|画面)(?:更加?|显得更?)?(?:突出|醒目|显眼|抢眼|明显|有?(?:质感|层次))$|^(?:更加?)?(?:突出|凸显|强调|衬托)(?:主体|产品|商品|人物|主题|重点|质感)$|^(?:to )?(?:highlight|emphasi[sz]e|focus on) the (?:product|subject|person)$|^so (?:that )?(?:it|everything) (?:looks|feels|fits)\b|^(?:appropriately|suitably) (?:sized|placed)$/;
/** 不要比现在大, "but not bigger than it is". */
const NOT_BEYOND =
  /^(?:但是?|不过|且)?(?:也)?(?:不要|别|不能|不可以?|不)(?:要|能)?(?:比|超过)(?:现在|原来|之前|目前|原先|.{0,6}?)(?:的)?(?:再|更|还)?(?:[大小粗细高长宽亮暗]|$)|^(?:但是?|不过|又|也|且)*(?:别|不要|不能)(?:太)?占(?:用)?(?:太多)?的?(?:空间|地方|位置)$|^(?:but )?(?:not|no|never) (?:any )?(?:bigger|larger|smaller|bolder|taller|wider|brighter|darker)(?: than .*)?$/u;
const KEEP_EN = [
  /^(?!(?:make|turn|change|set|paint|have|let) )(?:the |all |her |his |its )?[\w' -]{2,30} (?:(?:should |must |can |has to |have to |needs? to )(?:stay|remain)|stays?|remains?)\b/,
  /^(?:while |but )?(?:keep|leav|preserv|maintain|retain)(?:e|ing|s)?\b(?!.*\b(?:only the|margin|padding)\b| (?:an? )?\d+ ?(?:px|%|pixels?)(?: |$))/,
  /^(?:without|do not|don'?t|never|not)\s+(?:chang|alter|touch|mov|modify|affect|add|edit|remov|delet|eras|replac|los|hid|crop)\w*/,
  /^(?:match|blend|fit)(?:e?s|ing|ed)?\b.*\b(?:style|font|look|background|lighting|rest|original|surround|scene|colou?rs?|perspective)/,
  /^(?:and |but )?(?:everything|all|the rest|rest|the others?|others?|remaining|nothing|no other|other|the other)\b.*\b(?:same|fine|ok|okay|good|great|perfect|lovely|correct|right|spot on|unchanged|as (?:it )?is|as they are|untouched|intact|alone|changes?|stays?)/,
  /^(?:in |with |using )?(?:the )?same (?:font|style|colou?r|size|position|place|typeface|weight|format|layout|look)/,
  /^(?:the )?(?:font|style|size|colou?r|layout|position)(?:,? (?:and )?(?:font|style|size|colou?r|layout|position))* (?:stays?|remains?|should (?:stay|remain)|unchanged|as (?:before|is))/,
  /^(?:make sure|ensure|be careful)\b/,
  /^no (?:other |further |more )?(?:changes?|edits?|touching) (?:to|on|of|at all)\b/,
  /^(?:but |and |just )*(?:not|don't (?:go|make it|be)) (?:too|overly|over) [a-z]+$/,
  /^[a-z ]{2,20}:\s*(?:leave (?:it|as is|alone)|keep(?: it| as is)?|no changes?|same|unchanged|as is)(?: alone| as is)?$/,
  /^not (?:to|on|for|in|the) (?:the |our |its |any )?[a-z' ]{2,24}$/,
  /^(?:that'?s (?:all|it)|nothing else|all else (?:equal|unchanged)|only this(?: one)?|as before|naturally|seamlessly)$/,
];

/** What it is for: said beside an order it asks for nothing. */
const PURPOSE =
  /^(?:发|放|做)?(?:小红书|抖音|快手|淘宝|天猫|京东|拼多多|朋友圈|海报|主图|封面|公众号|打印|印刷|详情页|直播间|ig|ins|line)(?:上)?用的?$|^(?:适合|适用于|用于|用在|发|给(?!.*[加补换改添配戴穿染涂画放缩调变])|为了|方便)\s*\S{2,14}(?: \S{2,12})?(?:用|使用|展示|发布|投放)?$|^(?:suitable |perfect |good |ready )?for (?:(?:an? |the |some |our |my )(?:headline|title|text|copy|logo|caption|slogan|button|price|heading|tagline|cta|badge)s?|instagram|tiktok|facebook|youtube|twitter|linkedin|wechat|xiaohongshu|print(?:ing)?|web|mobile|stories|a story|an ad|the website|(?:our |the |my )?(?:amazon|etsy|ebay|shopee|lazada|shopify|linktree|pinterest|facebook|ig|tiktok|taobao|tmall|shop|store|website|site|web|landing page|newsletter|blog|feed|listing|catalogue|catalog|brochure|flyer|menu|window|campaign|launch|client|boss|team)(?: (?:listing|page|post|feed|banner|cover|ads?|store|shop))?)$/;
/** What to mind while doing it: 别挡住产品, 不要过曝, "don't cover the face". */
const MIND =
  /^(?:但是?|也|且|可|、)*(?:画面|整体|图片?|高光|肤色|人脸|脸部?|人物?|皮肤)?(?:别|不要|不能|不得|切勿|勿|避免)(?:再|让|把)?.{0,4}(?:挡|遮|压到|压住|盖住|碰到|超出|出框|出界|溢出|换行|折行|断行|拆行|重叠|过曝|过度|过亮|过暗|太|失真|变形|影响|破坏)|^(?:but )?(?:don't|do not|without|avoid) (?:cover|overlap|hid|block|distort|overdo|overexpos|go over)/;
/** How the result is to be saved, which is nobody's edit. */
const SAVED =
  /^(?:并)?(?:导出|保存|存|输出)(?:成|为|一?[张个])?\s*(?:透明)?(?:的)?(?:png|jpe?g|webp|psd|图片|文件)?(?:格式|图)?$|^(?:as |in )?(?:an? )?(?:transparent )?(?:png|jpe?g|webp)(?: (?:file|format|please))*$|^(?:save|export)(?: it)?(?: as (?:an? )?\w+)?$/;

/** "keep only the red" asks for something: the other colours go. */
const ONE_COLOUR = new RegExp(
  `^(?:但|但是)?(?:只|仅)(?:保留|留下?|要)(?:画面(?:中|里)的?)?${COLOUR}$|^(?:but )?(?:keep|leave|leaving|keeping) only (?:the )?${COLOUR}`,
  "u",
);

/** What a removed background leaves anyway. */
const TRANSPARENT =
  /^(?:(?:(?:make|leave|keep|turn|set|save|export)\s+(?:it|this|that|the (?:background|rest|result))\s+)?(?:as |to )?(?:an? )?(?:transparent|see-through)(?: png)?|(?:我?要|需要)?(?:背景|底)?(?:变|改|做|弄|设|处理|导出|存)?(?:成|为)?透明的?\s?(?:背景|底|png)*(?:格式|图)?)$/;

/** 鞋身保持黑色, 字号保持, 数量一样, 字型跟颜色都照旧, 要像真的印上去的: behind an order, whatever is named. */
const AS_IT_WAS = new RegExp(
  `^(?:但是?|可是?)?(?!把|将|请|改|换|删|加|让|全|和|跟|与|同).{1,12}?(?:都|也|还是|还|仍然?|依旧|要|得)*(?:(?:保持|维持|保留)(?:原来的?|原有的?|现在的?|原|是)?(?:${COLOUR}|亮度|样子|原样|大小|位置|颜色|不变)?|(?:还|仍然?|依旧|依然)是(?:原来的?)?${COLOUR}的?|照旧|如旧|依旧|照样|keep|不变|不改|不动|原样)(?:就好|就行|即可)?$|^.{0,6}(?:数量|数目|个数|角度|大小|位置|字体|字型|字号|颜色|排版|格式|姿势|光线|比例|间距|风格)(?:要|得|还是|都|保持)*(?:一样|相同|一致)$|^(?:要|得|看起来|效果)*(?:像|跟|和)(?:是)?(?:真的?|本来就|原本|实际|天生).{0,10}$`,
  "u",
);

/** 褶皱和光影保留 */
const LEFT = /^(?!.*(?:半|分之|%|部分|只|仅)).{1,12}(?:都|要|也|请|得)?(?:保留着?|留[着著低住下]|还在)(?:来|就行|就好|即可)?$/;
/** 人物清晰, beside a blurred ground. */
const SHARP =
  /^(?:但|让|保持)*(?:人物?|主体|产品|前景|人脸|脸|模特|主角)(?:要|还是|还|得|保持)*(?:清晰|清楚|不虚|不糊|锐利)$|^(?:the )?(?:subject|person|product|face|foreground) (?:stays? |in |remains? )?(?:sharp|in focus|focus|clear|crisp)$/;
/** 右边留出写字的位置: what the order before is for. */
const ROOM_FOR_TYPE =
  /^(?:我|要|用来|方便)+[写放加](?:文?字|文案|标题|价格)$|(?:写字|放字|放文字|放文案|文案|文字|排版)的?(?:位置|空间|地方|余地)$|^[左右上下][边侧面方]?(?:要)?留(?:空|白|出空间|点空)(?:间|位)?$/;
/** 多留点天空: what the new room shows. */
const ROOM_LEFT =
  /^(?:so )?(?:i |we )?(?:can )?(?:show|see|include|reveal)(?:ing)? .*\b(?:whole|entire|full|more|all|rest)\b|^(?:多|再)?留(?:一?[点些]|出)(?:一?[点些])?.{1,6}$/u;
/** 程度大一点: of the tone just ordered, which is a step of its own. */
const DEGREE = /^(?:程度|力度|幅度|强度|效果)(?:再|要|可以)*(?:大|强|重|小|弱|轻|明显)(?:一?[点些]|一点点)$/u;

/** 色彩鲜艳, of what was just added: whatever draws it does so anyway. */
const LIVELY =
  /^(?:要|得)?(?:色彩|颜色|造型|样子|风格|形态|大小)?(?:要|得|更|比较)?(?:鲜艳|可爱|自然|逼真|真实|生动|精致|漂亮|丰富|明亮|柔和|清新|各异|不一|多样|错落有致)(?:一?[点些])?的?$|^(?:in )?(?:bright|vivid|lively|natural|realistic|various|different) (?:colou?rs|sizes|shapes)$/u;

/** 突出手表, beside a blurred ground or a new light: what it is for. */
const BROUGHT_OUT = /^(?:更加?|来|以|用来)?(?:突出|凸显|强调|衬托|聚焦)(?:一下)?[^,]{1,8}$/u;

/** How it is not to be fitted, beside a new frame: “no distortion”, 别拉伸. */
const UNSTRETCHED =
  /^(?:and |but |with )*(?:no|without(?: any)?|not|avoid) (?:distort(?:ion|ing|ed)|stretch(?:ing|ed)?|squash(?:ing|ed)?|squish(?:ing|ed)?|warp(?:ing|ed)?|deform\w*)$|^(?:但是?)?(?:别|不要|不能|勿|不可以?|避免|不许)(?:给我|把.{1,4})?(?:拉伸|压扁|变形|拉长|压缩|挤压|走形|拉扁|拉变形)(?:了|啊)?$/u;
/** “subject center”: what every crop does. */
const CENTRED =
  /^(?:the )?(?:subject|product|person|face|main (?:thing|object)|主体|人物|产品|人脸|主角)\s*(?:(?:stays? |is |kept |in |保持|要|放|在)*(?:the )?)(?:cent(?:er|re)(?:d|ed)?|middle|居中|中间|正中)$/u;

/** 让画面通透: what a tone just ordered is for. */
const CLEARED =
  /^(?:让|使)(?:整?[个张]?(?:画面|图片?|照片|整体|它))(?:看起来|显得|变得?|能|更加?)*(?:通透|清透|透亮|干净|清爽|好看|自然)(?:一?[点些])?$/u;

/** "small margin", 留点边距: no measure but the usual one. */
const USUAL_MARGIN =
  /^(?:with |and |leave |leaving )*(?:an? )?(?:small|little|tiny|slight|some|bit of(?: a)?|comfortable|decent|nice|usual|normal|standard) (?:bit of )?(?:margin|padding|gap|breathing room)(?: around(?: it)?| from the edges?)?$|^(?:要|并|再|四周|周围)*留(?:一?[点些])?(?:边距?|间距|空隙|空)$/u;

/** 副标题不用加粗, 别用渐变: said of another part, or of what nobody ordered. */
const NOT_THAT =
  /^(?:但是?)?.{1,8}?(?:不用|不需要|不必|无需)(?:再|也)?(?:加粗|放大|缩小|居中|变色|改色|调整|描边|斜体|变大|变小|跟着变)了?$|^(?:别|不要|不用|不)(?:再)?(?:用|要|加|带)?(?:渐变|特效)(?:色|了)?$/u;
const namesAnother = (key: string, before: Operation): boolean =>
  !/^[^不别]/u.test(key) || (before.target !== undefined && !key.startsWith(before.target.toLowerCase()));
/** logo保留在左上角: where it is. */
const STAYS_PUT =
  /^(?:但是?)?.{1,10}?(?:还是?|仍然?|依然|继续)?(?:保留|留|保持)在(?:原位|原处|原来的?(?:位置|地方)|.{1,4}[角边侧上下])(?:不动|不变)?$/u;
/** 文字要清晰可读, beside a look. */
const LEGIBLE =
  /^(?:但是?|同时|不过)?(?:文字|字|标题|文案|logo|产品|商品)(?:要|得|需要|必须|仍然?|还是?|依然)*(?:清晰|清楚|可读|易读|可见|醒目|看得清楚?)+$|^(?:but |and )?(?:the )?(?:text|type|lettering|logo)(?: should| must| has to)? (?:be |stay |remain )?(?:readable|legible|clear)$/u;

export const readKeep: Recogniser = (clause, before) => {
  if (
    before !== undefined &&
    (LEGIBLE.test(clause.key) || STAYS_PUT.test(clause.key) || (NOT_THAT.test(clause.key) && namesAnother(clause.key, before)))
  )
    return { does: "keep" };
  if (before !== undefined && /^(?:image\.add|text\.add|object\.move)$/.test(before.kind) && USUAL_MARGIN.test(clause.key))
    return { does: "keep" };
  if ((before?.kind === "crop" || before?.kind === "canvas.extend") && CENTRED.test(clause.key)) return { does: "keep" };
  if (before !== undefined && UNSTRETCHED.test(clause.key)) return { does: "keep" };
  if (before?.kind.endsWith(".add") === true && LIVELY.test(clause.key)) return { does: "keep" };
  if (before?.kind === "tone.adjust" && (DEGREE.test(clause.key) || CLEARED.test(clause.key))) return { does: "keep" };
  if ((before?.kind === "tone.adjust" || before?.kind.startsWith("background.")) && BROUGHT_OUT.test(clause.key)) return { does: "keep" };
  const { key } = clause;
  if (ONE_COLOUR.test(key)) return undefined;
  if (before?.kind === "background.remove" && TRANSPARENT.test(key)) return { does: "keep" };
  if (before?.kind === "background.remove" && /^(?:keep|leave|leaving|keeping) only|^(?:只|仅)(?:保留|留下?|要)/.test(key))
    return { does: "keep" };
  if (before !== undefined && (MIND.test(key) || SAVED.test(key))) return { does: "keep" };
  if (LEFT.test(key) && (before !== undefined || !/还在|如果|要是|假如|若/.test(key))) return { does: "keep" };
  if (before !== undefined && (AS_IT_WAS.test(key) || ROOM_FOR_TYPE.test(key) || SHARP.test(key))) return { does: "keep" };
  if (before?.kind === "canvas.extend" && ROOM_LEFT.test(key)) return { does: "keep" };
  if (before !== undefined && (FITTING.test(key) || PURPOSE.test(key))) return { does: "keep" };
  // 把…改…，保持… is split before; a clause that still orders a change is not a wish to keep.
  if (
    /^(?:把|将|用).*(?:改|换|替|[调修弄变做理]得)|^(?:她|他|人物)?的?(?:皮肤|肤色|脸|妆容?|头发|牙齿?|表情|笑容|眼睛|眼神)[调修弄变磨p画]/.test(
      key,
    )
  )
    return undefined;
  return [...KEEP_ZH, ...KEEP_EN, NOT_BEYOND].some((pattern) => pattern.test(key)) ? { does: "keep" } : undefined;
};
