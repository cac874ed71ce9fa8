import { isTraditional } from "../../protocol/traditional.ts";
import { ownWords } from "./own-words.ts";
import type { Doubt } from "./reading.ts";

type Question = Doubt | "fields" | "rest" | "empty";
type Tongue = "en" | "zh" | "hant";

/** One question per doubt and language; {0} is what the person wrote. Each says what could be meant. */
export const QUESTIONS: Readonly<Record<Question, Readonly<Record<Tongue, string>>>> = {
  empty: {
    en: "What should change? For example: change 'SALE' to 'OFFER', remove the text at the bottom, or make the title red.",
    zh: "想改什么？例如：把“¥199”改成“¥169”、删除底部的文字、把标题变成红色。",
    hant: "想改什麼？例如：把「¥199」改成「¥169」、刪除底部的文字、把標題變成紅色。",
  },
  unclear: {
    en: "What should change in “{0}”? Name the text in quotes or the object, and what it should become: change 'SALE' to 'OFFER', remove the vase, make the title red.",
    zh: "“{0}”想改的是哪里？请用引号写出文字或说出物体，以及要变成什么，例如：把“特价”改成“新品”、删除花瓶、把标题变成红色。",
    hant: "「{0}」想改的是哪裡？請用引號寫出文字或說出物體，以及要變成什麼，例如：把「特價」改成「新品」、刪除花瓶、把標題變成紅色。",
  },
  which_text: {
    en: "Which text should read that? Quote the text as it stands now, or name it: the title, the price.",
    zh: "要改的是哪段文字？请用引号写出现在的文字，或说明是标题还是价格。",
    hant: "要改的是哪段文字？請用引號寫出現在的文字，或說明是標題還是價格。",
  },
  to_what: {
    en: "What should it become? Give new wording in quotes, a new object, or a colour or size.",
    zh: "要变成什么？请用引号写出新文字，或说明新的物体、颜色或大小。",
    hant: "要變成什麼？請用引號寫出新文字，或說明新的物體、顏色或大小。",
  },
  wording: {
    en: "What should the translation read? Please give the new wording in quotes: translate 'Hello' to 'Bonjour'.",
    zh: "译文要写成什么？请用引号给出译文，例如：把“包邮”翻译成“Free Shipping”。",
    hant: "譯文要寫成什麼？請用引號給出譯文，例如：把「包郵」翻譯成「Free Shipping」。",
  },
  which_colour: {
    en: "What has that colour: the text or an object? For example: change the red text to blue, or make the red car blue.",
    zh: "是哪里的颜色：文字还是物体？例如：把红色的字改成蓝色，或把红色的车改成蓝色。",
    hant: "是哪裡的顏色：文字還是物體？例如：把紅色的字改成藍色，或把紅色的車改成藍色。",
  },
  which_hue: {
    en: "Which colour shall it be? Name one or give its hex value: dark green, #1A7F5A.",
    zh: "要换成什么颜色？请说颜色名或十六进制值，例如墨绿、#1A7F5A。",
    hant: "要換成什麼顏色？請說顏色名或十六進位值，例如墨綠、#1A7F5A。",
  },
  which_font: {
    en: "Which typeface shall it be? Name one, such as Noto Serif, or a kind: serif, sans serif, handwritten, bold black.",
    zh: "要换成什么字体？请说出字体名，如思源宋体，或说一种：宋体、黑体、圆体、手写体。",
    hant: "要換成什麼字體？請說出字體名，如思源宋體，或說一種：宋體、黑體、圓體、手寫體。",
  },
  which_ground: {
    en: "What shall the background be? Name a colour, a gradient or a scene: white, blue to pink, a beach, or remove it.",
    zh: "背景要换成什么？请说一种颜色、渐变或场景，例如白色、蓝到粉的渐变、海边，或去掉背景。",
    hant: "背景要換成什麼？請說一種顏色、漸變或場景，例如白色、藍到粉的漸變、海邊，或去掉背景。",
  },
  which_shape: {
    en: "Which ratio or size, and by cutting or by adding? For example: crop to 16:9, or extend the canvas to 16:9.",
    zh: "要多大的比例或尺寸，裁掉还是补边？例如：裁成 16:9，或把画布扩展到 16:9。",
    hant: "要多大的比例或尺寸，裁掉還是補邊？例如：裁成 16:9，或把畫布擴展到 16:9。",
  },
  which_shadow: {
    en: "What shall have the shadow: the text, the product, or something else? For example: add a shadow to the title, or a soft shadow under the product.",
    zh: "要给什么加阴影：文字、产品，还是别的？例如：给标题加阴影，或给产品下面加柔和的阴影。",
    hant: "要給什麼加陰影：文字、產品，還是別的？例如：給標題加陰影，或給產品下面加柔和的陰影。",
  },
  two_colours: {
    en: "“{0}” names two colours for one thing. Which one shall it be? Or a gradient from one to the other?",
    zh: "“{0}”给同一处说了两种颜色。用哪一种？还是从一种渐变到另一种？",
    hant: "「{0}」給同一處說了兩種顏色。用哪一種？還是從一種漸變到另一種？",
  },
  what_to_keep: {
    en: "What should change? The instruction only says what to keep; everything not named stays as it is anyway.",
    zh: "想改什么？这句只说了要保留的部分；没有提到的地方本来就不会变。",
    hant: "想改什麼？這句只說了要保留的部分；沒有提到的地方本來就不會變。",
  },
  contradiction: {
    en: "Two parts of this ask for opposite things, the second at “{0}”. Which one shall it be?",
    zh: "两处要求互相矛盾，第二处是“{0}”。请问以哪一个为准？",
    hant: "兩處要求互相矛盾，第二處是「{0}」。請問以哪一個為準？",
  },
  too_long: {
    en: "Could you say it in fewer words, or as several instructions? This is longer than one edit can take.",
    zh: "可以说得短一些，或分成几条指令吗？这句超出了一次编辑的长度。",
    hant: "可以說得短一些，或分成幾條指令嗎？這句超出了一次編輯的長度。",
  },
  where_to: {
    en: "What should be moved, and to which place inside the picture? For example: move the logo to the top right, or move the cup 100 px left.",
    zh: "要移动什么，移到画面里的哪个位置？例如：把 logo 移到右上角，或把杯子向左移 100px。",
    hant: "要移動什麼，移到畫面裡的哪個位置？例如：把 logo 移到右上角，或把杯子向左移 100px。",
  },
  no_colour: {
    en: "“{0}” is no colour: a hex colour has three or six digits (#f60, #ff6600), and rgb() has three numbers from 0 to 255. Which colour shall it be?",
    zh: "“{0}”不是有效的颜色：十六进制颜色有 3 位或 6 位（#f60、#ff6600），rgb() 是三个 0 到 255 的数。要什么颜色？",
    hant: "「{0}」不是有效的顏色：十六進位顏色有 3 位或 6 位（#f60、#ff6600），rgb() 是三個 0 到 255 的數。要什麼顏色？",
  },
  coordinates: {
    en: "Emend does not place things by coordinates (“{0}”). Name a place inside the picture, such as the top right, or draw the area. Where shall it be?",
    zh: "Emend 不按坐标（“{0}”）定位。请说出画面里的位置，例如右上角，或框选区域。要放在哪里？",
    hant: "Emend 不按座標（「{0}」）定位。請說出畫面裡的位置，例如右上角，或框選區域。要放在哪裡？",
  },
  turning: {
    en: "Figma turns and mirrors a layer by itself, without loss: Shift+H flips it left to right, Shift+V upside down, and its rotation field turns it by 90°. Letters inside a picture can be turned once they are live text. What else should change?",
    zh: "翻转和旋转图层在 Figma 里就能无损完成：Shift+H 左右翻转，Shift+V 上下翻转，在旋转栏填 90 即转 90°。图里的字先变成可编辑文本就能旋转。还想改什么？",
    hant: "翻轉和旋轉圖層在 Figma 裡就能無損完成：Shift+H 左右翻轉，Shift+V 上下翻轉，在旋轉欄填 90 即轉 90°。圖裡的字先變成可編輯文字就能旋轉。還想改什麼？",
  },
  no_video: {
    en: "Emend edits still pictures and makes no video or animation. What should change in this picture?",
    zh: "Emend 只编辑静态图片，不做视频和动画。这张图里想改什么？",
    hant: "Emend 只編輯靜態圖片，不做影片和動畫。這張圖裡想改什麼？",
  },
  variants: {
    en: "One instruction makes one picture. Variants makes several to choose from, one colour or instruction a line. Or which one shall it be here? For example: make the dress pink.",
    zh: "一条指令出一张图。要几个供挑选，请用“变体”，每行一种颜色或一条指令。或者这里先要哪一个？例如：把裙子改成粉色。",
    hant: "一條指令出一張圖。要幾個供挑選，請用「變體」，每行一種顏色或一條指令。或者這裡先要哪一個？例如：把裙子改成粉色。",
  },
  no_print: {
    en: "Emend returns a finished picture in screen colours: CMYK, PDF and vector files (“{0}”) are made in the layout program. What should change in the picture?",
    zh: "Emend 交回的是屏幕颜色的成品图：CMYK、PDF 和矢量文件（“{0}”）要在排版软件里生成。图里想改什么？",
    hant: "Emend 交回的是螢幕顏色的成品圖：CMYK、PDF 和向量檔案（「{0}」）要在排版軟體裡產生。圖裡想改什麼？",
  },
  print_size: {
    en: "How many pixels is that (“{0}”)? Millimetres, centimetres and inches depend on the print: at 300 dpi 1 mm is 12 px and 1 inch 300 px. Give the amount in px or %.",
    zh: "“{0}”是多少像素？毫米、厘米和英寸取决于印刷精度：300 dpi 时 1 毫米约 12 px，1 英寸是 300 px。请给出 px 或 %。",
    hant: "「{0}」是多少像素？毫米、公分和英吋取決於印刷精度：300 dpi 時 1 毫米約 12 px，1 英吋是 300 px。請給出 px 或 %。",
  },
  no_layers: {
    en: "Emend returns a finished picture and exports no layered file such as PSD. The lettering can be taken off the picture instead: remove all the text. What should change?",
    zh: "Emend 交回的是一张成品图，不能导出 PSD 之类的分层文件。可以改为把字从图上去掉：删除所有文字。想改什么？",
    hant: "Emend 交回的是一張成品圖，不能匯出 PSD 之類的分層檔案。可以改為把字從圖上去掉：刪除所有文字。想改什麼？",
  },
  plate: {
    en: "The plate behind new letters is drawn as a bar with round corners, not in another shape (“{0}”). Go on with that?",
    zh: "新文字后面的底色块会画成圆角矩形，画不了其他形状（“{0}”）。这样可以吗？",
    hant: "新文字後面的底色塊會畫成圓角矩形，畫不了其他形狀（「{0}」）。這樣可以嗎？",
  },
  ink: {
    en: "Which colour is that on screen (“{0}”)? A Pantone, RAL or CMYK number names an ink, which no screen colour equals: give the hex value from the brand's guide, e.g. #C8102E.",
    zh: "“{0}”在屏幕上是哪个颜色？潘通、RAL、CMYK 色号说的是油墨，与屏幕颜色并不相等：请给品牌手册里的十六进制值，例如 #C8102E。",
    hant: "「{0}」在螢幕上是哪個顏色？潘通、RAL、CMYK 色號說的是油墨，與螢幕顏色並不相等：請給品牌手冊裡的十六進位值，例如 #C8102E。",
  },
  round: {
    en: "Emend crops to rectangles only: for a circle use Figma's corner radius on the picture. Crop it to a square (1:1) here?",
    zh: "这里只能裁成矩形：要圆形，请在 Figma 里给图片设圆角半径。要先裁成正方形（1:1）吗？",
    hant: "這裡只能裁成矩形：要圓形，請在 Figma 裡給圖片設圓角半徑。要先裁成正方形（1:1）嗎？",
  },
  price_except: {
    en: "Which prices exactly stay as they are? A rule meets every price in the picture or the selected area: select the ones to change, or name each: change '$12' to '$10'.",
    zh: "哪些价格不变？价格规则会改图里（或所选区域里）的全部价格：请框选要改的部分，或逐个写出，例如：把“¥12”改成“¥10”。",
    hant: "哪些價格不變？價格規則會改圖裡（或所選區域裡）的全部價格：請框選要改的部分，或逐個寫出，例如：把「¥12」改成「¥10」。",
  },
  branch: {
    en: "Emend does not look first and then choose (“{0}”). Which of the two shall it be here?",
    zh: "Emend 不会先看图再二选一（“{0}”）。这张图要做哪一种？",
    hant: "Emend 不會先看圖再二選一（「{0}」）。這張圖要做哪一種？",
  },
  fields: {
    en: "What goes in {0}? This template still has empty fields.",
    zh: "{0} 要填什么？模板里还有没填的内容。",
    hant: "{0} 要填什麼？範本裡還有沒填的內容。",
  },
  rest: {
    en: "The rest is understood, but what does “{0}” mean here? Say it another way, or leave it out.",
    zh: "其余部分已理解，但“{0}”是指什么？请换个说法，或去掉这一句。",
    hant: "其餘部分已理解，但「{0}」是指什麼？請換個說法，或去掉這一句。",
  },
};

function tongueOf(instruction: string): Tongue {
  if (isTraditional(instruction)) return "hant";
  return /\p{Script=Han}/u.test(instruction) ? "zh" : "en";
}

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);

/** The question to ask, in the language of the instruction. */
export function clarify(instruction: string, question: Question, words = ""): string {
  return QUESTIONS[question][tongueOf(instruction)].replace("{0}", () =>
    short(question === "fields" ? words : ownWords(instruction, words.trim())),
  );
}
