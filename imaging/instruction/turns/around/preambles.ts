import { ROLE_EN, ROLE_ZH } from "../../lexicon/roles.ts";
import { COLOUR } from "../../style/colour.ts";
import { BEGIN_ZH, END_ZH, Q, type Recasting, rule } from "../recasting.ts";

const WHO_ZH = "(?:老板|领导|客户|甲方|经理|总监|老大|主管|团队|同事|运营|市场部?|品牌方|boss|pm)";
const WHO_EN = "(?:(?:the |our |my )?(?:boss|client|manager|team|customer|ceo|director|owner|pm|legal|marketing))";

/** Whose order it is and that it is the last: 老板要求：, "one more thing:". */
export const PREAMBLES_ZH: readonly Recasting[] = [
  // 左下角：把…
  rule(
    "^(?<p>(?:画面|图片?)?(?:的)?(?:(?:左上|右上|左下|右下)[角方]?|(?:最?上|最?下|顶|底|左|右|正?中)(?:方|面|边|侧|部|间|央)))\\s*:\\s*(?<v>把|将|删[掉除]|去掉)",
    "$<v>$<p>的",
  ),
  // Whom it is said to, and what kind of request it is: @小李, 错别字：, 修改意见：
  rule("^(?:@[^\\s@,，:。]{1,12}[\\s,:]+)+(?=\\S)", "", /@/u),
  rule(
    "(?:^|(?<=^[^,:。;\\n\\uE100-\\uE1FF]{1,10}[,。!]\\s*))(?:请|麻烦|帮我|帮忙|辛苦|您|你|我们?|这张图?)*[^:。;,\\n\\uE100-\\uE1FF]{0,10}?(?:修改|改动|调整|处理|需求|要求|替换|更新|更改)(?:一?下)?(?:如下|以下|内容|几处|几点|[一二两三四五六七八九\\d]+[处点项个])?\\s*:\\s*(?=\\S{2})",
    "",
    /[改调处求]/u,
  ),
  // 副标题：删掉
  rule(
    `(?<![^,。;\\s])(?<x>${ROLE_ZH}|按钮|logo|水印|二维码|图标)\\s*:\\s*(?:删掉|删除|去掉|删了|移除|不要了?|拿掉|取消)${END_ZH}`,
    "把$<x>删掉",
    /:/u,
  ),
  // 原文案“A”，新文案“B”
  rule(
    `(?:(?:替换|修改|更换|更改)(?:文案|文字|文本|内容)\\s*[:,]\\s*)?(?:原|旧|老|改前|修改前|替换前)的?(?:文案|文字|文本|内容|标题|价格)?(?:是|为|:|写着)*\\s*(?<a>${Q})\\s*[,;]?\\s*(?:新|改后|修改后|替换后|目标|现在|如今|这次|改)的?(?:文案|文字|文本|内容|标题|价格)?(?:是|为|:|写|要|用|改|换|成)*\\s*(?<b>${Q})`,
    "把$<a>改成$<b>",
    /[原旧老前].*[新后标现今次改]/u,
  ),
  rule(
    "(?<=^|[\\n。;]\\s*)(?:有|还有|发现)?(?:[一两几]?[处个])?(?:错别?字|别字|笔误|勘误|改字|改错|修改点?|修改意见|改动|需求|要求|改图|p图|求改)\\s*:\\s*(?=\\S)",
    "",
    /:/u,
  ),
  rule(`^(?:我们?)?${WHO_ZH}(?:的|们)?(?:新|最新)?(?:要求|意见|反馈|说了?|建议|备注|批注|指示|希望|修改意见)\\s*[:,]\\s*(?=\\S)`, ""),
  rule("^(?:还有|另外|再|最后)(?:一|个|一个|一点|一件|两)*(?:小)?(?:事|问题|修改|改动|地方|点)儿?\\s*[:,]\\s*(?=\\S)", ""),
  rule(
    `${BEGIN_ZH}(?<x>${ROLE_ZH})(?:必须|一定要|务必|得|应该|需要)(?:是|用|改成|换成|变成)?(?<c>${COLOUR})的?${END_ZH}`,
    "把$<x>改成$<c>",
    /必须|一定|务必|得|应该|需要/u,
  ),
  rule(
    `${BEGIN_ZH}(?:除了[^,:。;]{1,6}?)(?:以外|之外|外)?,?(?:其[他它余]的?|别的)?(?:什么|一切|啥)?都?(?:别|不要|不用|不)(?:改|动|变)\\s*:\\s*`,
    "",
  ),
];

/** What "can you" asks to be told, not done. */
const TOLD =
  "see|tell|find|spot|read|say|check|count|list|explain|describe|identify|detect|guess|recogni[sz]e|name|help|show|give|have|do|look|try|translate|think|see|write|please";
const ASKED =
  "(?:(?:can|could|would|will) (?:you|u|ya|someone|somebody|anyone|anybody)(?: guys)?|i(?:'d| would)? (?:want|like|need) you to|(?:is it|would it be) possible to|any chance (?:you|we) (?:can|could)|do you think you (?:can|could)|i was (?:wondering|hoping) (?:if )?you (?:can|could|would)|could i (?:ask|get) you to)";

