/** What carries wording without being wording: signs, buttons, parts of a page. Regular expression sources over folded text. */
export const BEARER_EN =
  "buttons?|signs?|sign ?boards?|banner|labels?|tags?|price tags?|stickers?|badges?|ribbons?|bubbles?|plates?|screens?|boards?|chips?|tooltips?|menus?|menu items?|nav(?:igation)?(?: bar)?|status bar|title bar|tool ?bar|side ?bar|search bar|app bar|tab(?: bar)?s?|bars?|cards?|forms?|fields?|placeholders?|inputs?|tables?|lists?|legend|charts?|axis|receipts?|invoices?|tickets?|vouchers?|coupons?|certificates?|posters?|flyers?|leaflets?|brochures?|billboards?|notes?|notice|footers?|headers?|columns?|rows?|sections?|panels?|pop-?ups?|modals?|dialogs?|toasts?|captions?|headings?|subtitles?|mugs?|cups?|t-?shirts?|shirts?|caps?|bags?|box(?:es)?|bottles?|packs?|packaging|cartons?|covers?|spines?|envelopes?|doors?|windows?|walls?|shop ?fronts?|trucks?|vans?|jerseys?|clocks?|calendars?|whiteboards?|blackboards?|chalkboards?";

/** People and places a poster announces by name. */
export const PERSON_EN =
  "speaker|host|author|guest|presenter|artist|chef|contact(?: person)?|moderator|teacher|instructor|singer|band|dj|director|doctor|manager|venue|room|gate|platform|flight|train|booth|stand|hall|city|country|model|chairman|ceo|founder|organi[sz]er|sponsor|photographer";
