import type { Catalogue } from "../translator.ts";

/** Operations of the light engine beside text. */
export const LIGHT: Catalogue = {
  "The light engine cannot do {1}.": "轻量引擎不支持“{1}”。",
  // Backgrounds
  "Which colour the background shall have is missing.": "没有说明背景要改成什么颜色。",
  "Name a colour, for example “make the background white”.": "请说出颜色，例如“把背景改成白色”。",
  "The light engine cannot paint a new background.": "轻量引擎画不出新背景。",
  "The light engine cannot paint a new background “{1}”.": "轻量引擎画不出“{1}”这样的新背景。",
  "Give the new background as a reference picture, name a colour instead, or use a generative engine.":
    "请提供新背景的参考图，或改用纯色，或使用生成式引擎。",
  "The background is too busy for the light engine to tell it from the subject.": "背景太杂，轻量引擎分不清主体与背景。",
  "Draw a region or mask by hand, or use a generative engine; plain and soft backgrounds work here.":
    "请手动框选区域或绘制蒙版，或使用生成式引擎；这里适合纯色和柔和的背景。",
  "“{1}” is hardly seen on the new background; choose another colour for one of them.": "“{1}”在新背景上几乎看不见，请为其中之一另选颜色。",
  "Nothing was found that stands out from the background.": "没有找到与背景明显不同的主体。",
  "No background was found: the subject fills the picture.": "没有找到背景：主体占满了整张图片。",
  "Much of the picture's edge is not background; parts of it may have been taken for the subject.":
    "图片边缘大多不是背景，其中一部分可能被当成了主体。",
  "The background is uneven; look for remains of it.": "背景不均匀，请留意有无残留。",
  "Subject and background have like colours along part of the edge; look at the cut there.":
    "主体与背景在部分边缘颜色相近，请查看那里的抠图效果。",
  "Hair, fur, glass or soft edges may be cut too hard; look at the edge.": "毛发、玻璃或柔和的边缘可能抠得过硬，请查看边缘。",
  "The subject's edge is ragged, as hair and fur are; such edges are cut harder than they are.":
    "主体边缘细碎，像是毛发；这类边缘会抠得比实际更硬。",
  "Parts inside the subject have the background's colour and were kept as they are; look at them.":
    "主体内部有些部分与背景同色，已原样保留，请查看。",
  "What was taken for the subject lies along the picture's edge; it may be the background.": "被当作主体的部分贴着图片边缘，它可能是背景。",
  "What was taken for the subject is cut by the picture's edge in many places; it may be the background.":
    "被当作主体的部分在多处被图片边缘截断，它可能是背景。",
  "Part of the edge is soft, as shadows, blur and movement are; look at the cut there.":
    "部分边缘较柔和，像是阴影、模糊或运动所致，请查看那里的抠图效果。",
  "Very little stands out from the background; the subject may be of its colour.": "与背景不同的部分很少，主体可能与背景同色。",
  "The background has several colours; look for remains of it.": "背景有多种颜色，请留意有无残留。",
  "{1} was not sure what the subject is; look at the cut.": "{1} 不确定主体是什么，请查看抠图效果。",
  "The subject was cut out by {1} ({2}), which you installed.": "主体由您安装的 {1}（{2}）抠出。",
  "A matting network can be installed for such pictures (emend models install u2netp).":
    "这类图片可以安装抠图模型来处理（emend models install u2netp）。",
  "{1} found no subject either.": "{1} 也没有找到主体。",
  // Borders
  "The light engine draws no border “{1}”.": "轻量引擎不会画“{1}”边框。",
  "A border of {1} px would cover the picture.": "{1} 像素的边框会盖住画面。",
  "Name a width up to {1} px here.": "这张图的边框宽度最多 {1} 像素。",
  "“{1}” is more than can be done; it was done as far as it goes (100 %).": "“{1}”超出了可调范围，已按最大值（100%）调整。",
  "What was taken for the subject is shaped like a gap between things; it may be the background.":
    "被当作主体的部分形状像物体之间的空隙，可能其实是背景。",
  "The subject's lower part looks like its reflection in the floor and was kept with it; look at it.":
    "主体的下半部分看起来像它在地面上的倒影，已一并保留；请查看。",
  "The background seems to shine through the subject, as through thin cloth; it was cut out as if it were solid.":
    "背景似乎透过主体显现出来，如同透过薄纱；这里按不透明的物体抠出。",
  "Part of the subject has the background's colour in less light; it may be a hard shadow, look at it.":
    "主体中有一部分像是变暗的背景，可能是边缘清晰的投影，请检查。",
  "Parts with nearly that colour were left as they are, in the area or beside it; look at where the new colour ends.":
    "区域内或旁边有颜色相近的部分保持原样，请检查新颜色的边界。",
  "The added picture is only {1} px wide here; lettering in it cannot be read.": "加入的图片在这里只有 {1} 像素宽，其中的文字看不清。",
  "It can draw solid, dashed, double, rounded and neon borders, with a colour and a width such as 10px or 5%.":
    "可以画实线、虚线、双线、圆角和霓虹边框，并指定颜色和宽度，例如 10px 或 5%。",
  // Crop and canvas
  "That would cut everything away.": "这样裁剪会什么都不剩。",
  "What the subject is could not be told for sure; look whether the cut leaves it whole, or name a side to keep.":
    "无法确定主体是什么，请检查裁剪后主体是否完整，或说出要保留哪一边。",
  "The cut goes through what looks like the subject: it does not fit into this shape as a whole.":
    "裁剪线穿过了疑似主体的部分：它无法完整放进这个比例。",
  "The picture is smaller than {1} × {2}; it was cut to that shape, not enlarged.": "图片不足 {1} × {2}，只按该比例裁剪，没有放大。",
  "The picture is smaller than {1} × {2}; it was not enlarged.": "图片不足 {1} × {2}，没有放大。",
  "The picture is smaller than that; it was cut to that shape, not enlarged.": "图片没有那么大，只按该比例裁剪，没有放大。",
  "How the picture is to be cropped is not said.": "没有说明要怎样裁剪。",
  "Name a shape (16:9), a size (1080x1080), an amount (10% off the top), or draw a region.":
    "请给出比例（16:9）、尺寸（1080x1080）或裁掉多少（顶部裁掉 10%），或框选一个区域。",
  "Name a smaller amount.": "请把数值改小一些。",
  "The picture already has that shape; there is nothing to cut away.": "图片已经是这个比例，没有可裁的部分。",
  "Name another shape or an amount.": "请换一个比例，或说明裁掉多少。",
  "The {1} edge is not a plain background; its colours were continued, so look whether it holds (a generative engine can paint it).":
    "{1}边缘不是纯净的背景，已按原有颜色延续，请看看是否自然（生成式引擎可以重新绘制）。",
  "How far the canvas is to be extended is not said.": "没有说明画布要扩展多少。",
  "Name an amount (10%, 200px), a shape (16:9) or a size (1920x1080), and a side if only one is meant.":
    "请给出数值（10%、200px）、比例（16:9）或尺寸（1920x1080）；只扩展一边时请说明是哪一边。",
  "The picture already has that shape; there is nothing to add.": "图片已经是这个比例，不需要扩展。",
  "A canvas of {1} × {2} is more than can be edited.": "画布 {1} × {2} 超出了可编辑的大小。",
  // Adding a picture
  "The picture to add is missing.": "没有提供要添加的图片。",
  "The picture to add has nothing in it that can be seen.": "要添加的图片中没有可见内容。",
  "Where “{1}” is could not be told: draw a region where the picture is to stand.": "无法判断“{1}”在哪里：请框选要放置图片的区域。",
  "Give it as a reference (--reference FILE).": "请以参考图提供（命令行用 --reference FILE）。",
  "The added picture hardly stood out from what lies behind it, so it got a plate.": "添加的图片与背后的画面太接近，因此给它垫了一块底。",
  // Questions
  "Nothing can be seen in the picture: it is all see-through.": "图片完全透明，看不到任何内容。",
  "The background is see-through already; there is nothing to remove.": "背景已经是透明的，没有可去除的内容。",
  "Name a colour to lay one beneath the subject.": "可以给出一种颜色，铺在主体下面。",
  "The main colours are {1}.": "主要颜色是 {1}。",
  "The texts are: {1}.": "文字有：{1}。",
  "Found: {1}.": "找到：{1}。",
  "No {1} was found among the {2} texts.": "在 {2} 段文字中没有找到{1}。",
  "Nothing that stands free like a mark was found.": "没有找到独立的标志。",
  "What stands free like a mark: {1}. Whether it is one cannot be told by shape alone.":
    "看起来像独立标志的有：{1}。仅凭形状无法确定它是不是标志。",
  "No face was found; people seen from behind or far away are not told by their faces.": "没有找到人脸；背影或很远的人无法凭人脸辨认。",
  "No QR code was found; one that is very small or much decorated is not told.": "没有找到二维码；很小或装饰很多的二维码可能认不出来。",
  "Draw a region or mask around what shall go, or use a generative engine.": "请框选要去掉的部分或绘制蒙版，或使用生成式引擎。",
  "No QR code was found there, but at the {1}.": "那里没有找到二维码，但在{1}有。",
  "{1} QR codes were found: {2}.": "找到 {1} 个二维码：{2}。",
  "No barcode that can be read was found.": "没有找到可以读出的条形码。",
  "One barcode was found: {1}.": "找到一个条形码：{1}。",
  "{1} barcodes were found: {2}.": "找到 {1} 个条形码：{2}。",
  "One QR code was found: {1}.": "找到一个二维码：{1}。",
  "One face was found: {1}.": "找到一张人脸：{1}。",
  "{1} faces were found: {2}.": "找到 {1} 张人脸：{2}。",
  "The light engine cannot tell whether “{1}” is in a picture.": "轻量引擎判断不了图中有没有“{1}”。",
  "It can answer about texts, colours, faces, QR codes, barcodes and free-standing marks; things known by their meaning need a vision model, and no engine of Emend is one yet.":
    "它能回答关于文字、颜色、人脸、二维码、条形码和独立标志的问题；辨认具体事物需要视觉模型，Emend 目前没有这样的引擎。",
  // Recolouring
  "Draw a region or mask around it, name its present colour (“the red cup”), or put it before a plain background; a generative engine can find things by name.":
    "请框选它或绘制蒙版，或说出它现在的颜色（“红色的杯子”），或换成纯色背景的图；生成式引擎可以按名称找到物体。",
  "Only a small part of the area has the colour that was changed.": "区域中只有一小部分是被改的颜色。",
  "The edge of the recoloured part is unclear; look at it.": "改色部分的边缘不清晰，请查看。",
  "Several things have the named colour; the largest were changed.": "有多个物体是所说的颜色，改了其中最大的。",
  "Several things that stand apart have the named colour, and all of them were changed; look whether one was meant.":
    "有多个分开的物体是所说的颜色，已全部改色，请确认是否只想改其中一个。",
  "More than one thing has the named colour; the one that stands out most was changed, look whether it was meant.":
    "不止一个物体是所说的颜色，改了其中最突出的一个，请确认改的是不是它。",
  "The thing was told from others of nearly its colour by how it stands out; look at where the new colour ends.":
    "图中还有颜色相近的部分，是按哪个物体更突出来区分的，请查看新颜色的边界。",
  "The colour changed runs on along the picture's edge; look whether ground was changed with the thing.":
    "被改的颜色一直延伸到图片边缘，请查看背景或地面是否也被改了色。",
  "Much of the picture has nearly the named colour, and no single thing of that colour stands out.":
    "图中很多地方都接近所说的颜色，没有哪个物体明显突出。",
  "Draw a box around the thing that is meant.": "请框选要改的物体。",
  "Other parts of the picture have nearly the named colour; look at where the new colour ends.":
    "图中还有颜色相近的部分，请查看新颜色的边界。",
  "What was drawn has several colours; the commonest was changed.": "框选的部分有多种颜色，改了其中最多的一种。",
  "A grey thing is hard to tell from its shadows and from grey around it; look at where the new colour ends.":
    "灰色物体不易与阴影和周围的灰色区分，请查看新颜色的边界。",
  "The subject has several colours; the commonest was changed.": "主体有多种颜色，改了其中最多的一种。",
  "What is meant in the region does not stand out from its surroundings by colour.": "区域中要改的部分与周围颜色区别不大。",
  "Only little in the region stands out from its surroundings.": "区域中与周围不同的部分很少。",
  "The light engine cannot find “{1}” in this picture: it does not stand alone before a plain background.":
    "轻量引擎在图中找不到“{1}”：它不是单独位于纯色背景前。",
  "The colour to give is missing.": "没有说明要改成什么颜色。",
  "Name a colour, for example “make the cup blue”.": "请说出颜色，例如“把杯子改成蓝色”。",
  "No part was found that surely has the colour to change.": "没有找到确定是该颜色的部分。",
  "Draw a tighter region or a mask.": "请更贴近地框选，或绘制蒙版。",
  "The colour reached differs visibly from the one wanted (ΔE {1}).": "实际颜色与想要的有可见差别（ΔE {1}）。",
  "What is nearly black shows little of its shading: in a much lighter colour it may look flat, or its grain and gloss stand out.":
    "接近黑色的物体几乎看不出明暗层次，改成浅得多的颜色后可能显得平板，或者颗粒和反光过于明显。",
  "A thing is recoloured in one colour: the gradient's first was used.": "物体只能改成单色，用了渐变中的第一个颜色。",
  // Removing
  "Draw a region or mask around what shall go; logos, watermarks and stamps can also be named by their corner.":
    "请框选要去除的部分或绘制蒙版；标志、水印和印章也可以用所在的角来指明。",
  "What stands free: {1}.": "独立的部分有：{1}。",
  "No “{1}” was found. {2}": "没有找到“{1}”。{2}",
  "No “{1}” was found at the {2}. {3}": "{2}没有找到“{1}”。{3}",
  "Several things could be the “{1}”: {2}.": "有多处可能是“{1}”：{2}。",
  "Say which corner, or draw a region around it.": "请说明在哪个角，或框选它。",
  "The light engine cannot find “{1}” in a picture.": "轻量引擎在图片中找不到“{1}”。",
  "The light engine cannot find “{1}” in a picture to leave it out.": "轻量引擎在图片中找不到“{1}”，无法避开它。",
  "Draw a mask around the part to adjust, without “{1}”, or adjust the whole picture.": "请框选要调整的部分，避开“{1}”；或调整整张图片。",
  "“{1}” was to stay as it is, and none was found: the whole picture was adjusted.": "“{1}”要保持原样，但没有找到：整张图片都调整了。",
  "It was taken for the thing meant by its shape: {1}.": "按形状认定要处理的是：{1}。",
  "What lies behind is too large and too busy for the light engine to make up.": "背后的画面太大、太杂，轻量引擎补不出来。",
  "Mark a smaller part, or use a generative engine.": "请标出更小的部分，或使用生成式引擎。",
  "The mask is empty: nothing is marked to go.": "蒙版是空的：没有标出要去除的部分。",
  "What shall go covers most of the picture; there is too little left to restore it from.":
    "要去除的部分占了大半张图片，剩下的不足以还原。",
  "Mark a smaller part.": "请标出更小的部分。",
  "The background behind what was removed is hard to restore; look for smudges.": "被去除部分背后的画面较难还原，请留意有无涂抹痕迹。",
  "What goes on behind what was removed seems cut off at its edge; look there.": "被去掉部分后面的内容在边缘处似乎断开了；请查看那里。",
  "Two backgrounds meet behind what was removed; the border between them was drawn on as straight as can be, look at it.":
    "被去掉的部分后面是两种背景的交界；交界线按尽量平直的走向补全，请查看。",
  "The pattern behind what was removed was continued, but softer than it is; look at its edges.":
    "被去除部分背后的图案已接续，但比原来柔和，请查看其边缘。",
  "What was removed is large for its busy background: much of what is there now is made up.":
    "去除的部分较大而背景较杂，现在的画面大多是补出来的。",
  "A large part of the picture was restored from little.": "图中很大一部分是由少量画面补出来的。",
  // Tone
  "Draw a region or mask around it, or leave “{1}” out to adjust the whole picture or its background.":
    "请框选它或绘制蒙版，或去掉“{1}”以调整整张图片或背景。",
  "The light engine knows no tone “{1}”.": "轻量引擎没有“{1}”这种色调。",
  "It can do: {1}.": "可用的有：{1}。",
  "{1} % of the picture lost its detail in pure black or white.": "图中有 {1}% 变成了纯黑或纯白，失去细节。",
};