export const PREAMBLES_EN: readonly Recasting[] = [
  rule(
    `^(?:please )?(?:update|change|amend|edit|fix|correct)(?: the following| these| this| as follows)?\\s*:\\s*(?=(?:${ROLE_EN})\\s*[:-])`,
    "",
    /:/u,
  ),
  rule(`(?:^|(?<=[;\\n,]\\s*))(?<x>${ROLE_EN})\\s+-+\\s+(?=[^>\\s])`, "$<x>: ", / -/u),
  // However politely it is asked, an order begins with its verb.
  rule(
    `(?:^|(?<=[.;!?\\n]\\s?))(?:(?:hey|hi|hello|ok|okay|so|um|well|hmm|yo)(?: there| guys| team)?[\\s,!]+)*${ASKED}(?: (?:please|pls|plz|kindly|maybe|possibly|just|also|perhaps|quickly),?)* (?=(?!(?:${TOLD})\\b)[a-z])`,
    "",
    /(?:can|could|would|will|like|need|want|possible|any chance) /u,
  ),
  // The end of a letter: "Best, Tom"
  rule(
    "(?<=[.!?\\n]\\s*)(?:all the best|(?:best|kind|warm|kindest|many)(?: regards| wishes| thanks)?|regards|cheers|thanks(?: again| so much| a lot)?|thank you|sincerely|yours|br|xo+|x+)(?![a-z])\\s*[,!.\\n-]*\\s*(?:[a-z]{2,14}(?: [a-z]{2,14})?)?\\s*[.!]?\\s*$",
    "",
    /best|regards|cheers|thank|sincerely|yours|br|x|kind|warm/u,
  ),
  rule("^(?:@[a-z][\\w.-]{0,20}[\\s,:]+)+(?=\\S)", "", /@/u),
  rule(
    "^(?:(?:sorry|hi|hey|ok|so),? )?(?:(?:i'm |we're )?in a (?:hurry|rush|bind)|quick (?:one|ask|favou?r|fix|edit|change)|quickie|small (?:ask|favou?r)|urgent(?:ly)?|asap|rush(?: job)?|super quick|typos?|to-?do|(?:just )?(?:a (?:few|couple(?: of)?)|two|three|four|some|several) (?:quick |small |more |minor |tiny )*(?:things|changes|edits|fixes|tweaks|requests|notes)|feedback|fyi|edits?|changes|revisions?|requests?|corrections?)(?: (?:here|for you|please))?\\s*(?:[:,]|-+)\\s*(?=\\S)",
    "",
    /[:,-]/u,
  ),
  rule("\\s(?:n|'n'|nd|adn)\\s(?=(?:make|change|remove|put|add|move|delete|turn|swap|crop|keep)\\b)", " and ", / n|nd|adn/u),
  // Whatever is said up to a colon, an order that names its thing stands by itself behind it.
  // "Bottom right: replace …" says where.
  rule(
    "^(?<p>(?:in |at |on )?(?:the )?(?:top|bottom|upper|lower|left|right|middle|cent(?:er|re))(?:[ -](?:left|right|cent(?:er|re)|middle|corner|side|hand))*)\\s*:\\s+(?=(?:please )?(?:change|replace|swap|remove|delete|add|put|write|insert|make) )",
    "$<p>, ",
  ),
  // "Price: drop the pennies, so £19.99 becomes £20"
  rule(
    "^(?:[a-z]+: )?(?:drop|lose|skip|round (?:off|up|down)|no) the (?:pennies|pence|cents|decimals)(?: (?:on|from|in) [a-z ]{2,24})?, so (?=\\S)",
    "",
    / the /u,
  ),
  rule(
    "\\s*&\\s*(?=(?:make|change|remove|delete|add|crop|put|turn|set|warm|cool|move|swap|replace|cent(?:er|re)|blur|brighten|darken) )",
    ", ",
  ),
  rule(
    "^(?:(?:sorry|oh|also|and|ps|hi|hey|ok|so),? )*(?:just )?(?:one|another|an?|last|final|quick|small)(?: (?:more|last|final|quick|small|other|tiny))*(?: (?:thing|change|request|fix|edit|note|tweak|one))?\\s*(?::|,| - |-- )\\s*(?=(?:the|our|my|please|can|could|change|make|replace|remove|delete|add|move|swap|put|turn|set|crop|use|[\\uE100-\\uE1FF])(?![a-z]))",
    "",
    /thing|change|request|fix|edit|note|tweak| one/u,
  ),
  rule(`^${WHO_EN}(?:'s)?(?: says?| said| comments?| feedback| notes?| wants?| asks?)?\\s*:\\s*(?=\\S)`, ""),
  rule(`^(?:feedback|notes?|comments?|request|changes?) (?:from|by) ${WHO_EN}\\s*:\\s*(?=\\S)`, ""),
  rule(`^[^:;.\\uE100-\\uE1FF]{5,70}:\\s*(?=${Q} (?:instead of|rather than|not) ${Q})`, ""),
  rule("^(?:please )?only change the (?:colou?r|font|size|text|wording|price|date)\\s*[:,]\\s*(?=\\S)", ""),
  rule(
    "^i (?:was|am|'m) (?:just )?(?:wondering|curious) (?:if|whether) (?:we|you|i|it (?:is|was|would be) possible to) ?(?:can|could|might|should|to)? ?",
    "please ",
  ),
];
