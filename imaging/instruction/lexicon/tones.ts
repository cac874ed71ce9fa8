/** Measurable properties of a picture's tone. Canonical name → words. */
export const TONE_PROPERTIES: readonly (readonly [name: string, pattern: string])[] = [
  ["brightness", "亮度|(?<!透)明度|\\bbrightness\\b|\\blightness\\b"],
  ["exposure", "曝光度?|\\bexposure\\b"],
  ["contrast", "对比度?|反差|\\bcontrasty?\\b"],
  ["saturation", "饱和度|鲜艳度|\\bsaturation\\b|\\bvibrance\\b"],
  ["warmth", "色温|\\bcolou?r temperature\\b|\\bwarmth\\b"],
  ["sharpness", "锐度|清晰度|\\bsharpness\\b|\\bclarity\\b"],
  ["highlights", "高光|亮部|\\bhighlights?\\b|\\bwhites\\b"],
  [
    "shadows",
    "暗部|阴影(?=部分|区域|处)|(?<=^|整体|画面|照片|图片?|全图|的)(?:的)?阴影(?=(?:再|稍微|略微?|往[上下]|也|都|要)*(?:压|提|拉|抬|推|降)(?:亮|暗|高|低|下)?(?:一?[点些]|一下|\\s*\\d+\\s*%?)?(?:$|[,。;]))|\\b(?:(?<=(?:lift|raise|open|open up|brighten|boost|bring up|deepen|crush|darken|lower|lighten|increase|decrease|reduce) (?:the |up the |in the )?)shadows|shadows(?= (?:up|down|a (?:bit|touch|little)|[+-]? ?\\d|are too)))\\b|\\bblacks\\b",
  ],
  ["noise", "噪点|噪声|颗粒感?|\\bnoise\\b|\\bgrain(?:y|iness)?\\b"],
];

/** Words that say a property and its direction at once. */
export const TONE_DIRECTIONS: readonly (readonly [name: string, sign: 1 | -1, pattern: string])[] = [
  ["exposure", 1, "欠曝|曝光不足|曝光不够|\\bunder-?exposed\\b"],
  ["exposure", -1, "过曝|曝光过度|过度曝光|\\bover-?exposed\\b"],
  ["brightness", 1, "(?<=too )(?:bright|light)|亮堂|明亮|通透|透亮|亮|\\bbrighten\\b|\\bbrighter\\b|\\blighten\\b|\\blighter\\b"],
  ["brightness", -1, "(?<=too )dark|昏暗|暗(?!角|部|花|纹)|\\bdarken\\b|\\bdarker\\b|\\bdimmer\\b|\\bdim\\b(?! gr[ae]y)"],
  [
    "saturation",
    1,
    "(?<=颜色|色彩)(?:再|更|太|调|变)*(?:浓|鲜)(?=[一点些了]|$)|鲜艳|艳丽|饱和|\\bsaturate\\b|\\bcolou?rs pop\\b|\\bmore (?:vivid|vibrant|saturated|colou?rful)\\b",
  ],
  [
    "saturation",
    -1,
    "(?<=颜色|色彩|色)(?:再|更|太|有点|调|变)*(?:淡|浅)(?=[一点些了]|$)|淡雅|素雅|\\bdesaturate\\b|\\bless (?:vivid|vibrant|saturated)\\b|\\bmuted\\b(?! (?:[a-z]+ )?(?:red|orange|yellow|green|blue|purple|pink|brown|gr[ae]y|gold|teal|rose|mauve|lilac|lavender|beige))",
  ],
  ["warmth", 1, "\\bless (?:blue|cold|cool)\\b"],
  ["warmth", -1, "\\bless (?:yellow|orange|warm)\\b"],
  [
    "warmth",
    1,
    "(?<=[太偏发泛]|过于|有点)黄(?=了|$|[\\s,])|\\bwarm(?=\\s*(?:一|点|些))|(?<=too )(?:warm|yellow|orange)|温暖|暖|\\bwarmer\\b|\\bwarm (?=\\S* ?up\\b)|\\bwarm up\\b",
  ],
  [
    "warmth",
    -1,
    "(?<=[太偏发泛]|过于|有点)蓝(?=了|$|[\\s,])|(?<=too )(?:cold|cool|blue)|清冷|冷|\\bcooler\\b|\\bcool down\\b|\\bcolder\\b",
  ],
  ["sharpness", 1, "清晰|锐利|锐化|锐(?=一?[点些])|\\bsharpen\\b|\\bsharper\\b|\\bclearer\\b|\\bcrisper\\b"],
  [
    "contrast",
    -1,
    "(?<=光线?|灯光|光影|阳光|日光|光照)(?:再|更|变|调|弄|打|得|要|能|可以|显得)*柔和?|\\bsoft(?:er|en) (?:the |this |that )?(?:light|lighting)\\b|\\b(?:light|lighting) (?:a (?:bit|little) |much |slightly )?softer\\b",
  ],
  ["sharpness", -1, "柔和|柔焦|\\bsoften\\b|\\bsofter\\b"],
  ["blur", 1, "虚化|模糊|\\bblur(?:ry|red)?\\b|\\bblurrier\\b"],
  [
    "contrast",
    -1,
    "(?<=[太偏发]|有点|过于)灰(?=蒙|暗|了|$|[\\s,])|灰蒙蒙|雾蒙蒙|\\b(?<=too |looks |is )(?:flat|washed[- ]out|hazy|dull)\\b",
  ],
  ["contrast", 1, "去灰|去雾|除雾|\\bde-?haze\\b"],
  ["contrast", 1, "\\bmore contrast(?:y)?\\b|\\bpunchier\\b"],
  ["noise", -1, "降噪|去噪|\\bdenoise\\b"],
];
