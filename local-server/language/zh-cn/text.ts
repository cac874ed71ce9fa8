import type { Catalogue } from "../translator.ts";

/** Finding, matching and setting of text. */
export const TEXT: Catalogue = {
  // Which text
  "No text was found in the picture.": "图中没有找到文字。",
  "The texts there are: {1}.": "图中有这些文字：{1}。",
  "The texts there are: {1} …": "图中有这些文字：{1} 等。",
  "The text “{1}” is not in the picture. {2}": "图中没有“{1}”这段文字。{2}",
  "No text has the colour of “{1}”. {2}": "没有文字是“{1}”所说的颜色。{2}",
  "Pick one of the texts that are there, or name the text as it is written.": "请从图中已有的文字里选一段，或照原样写出要改的文字。",
  "Chinese characters, Latin letters and digits are read; writing in other scripts cannot be found or replaced.":
    "目前能识别汉字、拉丁字母和数字；其他文字无法查找或替换。",
  "“{1}” stands in {2} places; say which one is meant.": "“{1}”在图中出现了 {2} 处，请说明要改哪一处。",
  "Name its place (for example “top left”), or select the region around it.": "请说明位置（例如“左上”），或框选它所在的区域。",
  // Adding
  "“{1}” is not in the picture exactly once, so the new text was not placed beside it.": "图中的“{1}”不是恰好一处，新文字没有放在它旁边。",
  "What the new text should read is missing.": "没有说明新文字的内容。",
  "Put the words in quotes, for example: add “SALE” at the top.": "请用引号写出内容，例如：在顶部添加“促销”。",
  "The place for “{1}” is busy; look whether it can be read and whether it covers something.":
    "“{1}”所在的位置画面较杂，请看看是否清晰可读、有没有遮住内容。",
  "There was no free place for “{1}”; it lies over other text.": "没有空位放“{1}”，它压在了其他文字上。",
  // Fonts
  "No font in the library has all the characters of “{1}”.": "字库中没有一款字体包含“{1}”的全部字符。",
  "No font in the library has “{1}”.": "字库中没有任何字体包含“{1}”。",
  "Install a font that has them, or change the wording.": "请安装包含这些字符的字体，或换一种写法。",
  "The font “{1}” is not in the library; the fitted one was kept.": "字库中没有“{1}”这款字体，保留了匹配到的字体。",
  "The font “{1}” is not in the library; {2}, the nearest of its kind, was used.": "字库中没有“{1}”这款字体，改用了最接近的同类字体 {2}。",
  "{1} has no letters for “{2}”; {3} stands in.": "{1} 缺少“{2}”所需的字符，改用 {3}。",
  "“{1}” was matched to {2} and “{3}” to {4}; look whether the two lines go together.":
    "“{1}”匹配到 {2}，“{3}”匹配到 {4}，请看看两行是否协调。",
  // How sure
  "The letters of “{1}” are about {2} px high: too few pixels to tell their type.": "“{1}”的字高只有约 {2} px，像素太少，认不准字体。",
  "The type of “{1}” could be re-created only to {2}; {3}.": "“{1}”的字体只还原到 {2}；{3}。",
  "A letter of “{1}” could be re-created only to {2}; {3}.": "“{1}”中有一个字只还原到 {2}；{3}。",
  "The “{1}” of “{2}” could be re-created only to {3}; {4}.": "“{2}”中的“{1}”只还原到 {3}；{4}。",
  "“{1}” fits more than one font about as well; {2}.": "不止一款字体与“{1}”相近；{2}。",
  "Nothing near “{1}” shows how it is aligned; {2} was left where it stood. Look whether it stands right.":
    "“{1}”附近看不出对齐方式，{2}留在了原处，请看看位置是否合适。",
  "The new text for “{1}” found no room on one line and was broken; look whether its rows suit the design.":
    "“{1}”处一行放不下新文字，已换行，请看看排法是否合适。",
  "The new text for “{1}” found too little room and was narrowed; look whether it suits the design.":
    "“{1}”处放不下新文字，已收窄，请看看是否合适。",
  "Light and wear on “{1}” were kept as they are; look whether traces of its old colour show.":
    "“{1}”上的光影和磨损保持原样，请检查是否还看得出原来的颜色。",
  "The letters of “{1}” had to be drawn together to lie where they were seen; look whether the new ones are as bold as they were.":
    "“{1}”的字要收紧字距才对得上原位，请看看新文字的粗细是否与原来一致。",
  "This font draws words together at their spaces, which not every program does; look whether the words for “{1}” stand right.":
    "这款字体在空格处会收紧字距，并非每个软件都如此，请看看“{1}”处新文字的词距是否合适。",
  "The letters of “{1}” have colours of their own and the new text has more letters; look whether their colours suit.":
    "“{1}”各字颜色不同，新文字的字数更多，请看看多出的字颜色是否合适。",
  // Replacing
  "The type of “{1}” could not be made out, so nothing was changed.": "认不出“{1}”的字体，因此没有做任何改动。",
  "Draw a tighter region around the text, or use another engine.": "请贴近文字重新框选，或换一个引擎。",
  "The new text reads back as “{1}” instead of “{2}”.": "新文字识别出来是“{1}”，而不是“{2}”。",
  "The new text reads back as “{1}” instead of “{2}”, as it does in this typeface on a blank page: the reader does not know it.":
    "新文字识别出来是“{1}”，而不是“{2}”；同样的字体排在白纸上也会这样识别，应是识别不认得这款字体。",
  "The light engine cannot set type with “{1}”.": "轻量引擎不能给文字设置“{1}”。",
  "It can change font, weight, slant, size, colour, spacing, alignment, outline, shadow and letter case. As live text on the canvas, Figma sets the rest.":
    "可以改字体、粗细、倾斜、字号、颜色、字距、对齐、描边、阴影和大小写；其余样式可转成画布上的可编辑文字后在 Figma 中设置。",
  // Removing
  "The letters of “{1}” are very small; look whether all of the line is gone.": "“{1}”的字很小，请看看整行是否都已去除。",
  "“{1}” was read with only {2} % sureness; look whether all of it is gone, and nothing else.":
    "“{1}”的识别把握只有 {2}%，请看看是否已全部去除，且没有误删。",
  "The letters of “{1}” could not be told from their background.": "“{1}”的笔画与背景分不开。",
  "Draw a region around the text, or use another engine.": "请框选这段文字，或换一个引擎。",
  "Something still reads as “{1}” where “{2}” was.": "“{2}”原来的位置上仍能识别出“{1}”。",
  "The background behind “{1}” is hard to restore; look for smudges.": "“{1}”背后的画面较难还原，请留意有无涂抹痕迹。",
  "Where “{1}” was, something of the background ends abruptly; look whether a thing or pattern was cut off.":
    "“{1}”原来的位置上有画面突然中断，请看看是否有物体或图案被截断。",
  "The letters of “{1}” could hardly be told from their background; look for remains and smudges.":
    "“{1}”的笔画与背景很接近，请留意残留和涂抹痕迹。",
  "Of “{1}” only “{2}” was found in the picture; look whether the rest is left standing.":
    "“{1}”在图中只找到“{2}”，请留意其余部分是否还留在图上。",
  "The new text for “{1}” runs into “{2}”; look whether both can be read.": "“{1}”的新文字伸进了“{2}”，请留意两者是否都能看清。",
  "“{1}” is cut off by the picture's edge; look whether the new text is what should stand there.":
    "“{1}”被画面边缘截断，请看看新文字放在这里是否合适。",
  "The larger text for “{1}” comes close to “{2}”; look whether the lines still stand apart well.":
    "“{1}”放大后离“{2}”很近，请看看行距是否仍然合适。",
  "The new text is much longer than “{1}”, whose lean it was learnt from; look whether its far end stands right.":
    "新文字比“{1}”长得多，而倾斜是从后者推得的；请看远端的位置是否正确。",
  "Traces of the letters of “{1}” still show in the background; look for remains.": "“{1}”的旧笔画在背景中仍有痕迹，请留意残留。",
  // Room
  "The new text is {1} times as wide as the old one; look whether it still suits the design.":
    "新文字的宽度是原来的 {1} 倍，请看看是否仍适合版面。",
  "“{1}” is {2}.": "“{1}”{2}。",
  "“{1}” is set in {2} to fit the space.": "为适应空间，“{1}”排成了{2}。",
  "“{1}” is set in {2} at {3} % of the original size to fit the space.": "为适应空间，“{1}”排成了{2}，字号为原来的 {3}%。",
  "“{1}” stands on a bent or slanting line and was not broken.": "“{1}”排在弯曲或倾斜的基线上，没有换行。",
  "There is no room for {1} lines where “{2}” stands, so it was set in one.": "“{2}”所在的位置排不下 {1} 行，因此排成了一行。",
  "The paragraph now has {1} lines instead of {2}.": "段落由 {2} 行变成了 {1} 行。",
  "The paragraph of “{1}” is {2}.": "“{1}”所在的段落{2}。",
  "Letters of {1} cannot be read.": "{1} 的字看不清。",
  "Name a size from {1} px, or remove the text.": "请给出 {1} 像素以上的字号，或删除这段文字。",
  "“{1}” is to be removed and changed at once.": "“{1}”既要删除又要修改。",
  "Leave one of the two orders out.": "请去掉其中一条。",
  "“{1}” hardly stands out from what is behind it; look whether it can be read.": "“{1}”与背景太接近，请看看能否看清。",
  "“{1}” is not written in the picture; “{2}”, which the new text is most like, was taken for it.":
    "图中没有写“{1}”；新文字与“{2}”最接近，已当作是它。",
  // Prices
  "{1} price {2}, rounded half up to the decimals they had: {3}.": "{1} 个价格 {2}，按原有小数位四舍五入：{3}。",
  "{1} price {2}: {3}.": "{1} 个价格 {2}：{3}。",
  "{1} prices {2}, rounded half up to the decimals they had: {3}.": "{1} 个价格 {2}，按原有小数位四舍五入：{3}。",
  "{1} prices {2}: {3}.": "{1} 个价格 {2}：{3}。",
  "Struck through and so left as before: {1}. To change it too, name the original price.":
    "划掉的价格保持不变：{1}。如需一并修改，请说明“原价”。",
  "No price was found in this picture.": "图中没有找到价格。",
  "No price of “{1}” was found in this picture.": "图中没有找到“{1}”的价格。",
};
