/** Typeface names people say. Chinese ones are classes of face; the fit chooses a family of that class. Regular expression sources over folded text. */
export const FONT_ZH =
  "思源黑体|思源宋体|微软雅黑|苹方|方正\\p{Script=Han}{2,4}|华文\\p{Script=Han}{2,3}|站酷\\p{Script=Han}{2,4}|阿里巴巴普惠体|黑体|宋体|楷体|仿宋|隶书|隶体|行书|草书|篆书|圆体|手写体|衬线体|无衬线体|艺术体|书法体|毛笔字体?|幼圆|雅黑|像素体|卡通体|综艺体";
export const FONT_EN =
  "helvetica(?: neue)?|arial(?: black)?|times(?: new roman)?|georgia|roboto(?: slab| condensed| mono)?|inter|open sans|montserrat|lato|poppins|oswald|raleway|playfair(?: display)?|merriweather|nunito|futura|garamond|didot|bodoni|impact|comic sans(?: ms)?|courier(?: new)?|verdana|tahoma|trebuchet(?: ms)?|calibri|cambria|gill sans|avenir|baskerville|lobster|pacifico|bebas neue|anton|source (?:sans|serif)(?: pro)?|noto (?:sans|serif)(?: sc)?|archivo|caveat|quicksand|jetbrains mono|san francisco|segoe ui|ubuntu|rubik|work sans|dm sans";
