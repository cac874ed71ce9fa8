import { WARE_SWAPPED } from "../../lexicon/products.ts";
import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_ZH, END_EN, END_ZH, Q, type Recasting, rule, WORDS_EN, WORDS_ZH } from "../recasting.ts";

const LATIN_WORDS = "[a-z0-9][a-z0-9 '&!.%-]{0,30}?";

/** What is asked in passing, in the words the grammar knows. */
export const PLAIN_ZH: readonly Recasting[] = [
  rule("^\\p{Script=Han}{1,4}(?:市场|版本?|站点?)\\s*:\\s*(?=[a-z\\uE100-\\uE1FF])", ""),
  rule(
    "(?<=(?:改|换|变|调)(?:成|为)|用)[^,。;#渐到]{1,10}?[,\\s]*(?:色值|色号|hex)?\\s*:?\\s*(?=#[0-9a-f]{6}(?![0-9a-f]))",
    "",
    /#[0-9a-f]{6}/u,
  ),
  rule("(?<=缩小|放大|降低?|提高|增加|减少|提亮|压暗|调低|调高)(?:了)?一成", "10%"),
  rule("(?<=缩小|放大|降低?|提高|增加|减少|提亮|压暗|调低|调高)(?:了)?[两二]成", "20%"),
  rule("(?<=缩小|放大|降低?|提高|增加|减少|提亮|压暗|调低|调高)(?:了)?三成", "30%"),
  rule(`(?<=${ROLE_ZH})那?一[栏项](?=靠|[左右]对齐|居中|改|换|加|放|删|去|不要|缩|变)`, "", /一[栏项]/u),
  rule("(?<=\\p{Script=Han}{2,6})那一行(?=不要|删|去掉)", "那行字"),
  rule(`(?<=抠[^,。;]{0,6}),\\s*(?:底|背景)(?:就)?不要了?${END_ZH}`, ""),
  rule("(?:一共|总共|共)?出现了几(?=[个处种条])", "有几"),
  rule(
    `[,。;]?\\s*(?:如果|要是)(?:图[里上]|上面)?(?:还)?有[^,。;\\uE100-\\uE1FF]{1,10}?(?:就|则|请)?(?:留着|保留|留下|别动|不要动|不用动)${END_ZH}`,
    "",
  ),
  rule(`${BEGIN_ZH}${Q}\\s*(?:保留|留着|不动|不变|不用改|不改)(?:英文|中文|原样|不动|不变)?,\\s*(?=\\S)`, ""),
  rule(`,\\s*[^,。;]{1,20}?(?:这个词|这几个字|这句话?|这个名字)(?:不|不要|不用|别|无需)(?:翻译?|改|动|译)${END_ZH}`, ""),
  rule("^(?:老师|亲|各位|大家|小伙伴|设计师|师傅|哥|姐|大佬|美工)(?:们)?(?:您|你)?好?[,!。~]\\s*(?=\\S)", ""),
  rule(`,\\s*(?:拿来|用来|好|要|准备)?(?:做|当|当作|用作|用于|给|放在?)[^,。;改换删去加]{2,10}(?:用|使用|上用|里用)${END_ZH}`, ""),
  rule(
    `,\\s*(?:但是?|不过)?(?:人?脸部?|面部|皮肤|高光|亮部|产品|主体|天空|白色)(?:千万)?(?:别|不要|不能|不许)(?:太|再)?(?:过曝|曝掉|过亮|死白|爆掉?|太亮|变形|失真)${END_ZH}`,
    "",
  ),
  rule(
    `(?<=(?:把|将)[^,。;]{0,12}?(?:${ROLE_ZH}))\\s+(?<a>(?!#)\\S{1,12})\\s+(?<v>改成|改为|换成|换为|变成)\\s*(?=\\S)`,
    "“$<a>”$<v>",
    /\s(?:改|换|变)[成为]/u,
  ),
  rule(
    `(?:把|将)\\s*(?:ppt|(?:ppt\\s?)?截图|课件|海报|截图|地图|图片?|画面|照片|页面|banner|屏幕)?(?:截图)?(?:里|上|中|里面|上面)(?:面)?的\\s*(?!${WARE_SWAPPED})(?<a>${LATIN_WORDS})\\s*(?=(?:改|换|变|标|写|染|涂)(?:成|为))`,
    "把“$<a>”",
    /[里上中]面?的\s*[a-z0-9]/u,
  ),
  rule(
    `${BEGIN_ZH}(?:请|帮我|麻烦)?(?:把|将)(?<x>${WORDS_ZH}{1,8}?)(?<p>下面|下方|上面|上方|旁边|左边|右边)(?<v>加上?|写上?|放上?)\\s*(?=${Q}|一)`,
    "在$<x>$<p>$<v>",
  ),
  rule(
    "(?<v>删除|删掉|去掉|擦掉|清除)(?<x>[^,。;]{1,12}?),\\s*(?:并且?|然后|再|同时)*在?(?:它|其|那|这)?(?:同一?(?:个)?位置|原(?:来的?|先的?|本的?)?(?:位置|地方)|原处|那里|那儿|那?个?(?:位置|地方)|同样的?(?:位置|地方)|相同位置)上?(?:写上?|加上?|放上?|换成|打上?)(?:一?个)?\\s*",
    "把$<x>改成",
  ),
  rule(
    `(?:把|将)(?<x>[^,。;\\uE100-\\uE1FF把将]{1,12}?)(?:删除|删掉|去掉|移除|拿掉|拿走),\\s*(?:并且?|然后|再|同时)*在(?:它|其|那|这)?(?:同一?个?位置|原(?:来的?|先的?|本的?)?(?:位置|地方)|原处|那里|那儿|那?个?(?:位置|地方))上?(?:加上?|放上?|摆上?|换成|换上)(?:一?[个只张])?\\s*(?!${Q})(?=[^,。;])`,
    "把$<x>换成",
  ),
  rule(`皮肤(?:稍微|轻微|适当|略微?)磨皮(?:一下|一点)?`, "磨皮"),
  rule(
    `(?<=^|[,。;!\\s])(?:把|将)?(?<x>箭头|手指|鼻子|脸|头|车头|鸟)(?:换成|改成|变成|调成)?(?:朝|指|转|对)(?:向|着)?(?<d>左|右|上|下)(?:边|面|方)?${END_ZH}`,
    "把$<x>改成指向$<d>边的",
  ),
  rule(
    `(?<=太[黄蓝红绿冷暖亮暗]了?,\\s*)(?:帮我)?(?:校正|矫正|调整?|还原|恢复|改)(?:一下)?(?:成|到|为)?(?:自然光?|正常|原色|白光|自然色)?(?:的?颜色|的?样子)?${END_ZH}`,
    "校正一下",
  ),
  rule(`(?<=给)(?<x>合照|照片|图片?|画面|海报|全家福|封面)(?=(?:顶部|底部|左上角|右上角|左下角|右下角|中间|左边|右边|上方|下方)加)`, ""),
  rule("(?:整张|整个|整幅|全)(?:照片|图片?|画面)?(?:的)?\\s*(?=exposure|brightness|contrast|saturation|曝光|亮度|对比|饱和)", ""),
  rule(`(?<=\\p{Script=Han}\\s*)exposure\\s*(?=拉|提|调|加|降|减|\\+|-)`, "曝光"),
];

