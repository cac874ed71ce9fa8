/** What carries wording without being wording: signs, buttons, parts of a page. Regular expression sources over folded text. */
export const BEARER_EN =
  "buttons?|signs?|sign ?boards?|banner|labels?|tags?|price tags?|stickers?|badges?|ribbons?|bubbles?|plates?|screens?|boards?|chips?|tooltips?|menus?|menu items?|nav(?:igation)?(?: bar)?|status bar|title bar|tool ?bar|side ?bar|search bar|app bar|tab(?: bar)?s?|bars?|cards?|forms?|fields?|placeholders?|inputs?|tables?|lists?|legend|charts?|axis|receipts?|invoices?|tickets?|vouchers?|coupons?|certificates?|posters?|flyers?|leaflets?|brochures?|billboards?|notes?|notice|footers?|headers?|columns?|rows?|sections?|panels?|pop-?ups?|modals?|dialogs?|toasts?|captions?|headings?|subtitles?|mugs?|cups?|t-?shirts?|shirts?|caps?|bags?|box(?:es)?|bottles?|packs?|packaging|cartons?|covers?|spines?|envelopes?|doors?|windows?|walls?|shop ?fronts?|trucks?|vans?|jerseys?|clocks?|calendars?|whiteboards?|blackboards?|chalkboards?";

/** People and places a poster announces by name. */
export const PERSON_EN =
  "speaker|host|author|guest|presenter|artist|chef|contact(?: person)?|moderator|teacher|instructor|singer|band|dj|director|doctor|manager|venue|room|gate|platform|flight|train|booth|stand|hall|city|country|model|chairman|ceo|founder|organi[sz]er|sponsor|photographer";

/** The same in Chinese. */
export const BEARER_ZH =
  "按钮|按键|招牌|门牌|路牌|指示牌|牌子|标牌|标签|吊牌|横幅|条幅|角标|徽章|贴纸|气泡|对话框|弹窗|车牌|球衣|包装|瓶身|屏幕|黑板|白板|导航栏?|菜单|页脚|页眉|表头|选项卡|输入框|搜索框|卡片|海报|封面|封底|标题栏|状态栏|标签页|banner|button|tab|tag|badge|label|toast";
export const PERSON_ZH =
  "讲师|嘉宾|主讲人?|主持人?|导师|老师|作者|联系人|负责人|导演|主演|歌手|乐队|艺人|演讲人|发言人|教练|医生|主厨|店长|经理";
