/** What an amount of money on a poster is called and how people let it rise and fall. Regular expression sources over folded text. */

/** Nouns that mean an amount to pay: 票价, 学费, "room rate", "fare". */
export const PRICE_NOUN_ZH =
  "(?<!免)(?:学杂?|会员|入会|会|报名|停车|服务|快递|配送|外送|运|邮|房|车|船|年|月|课程|课|挂号|物业|管理|手续|参赛|培训|入场|入园|住宿|餐|茶位|开瓶|打包|设计|咨询|安装|清洁|保洁|租车|体验|门诊|检查|押|工本|订阅|起送|加班|摄影)费|门?票价|机票价|租金|月租|房租|年租|押金|定金|订金|首付|人均(?:消费|价)?|起步价|套餐价|月供|时薪";
export const PRICE_NOUN_EN =
  "fares?|fees?|tuition|rents?|(?:room|hourly|daily|nightly|weekly|monthly|day|base|standard|rental|interest-free|flat) rates?|deposits?|admission(?: (?:fee|price|charge))?|entry(?: fee| price)|tolls?|surcharges?|(?:delivery|shipping|service|cover|parking) (?:fees?|costs?|charges?)|subscription(?: (?:fee|price|cost))?|monthly payment|salary|cost";

/** A word that may stand before such a noun and says whose price it is. */
export const LEAD_WORD =
  "(?!(?:all|every|each|any|the|of|make|set|mark|put|bump|bring|push|take|move|jack|knock|drop|lower|raise|cut|reduce|increase|add|apply|give|an?|to|by|in|on|off|is|are|and)\\b)[\\w-]+";

/** An amount goes down or up: the verb alone, and the verbs that need `down` or `up` behind what they move. */
export const LOWER_EN =
  "reduce|lower|cut|drop|decrease|discount|slash|mark down|trim|shave|chop|cheapen|bring down|knock down|take down|put down";
export const RAISE_EN = "increase|raise|up|bump|bump up|hike|hike up|lift|mark up|put up|push up|jack up|bring up|boost";
export const SHIFT_EN = "mark|bump|put|bring|push|take|move|jack|nudge|knock|drive|pull|adjust";
export const OFF_EN = "take|knock|subtract|deduct|remove|shave|lop|trim|cut|chop|slice|drop";

/** Share or sum said as a noun: "a fifth", "a tenner", "half". Percent where it is a share. */
export const NAMED_AMOUNTS: ReadonlyMap<string, { readonly by: number; readonly percent: boolean }> = new Map([
  ["half", { by: 50, percent: true }],
  ["a half", { by: 50, percent: true }],
  ["a quarter", { by: 25, percent: true }],
  ["one quarter", { by: 25, percent: true }],
  ["a fifth", { by: 20, percent: true }],
  ["one fifth", { by: 20, percent: true }],
  ["a tenth", { by: 10, percent: true }],
  ["a tenner", { by: 10, percent: false }],
  ["a fiver", { by: 5, percent: false }],
  ["a dollar", { by: 1, percent: false }],
  ["a pound", { by: 1, percent: false }],
  ["a euro", { by: 1, percent: false }],
  ["a buck", { by: 1, percent: false }],
]);

/** 上调, 涨了, 便宜: what lets a price fall or rise in Chinese. */
export const LOWER_ZH =
  "直?降价?|减少?|下调|调降|下浮|下降|调低|降低|便宜|优惠|减价|让利|砍掉?|往下调|往下降|少收|少算|扣掉?|减去|减掉|打掉|-|少";
export const RAISE_ZH = "涨价?|加价?|上调|上涨|调涨|上浮|调高|提高|提价|提|增加|提升|抬高|抬价|往上调|往上涨|多收|多算|加收|加上|涨|贵|\\+";
/** Verbs that speak of prices whatever they are said of: 咖啡涨价3块. */
export const LOWER_PRICE_ZH = "降价|减价|便宜|优惠|让利";
export const RAISE_PRICE_ZH = "涨价|加价|提价|抬价|贵";