export const PLAIN_EN: readonly Recasting[] = [
  rule("^(?:[a-z]{2}|[a-z]+) (?:market|version|site|store|edition)\\s*:\\s*(?=\\S)", ""),
  rule(`^(?:the )?(?:${ROLE_EN})\\s*:\\s*(?=(?:swap|change|replace|translate|switch) ${Q})`, ""),
  rule(
    "(?<=\\b(?:in|to|into|use|using|with) )(?:their|our|the|my|its|her|his) (?:brand |corporate |company )?(?:colou?r |red |blue |green |orange |yellow |purple |pink |navy |teal )?[,:(]?\\s*(?=#[0-9a-f]{6}\\b)|(?<=\\b(?:in|to|into|use|using|with) )(?:their|our|the|my) brand (?:colou?r|red|blue|green|orange|yellow|purple|pink|navy|teal)\\s*[,:(]\\s*(?=#[0-9a-f]{6}\\b)",
    "",
    /#[0-9a-f]{6}/u,
  ),
  rule(
    "^(?:i |we )?(?:need|want|would like|'d like) (?:this|it|the (?:product|logo|picture|photo|image)) on an? (?:transparent|clear|see-through) (?:background|bg)\\b[^.;]*",
    "remove the background",
  ),
  rule(
    `(?:^|(?<=[.;!]\\s))[^.;\\uE100-\\uE1FF]*?\\b(?:can't|cannot|can not|(?:not|no longer) allowed to|mustn't|must not|shouldn't|may not) (?:say|use|write|claim|have|print|show) (?<a>${Q})[^.;,\\uE100-\\uE1FF]*[.;,-]+\\s*(?:so |please |pls |can you |could you )*(?:(?:make|put|use|say|write) (?:it |that )?|(?:change|turn) (?:it|that) )(?:to |into |say |read |as )?(?<b>${Q})`,
    "change $<a> to $<b>",
  ),
  rule(
    `\\b(?<v>change|swap|update|move|switch) (?:the )?(?<x>${ROLE_EN}) (?:on|in|of|at) (?:the )?(?:banner|poster|flyer|slide|image|picture|photo|sign|cover|page|invite|invitation|ticket|menu|card) from (?<a>[^,.;]{1,30}?) to (?=\\S)`,
    "change the $<x> from $<a> to ",
    / from /u,
  ),
  rule(
    `\\b(?<v>remove|delete|erase|clear|take out|get rid of) (?<t>all (?:of )?(?:the )?(?:texts?|words|lettering|copy|writing)),? (?:but|and) (?:keep|leave|retain) (?:only )?(?<x>[^.;]{2,60}?)${END_EN}`,
    "$<v> $<t> except $<x>",
    /\b(?:keep|leave|retain)\b/u,
  ),
  rule(
    `\\bif there(?:'s| is) (?:an? |the )?(?:watermark|text|line|logo|note|caption|sign)[^,.;\\uE100-\\uE1FF]*\\(?(?<q>${Q})\\)?[^,.;]*,\\s*(?:then |please )?(?<v>remove|delete|erase|take out) (?:it|that)(?:,? (?:otherwise|if not|else)[^.;]*)?`,
    "$<v> $<q>",
  ),
  rule(
    `\\bthe (?:word|name|text) (?<q>${Q}) (?:is|was|has been|'s) (?:misspel(?:led|t)|spelled wrong|spelt wrong|wrong|a typo|incorrect)[,;.]*\\s*(?:so |please )?(?:fix|correct|change) (?:it|that)\\b`,
    "fix the spelling of $<q>",
  ),
  rule("^(?:please )?(?:can you |could you )?straighten (?:it|this)\\b[^.]*$", "straighten the picture"),
  rule(
    `\\badd (?:a|an|some) (?:string|row|set|bunch|line|strip) of (?<x>(?!text|copy|words|small)${WORDS_EN}{3,24}?) (?<p>(?:across|along|over|at|on) the (?:top|bottom|left|right))`,
    "add $<x> $<p>",
    /(?:string|line) of/u,
  ),
  rule(
    `\\bmake the (?<f>frame|border) (?:thinner|thicker|wider|narrower)?,?\\s*(?:like |about |around |say |maybe )?(?<n>\\d+ ?px)(?:\\s*,?\\s*(?:and )?(?:in )?(?<c>${COLOUR}))?`,
    "add a $<n> $<c> border",
    /\b(?:frame|border)\b/u,
  ),
  rule("^(?:please )?print (?=\\d+ (?:copies|pieces|sheets)|this\\b|it\\b).*$", "export it as a pdf"),
];
