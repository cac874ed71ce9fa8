/** Looks that are a grading of the whole picture (`tone.adjust`, canonical value) as against those that redraw it (`style.transfer`). */
export const GRADINGS: readonly (readonly [value: string, pattern: string])[] = [
  ["grayscale", "黑白|灰度|单色|去色|\\bblack(?:[- ]and[- ]| ?& ?)white\\b|\\bgr[ae]y ?scale\\b|\\bmonochrome\\b|\\bb&w\\b|\\bb ?/ ?w\\b"],
  ["sepia", "棕褐色调|泛黄|[老旧]照片|\\bsepia\\b|\\bold photo(?:graph)?s?\\b"],
  ["vintage", "复古|怀旧|做旧|拍立得|宝丽来|\\bpolaroid\\b|老电影|年代感|\\bvintage\\b|\\bretro\\b|\\bnostalgic\\b"],
  ["cinematic", "电影感|电影风|电影质感|电影色调|青橙色?调?|\\bteal (?:and|&) orange\\b|\\bcinematic\\b|\\bmovie[- ]like\\b"],
  ["film", "胶片|底片(?!风)|菲林|\\bfilm(?: look| grain)?\\b|\\banalog\\b"],
  ["warm", "暖色调?|暖调|\\bwarm(?: tones?| look)\\b|\\bwarm\\b|\\bgolden hour\\b|(?:黄昏|夕阳|日落)(?:色调|感|氛围)"],
  ["cool", "冷色调?|冷调|\\bcool(?: tones?| look)\\b|\\bcold tones?\\b"],
  ["vignette", "暗角|晕影|\\bvignett(?:e|ing)\\b"],
  ["hdr", "\\bhdr\\b"],
  ["high-key", "高调|小清新|\\bhigh[- ]key\\b|\\bairy\\b"],
  ["low-key", "低调风|\\blow[- ]key\\b|\\bmoody\\b"],
];

/** Styles one can name without the word "style". */
export const STYLE_ZH =
  "铅笔素描|彩铅|炭笔画?|莫兰迪|马卡龙|多巴胺|美拉德|新中式|y2k|ins|水彩画?|油画|素描|水墨画?|国画|版画|漫画|动漫|动画|二次元|卡通|像素画?|像素风|浮世绘|波普|赛博朋克|蒸汽波|极简|北欧|国潮|中国风|日系(?:小?清新)?|韩系|欧式|美式|日式(?:侘寂)?|侘寂|法式|工业|孟菲斯|扁平|手绘|插画|剪纸|粘土|黏土|乐高|蜡笔|铅笔画|涂鸦|印象派|吉卜力|宫崎骏|3d|低多边形|线稿|简笔画";
export const STYLE_EN =
  "water ?colou?r(?: painting)?|oil painting|(?:pencil )?sketch|(?:pencil )?drawing|anime|manga|cartoon|comic(?: book)?|pixel art|pop art|cyberpunk|vaporwave|minimalist|minimal|scandinavian|ukiyo-?e|impressionist|low[- ]poly|line art|claymation|clay|lego|crayon|illustration|flat design|3d render|ghibli|steampunk|art deco|bauhaus|risograph|riso|screen ?print|halftone|duotone|lino ?cut|woodcut|collage|gouache|blueprint|stained glass|mosaic|papercut|paper cut|embroidery|neon|synthwave|noir|memphis|surrealist|cubist|graffiti|ink painting|painting|hand[- ]?(?:drawn|painted|sketched)|wabi-?sabi".replace(
    /(?<!-) /g,
    "[- ]",
  );
