import { hasLiteral } from "../phrase/phrase.ts";
import type { Recogniser } from "../reading.ts";
import { readStyle } from "../style/style-words.ts";

/** Clauses beside an order that ask for nothing of their own. They are read last, so that an order among them is never lost. */
const KEPT = [
  // Each its own was read already.
  /^(?:respectively|in that order|分别|依次|各自)$/u,
  // 颗粒别太重, "the pavement should look natural"
  /^.{1,6}(?:都|也)?(?:别|不要|不能|不用|不必)(?:太|过于?|那么|这么).{1,6}$/u,
  /^(?:and |but )?(?:the |his |her |its |their )?[a-z' -]{2,30} (?:should|must|needs? to|has to|have to) (?:still |all )?(?:look|be|stay|feel|remain|appear|read) (?:natural|realistic|seamless|clean|believable|untouched|consistent|the same|intact|sharp|crisp|visible|readable|legible|as (?:it is|is|before)|unchanged|real|continuous)\b[^#\d]*$/,
  /^(?:请)?(?:注意|记得|切记|提醒一下)(?!力)|^(?:note(?: that)?|nb|mind|remember)[:, ]/u,
  /^(?:with )?no (?:harsh|hard|heavy|weird|visible|ugly|distracting) /,
  /^.{1,6}(?:维持|保持)(?!.*(?:改|换|调)).{1,8}$/u,
  /^(?:只|仅)?(?:改|动|换|调)(?:这|那)(?:[个里处些]|一[个处])?$|^(?:only|just) (?:that|this|those|these)$/u,
  /^(?:the )?(?:white|black|dark|light|mono|single-colou?r|colou?r) version(?: if .*)?$|^(?:有)?[白黑反]色?版(?:本)?(?:的话)?.{0,8}$/u,
  // 副标不用动, CE标别动, 人脸不要被切到, “the zips should stay silver”, “don't lose the logo”
  /^.{1,16}?(?:都|也|一个都|千万)?(?:别|不要|不用|不能|不许|不可以?|勿|不必|无需)(?:被|给|再|去|乱)?(?:动|改|变|碰|裁|切|挡|遮|压|盖|丢|删|掉|拉伸|变形|stretch|crop|move|change|touch|超出|露|跑|乱|歪|糊)/u,
  /\b(?:should |must |to )?(?:stays?|remains?|keeps?|kept)\b(?! only)/,
  /^(?:but )?(?:don'?t|do not|never|without|no need to|not)\s+(?:los|crop|cut|stretch|squash|squish|distort|touch|mov|chang|cover|hid|overlap|block|affect|overdo|go|make it (?:look )?(?:fake|too))/,
  /^(?:但是?)?(?:只|仅)(?:留下?|保留|剩)(?!.*(?:%|分之|一半)).{1,20}$/u,
  /(?:跟|和|与|同)(?:原来|原先|原本|原图|之前|以前|现在|旁边|周围|其[他它]).{0,4}(?:一样|差不多|一致|相同|保持|匹配|统一|协调|呼应)/u,
  /^(?:颜色|字体|字号|大小|样式|格式|粗细)(?:都)?(?:同|跟|和|与)\S{1,10}?(?:一样|一致|相同|统一)?$/u,
  /^(?:颜色|字体|字号|样式|font|colou?r|size|style) ?(?:same as|as)\b/,
];

/** 水面也跟着变: what follows from the order before it. */
const FOLLOWS =
  /^.{1,6}?(?:也|都)?(?:跟着|随之|一起|同步|相应地?)(?:变|改|调|换)(?:化|整|一下)?$|^(?:and )?(?:the |its )?[a-z]+(?: [a-z]+)? (?:should |to )?(?:follow|change|match) (?:suit|accordingly|too|with it)$/u;

const WHY = [
  // 包括页脚, "including the footer": of what is changed wherever it stands.
  /^(?:也|还)?(?:包括|包含|连同?)(?!.*(?:改|换|删|加)).{1,10}$|^(?:also |and )?includ(?:ing|es) (?:the |those |that )[a-z ]{2,24}$/u,
  FOLLOWS,
  /^(?:这|那)?[张个幅]?(?:图|图片|照片|海报|主图|封面|banner)(?:是|要|准备|打算|得|会)(?:给|用|拿|发|放|做|在|上|投|印|贴|挂).{1,14}$/u,
  // 我要底图, 我要给客户看, “legal flagged that …”, “privacy reasons”
  /^(?:我们?|这张?图?|图|他们)?(?:是)?(?:只|就)?(?:要|想要|需要|得)(?:一张)?(?:(?:纯|白|空白?)?底图|原图|净图|素材图?|干净的?(?:图|底|版|画面)?|(?:做|给|拿去|拿来|发|用来|用在|用于|放|叠|拼|合成|套|传|上传|排|印|打印|投|贴|写)[^,]{1,12})$/u,
  /^(?:legal|marketing|hr|sales|compliance|pr|finance|someone|somebody|people|customers|users|(?:the|our|my) (?!logo|title|text|price)[a-z]+(?: [a-z]+)?) (?:flagged|said|says|noticed|mentioned|pointed out|found|complained|spotted|saw|thinks?|feels?|worr(?:y|ies|ied)|keeps? (?:asking|saying)) (?!.*\b(?:should|must|needs?|has to|have to|ought|instead)\b).{3,}$/,
  /^(?:it|they|he|she|that) (?:distracts?|draws?|steals?|clash(?:es)?|competes?|blocks?|hides?|covers?|spoils?|ruins?|takes? away|gets? in the way)\b/,
  /^(?:i|we) need (?:it|this|that|them) (?:for|by|to)\b/,
  /^(?:we|i) (?!want|need|would|prefer|like|wish|love|hope)[a-z']+ (?!.*\b(?:should|must|instead)\b).{3,}$/,
  // “we rebranded”, “the museum moved”, “our old chef left the team”; what was *removed* may be an order.
  /^(?:we|they|he|she|i) (?:just |recently |already )?(?!want|need|prefer|like|wish|love|hope)[a-z']+$/,
  /^(?:the|our|my|their|his|her|this|that|all|some|one|two|three) [a-z' -]{2,40}? (?!(?:should|must|needs?)\b)(?:moved|changed(?! (?:in)?to\b)|closed|opened|(?<!\bthe )left|quit|retired|expired|ended|started|launched|rebranded|merged|resigned|sold|went|got|has|have|had|won|lost|came|took|broke|slipped|fell|grew|passed|opens|closes|starts|ends|moves|leaves|shifted|cancelled|canceled|postponed|pushed|delayed|renamed|booked|signed|joined|asked|approved|rejected|called|emailed|decided|forgot|missed)\b(?!.*\b(?:should|must|needs?|instead)\b)[^#\d]*$/,
  /^(?:new|old) (?:season|year|owner|boss|menu|brand|supplier|regulation|policy|law|rules?|team|address|management|ceo)s?(?: [a-z' ]{0,24})?$/,
  /^(?:我们?|咱们?|公司|门?店里?|客户|老板|领导|活动|展览|展会|会议|演出|比赛|航班|课程|嘉宾|主讲人?|老师|场地|品牌|团队|政策|系统|仓库|供应商|医院|学校|餐厅|酒店).{0,16}?(?:调整|变更|搬迁|延期|推迟|提前|取消|改期|换人|结束|开始|涨价|降价|升级|搬家|停业|出错|有变|变化|变动|更名|换届|换季|换人|上新|下架|开业|离职|请假|生病|来不了|去不了|不来|不去)了?$/u,
  /^(?:the|our|my) (?:printer|client|boss|brand|store|shop|team|platform|marketplace|factory|print shop|agency) (?:needs|wants|requires|asks for|asked for) (?:an? |some )?[a-z]+$/,
  /^(?:for |due to |because of )?[a-z' ]{3,24} (?:reasons?|purposes|concerns?|sake)$/,
  /^(?:一共|总共|共|大概|应该)?(?:有)?[一二两三四五六七八九十\d]+(?:处|个地方)$|^(?:there (?:are|should be) )?(?:two|three|four|five|six|\d+) (?:places|spots|instances)(?: in total)?$/u,
  /^(?:校正|修正|调整|处理|优化|修|弄|改|调)一下$/u,
  /^(?:she|he|they|we|you) (?:should|must|need|needs|want|wants) /,
  /^(?:the|our|this|that|my|her|his) [a-z' ]{2,25} (?:is|are|was|looks?|feels?|seems?|gets?|needs? (?:the |some |more )?(?:room|space))\b(?!.*\b(?:too|should|must)\b)[^#\d]*$/,
  /^(?!.*[大小粗细亮暗深浅长短高低多少]了$).{2,12}了$/u,
  /^(?:it|they|this|that) (?:should|must|can|could|needs? to) (?:fill|cover|occupy|take up|dominate|stand out|pop|catch the eye|be (?:visible|readable|legible|prominent|clear|the (?:focus|star|hero)|in focus))/,
  /^(?:all )?(?:the way )?(?:a?round|on (?:all|every|each) sides?)$/,
  /^(?:i |we )?need the .{1,24} in (?:euros?|pounds|dollars|yen|yuan|rmb|gbp|usd|eur)$/,
  /^(?:因为|由于|毕竟|不然|否则|省得|免得|以免|以防|这样|好让|方便|主要是|其实|反正|总之|目的是|为了)/u,
  /^(?:because|since|as (?:it|they|we|the)\b|otherwise|so (?:that )?(?:it|they|we|the|people|there)\b|or else|it'?s |it is |its |it (?:was|looks|feels|doesn't|won't)|they(?:'re| are)|that'?s |this is |we (?:have|need|are|can't|don't|won't|already)|we're |i think |i know |the (?:client|brand|legal|printer|boss|team)\b)/,
  /^.{0,8}?(?:根本|完全|都|有点|现在|快)?(?:看|认|读|分)不(?:太|大)?(?:清楚?|见|到|出来?|明白|清)(?:了|的|啊)?$/u,
  /(?:不让|不允许|违规|违禁|侵权|有(?:法律)?风险|敏感|审核|过审|搞错|写错|错别?字|笔误|拼写|做反|弄反|弄错|错了|反了|写反)/u,
  /^(?:这里|那里|现在|目前|原来|上次|之前|客户|老板|甲方|领导|平台|运营|品牌方|他们|我们|大家|印刷|打印).{2,}/u,
];

/** What is not liked says why where the order follows; behind an order it may be a wish of its own, and is asked about. */
const COMPLAINT = /^.{0,10}(?:太|有点|有些|过于|不够|不太|很|好像|显得|看着|看起来).{1,8}(?:了|的)?$/u;

const MANNER = [
  /^.{0,6}(?:喜庆|活泼|高级|大气|清新|可爱|温馨|好看|洋气|热闹|年轻|亮眼|干净|精神|高端|上档次|有质感)(?:一?[点些]|一点点)(?:就好|就行|即可|的)?$/u,
  /^.{0,8}(?:看着|看起来|看上去|显得)(?:要|有|更|很)?.{1,6}$/u,
  /^(?:but |and )?(?:not|nothing) (?:too |so |that |overly )*(?:many|much|big|large|small|bright|dark|obvious|loud|busy|close|far|thick|thin|wide|long|short|tall)$|^(?:但是?|不过)?(?:不要|不用|别|不需要|不能)(?:太|过|过于|那么|这么)(?:多|大|小|亮|暗|浓|厚|密|满|明显|显眼|夸张|花)(?:了|的)?$/u,
  /^(?:nothing|not|no(?:thing)?) (?:too )?(?:heavy|crazy|much|fancy|over the top|dramatic|drastic|harsh|strong|major)(?: please)?$/,
  /^(?:could|can|shall|should|would|will|let'?s)(?: we| you| i)? (?:just )?(?:try|do|see|test|have a (?:look|go) at) (?:that|this|it)(?: (?:out|please|first))?$/,
  /^(?:just )?(?:subtle|subtly|gently|softly|lightly|natural(?:ly)?|tasteful(?:ly)?|clean(?:ly)?|seamless(?:ly)?)(?: please| only)?$/,
  /^(?:不要|别)(?:太|过于|过)\S{1,6}$|^(?:自然|干净|柔和|精致|清爽|轻微|克制|低调)(?:一?点|些|就好|就行|即可)?$/u,
  /^.{1,8}(?:就行|就好|即可|就可以了?|就够了?|足够)$/u,
  /^(?:像|类似|参考).{1,10}(?:那种|那样|一样|似的|的感觉|风格)?$/u,
  /^(?:带|有)?.{0,6}(?:感觉|感|氛围|味道)$/u,
  /^(?:上|左|中间|中心|内|里)(?:面|边)?[浅深明暗亮淡浓](?:,|到|、)?(?:下|右|四周|边缘|外|两边)(?:面|边)?[浅深明暗亮淡浓]$/u,
  /^(?:just |sort of |kind of )?like (?:in|at|on|during|a|an|the) .{2,24}$/,
  /^(?:and |but )?(?:nice|make it look|looking|feel(?:ing)?)\b/,
];

const URGENT = [
  /(?:今天|今晚|明天|明早|下班|马上|尽快|急用|着急|很急|等着|在线等|上线前|之前)(?!.*(?:改|换|删|加)).{0,12}$/u,
  /^(?:急|加急|尽快|asap|urgent|rush|deadline|due|by (?:end of|eod|cob|tomorrow|tonight|monday|friday))/,
  /^(?:we|i|they)(?:'ll| will| need| have|'re| are)? .{0,30}(?:print|live|launch|deadline|today|tomorrow|tonight|monday|friday|upload|post)/,
];

const ASIDES = [...KEPT, ...WHY, ...MANNER, ...URGENT];

/** An order behind a reason is no reason: 太小了放大点. */
const ORDERS =
  /(?:改|换|替换?)(?:成|为|个|一)|放大|缩小|删掉|删除|去掉|移除|移到|挪到|加上|添加|调(?:亮|暗|大|小|高|低)|\b(?:change|replace|remove|delete|swap|turn it|move it|make (?:it|the)|add)\b/u;
const WANTED = /\b(?:wants?|would like|asked for|asks for|prefers?|wishes|should|must|needs? to)\b/;
const OUGHT = /^(?:但|but|and|且|,|\s)*/u;

export const readAside: Recogniser = (clause, before) => {
  const said = clause.key.replace(OUGHT, "");
  if (KEPT.some((pattern) => pattern.test(said)) && !/(?:改|换)(?:成|为)/.test(said)) return { does: "keep" };
  // What is quoted in passing may be what the order behind it is about: “限量500份”有法律风险，改成…
  if (ORDERS.test(said) || hasLiteral(clause)) return undefined;
  if ((before === undefined || before.kind.endsWith(".remove")) && COMPLAINT.test(said)) return { does: "remark" };
  if (before?.kind === "query" && FOLLOWS_QUERY.test(said)) return { does: "keep" };
  // “the client wants the logo bigger” is an order in somebody's name.
  if (WANTED.test(said) && Object.keys(readStyle(clause).style).length > 0) return undefined;
  return ASIDES.some((pattern) => pattern.test(said)) ? { does: "remark" } : undefined;
};

/** What an answer holds anyway: where, how many, what each is. */
const FOLLOWS_QUERY =
  /^(?:有的话|如果有|若有|是的话)?,?(?:圈|框|标|指|告诉|列|说|报|分别|具体|各|一共|位置|在哪)|^(?:and |if so,? )?(?:where|how (?:big|many|large|much)|which|what|list|tell|show|point|give)\b/u;
