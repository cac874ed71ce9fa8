import { PRICE_NOUN_EN, PRICE_NOUN_ZH } from "./price-words.ts";

/** Words that name a piece of text by the part it plays. A noun phrase that is one of these, or ends in one, means text without quoting it. Regular expression sources over folded text. */
export const ROLE_ZH = `(?:主|副|大|小|总)?标题|免责声明|版权声明|声明|人数|名额|价格|价钱|原价|现价|售价|单价|特价|(?<!半)价|金额|总价|日期|时间|地址|电话(?:号码)?|手机号码?|号码|姓名|名字|名称|店名|人名|书名|片名|(?:作者|嘉宾|主讲人?|讲师|导演|演员|歌手|乐队|活动|课程|演出|展览|项目|歌|菜|校|城市|学校|医院|酒店|餐厅|主办方|赞助商)名(?:称|字)?|出版社|主办方|版本号|房间?号|座位号|车牌号?|星期几?|周几|(?:品牌|公司|产品|店铺|英文|中文|商品)名(?:称|(?!称))|口号|标语|广告语|宣传语|促销语|slogan|文案|正文|内文|说明|描述|署名|落款|字幕|台词|对白|网址|邮箱|页眉|页脚|导语|祝福语|贺词|标点(?:符号)?|感叹号|问号|句号|逗号|省略号|引号|括号|破折号|货币符号|书名号|顿号|冒号|百分号|数字|折扣|编号|段落|有效期|年份|场地|地点|场馆|票价|主标|副标|大标|小标|利益点|卖点|备注|脚注|注释|小字|电邮|营业时间|联系方式|微信号|公众号名?|用户名|账号|广告词|广告文|引言|简介|链接|话题标签|话题|hashtag|职位|职务|头衔|岗位|学校|班级|座位号|房号|配料表?|成分表|主题词|截止日期|截止时间|版本号|订单号|序列号|型号|工号|学号|桌号|车次|航班号|验证码|昵称|口令|(?:wi-?fi\\s?)?密码|(?:gate|seat|flight|room|table|booth|platform|hall|track|terminal|train|登机口|座位|房间|站台|展位|航站楼|柜台)\\s?号码?|(?:第[一二三四五六七八九十\\d]+|最后[一两二三四五\\d]|[前后末][两二三四五\\d]|首|末)(?:行|段|句|列|个字)(?:字|文字|文本)?|${PRICE_NOUN_ZH}`;
export const ROLE_EN = `(?:main |big |large |small )?(?:sub-?)?(?:title|headline|heading|header)s?|footer|sub-?titles?|tag-?lines?|slogans?|prices?|dates?|year|score|time|address(?:es)?|(?:tele)?phone(?: numbers?)?|(?:brand |company |product |shop |store )?names?|captions?|body|copy|labels?|discounts?|urls?|web ?address|websites?|e-?mails?(?: address(?:es)?)?|cta|call to action|numbers?|motto|byline|venue|deadline|(?:opening )?hours|location|hashtag|(?<!的\\s?)handle(?! (?:of|on) (?:the|a|this|her|his|my) )|strap ?lines?|sub-?lines?|standfirst|kicker|sub-?head(?:ing|line)?s?|footnotes?|disclaimers?|(?:small|fine) print|word ?mark|logo ?type|signature|amount|paragraphs?|(?:pull )?quotes?|testimonials?|links?|description|blurb|contact (?:details?|info(?:rmation)?)|(?:event |job )?details|opening (?:times|hours)|ingredients?(?: list)?|body text|intro(?:duction)?(?: text)?|version number|bullets?(?: points?)?|callouts?|copyright(?: line| notice)?|terms(?: (?:and|&) conditions)?|credits|sub-?copy|post ?code|zip ?code|punctuation(?: marks?)?|exclamation (?:marks?|points?)|question marks?|full stops?|hyphens?|commas?|brackets|quotation marks|(?:first|last|top|bottom|other) (?:two|three|four|five|\\d) (?:lines|rows|paragraphs|sentences|words|bullets|bullet points)|(?:(?:first|second|third|fourth|fifth|last|top|bottom|\\d+(?:st|nd|rd|th)) (?:line|row|paragraph|sentence|word)(?: of (?:the )?text)?)|${PRICE_NOUN_EN}`;

/** Words for text as such. */
export const TEXT_ZH = "文字|文本|字样|字符|文案|字幕|字";
export const TEXT_EN = "texts?|words?|wording|lettering|letters?|characters?|writing|string|phrase|line of text";

/** Properties of type, not things: 字体变红 speaks of the text, not of a typeface. */
export const ATTRIBUTE_ZH =
  "字间距|字距|字型|字体颜色|文字颜色|字体大小|文字大小|字体|字色|字号|字重|颜色|色彩|配色|大小|尺寸|粗细|对齐方式?";
export const ATTRIBUTE_EN =
  "letter[- ]spacing|(?:font|text|letter)[- ]colou?r|(?:font|text|letter)[- ]size|font[- ]weight|font(?: family)?|typeface|colou?r|size|weight|alignment";

/** The picture as a whole. */
export const PICTURE_ZH =
  "整[张幅]|(?:这|整)?(?:一)?(?:张|幅|个)?\\s?(?:photo|picture|image|pic|图片|图像|照片|画面|海报|图|相片|相|画)(?:整体)?|整体|全图|全局|客厅|房间|场景|整个画面|主图|头图|原图|色调|光线|氛围|气氛|(?:整体|全图|画面)的?\\s?(?:色调|tone|风格|画风|style|氛围)|tone|画风|风格";
export const PICTURE_EN =
  "(?:whole |entire |overall )?(?:image|picture|photo|photograph|poster|scene|pic|shot|room|artwork|design|banner|tones?|colou?rs|mood|lighting|style)";

/** Languages, for a translation whose wording is not given. */
export const LANGUAGES =
  "英语|英文|中文|汉语|简体中文|繁体中文|繁体|简体|日语|日文|韩语|韩文|法语|法文|德语|德文|西班牙语|西语|俄语|俄文|意大利语|葡萄牙语|泰语|越南语|阿拉伯语|english|chinese|(?:simplified|traditional) chinese|mandarin|japanese|korean|french|german|spanish|russian|italian|portuguese|thai|vietnamese|arabic|dutch|polish|turkish|hindi|swedish";
