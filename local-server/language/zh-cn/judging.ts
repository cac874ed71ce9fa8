import type { Catalogue } from "../translator.ts";

/** What is said of inputs, of results, and before an edit runs. */
export const JUDGING: Catalogue = {
  // Inputs
  "The picture is very small; type and edges in it have few pixels to be matched by.": "图片很小，文字和边缘可供匹配的像素不多。",
  "The picture is very large; edits take longer, and Figma keeps pictures of at most 4096 pixels a side.":
    "图片很大，编辑用时更长；Figma 中图片每边最多 4096 像素。",
  "The picture is blurred; new type and edges are matched to that as far as possible.": "图片模糊，新文字和边缘会尽量与之匹配。",
  "The picture is over-exposed: where it is burnt out there is nothing to work from.": "图片曝光过度，过曝的部分没有可用的内容。",
  "The picture is very dark; colours in it are uncertain.": "图片很暗，颜色不易判断。",
  // Results
  "Pixels outside the mask changed.": "蒙版外的像素有改动。",
  "The edit changed nothing that can be seen.": "编辑没有带来可见的变化。",
  "The edge of the edit may show.": "编辑区域的边缘可能看得出来。",
  "The colour inside the edit differs from its surroundings.": "编辑区域内的颜色与周围不一致。",
  "The new text does not read as wanted.": "新文字识别出来与要求不符。",
  "The new text reads almost, but not exactly, as wanted.": "新文字识别出来与要求略有出入。",
  "The original's font could not be matched well.": "没有很好地匹配到原文的字体。",
  "The background behind the text is uncertain.": "文字背后的画面没有把握。",
  "{1} tries with different seeds came out no better.": "换了不同的种子试了 {1} 次，结果没有更好。",
  "The engine changed much more of the picture than was asked.": "引擎改动的范围远远超出要求。",
  "The engine changed much less of the picture than was asked.": "引擎改动的范围远小于要求。",
  "“{1}” still reads in the picture.": "图中仍能识别出“{1}”。",
  "“{1}” could not be read in the result.": "结果中识别不出“{1}”。",
  "“{1}” reads as “{2}” in the result.": "结果中的“{1}”识别成了“{2}”。",
  "Parts of the change lie on see-through pixels: laid over the source, the patch can add there, not erase.":
    "部分改动位于透明像素上：补丁盖在原图上方，只能添加，不能擦除。",
  "A layer above cannot erase: the cut-out is a picture of its own, hide the original under it to see through the background.":
    "上方的图层不能擦除下方内容：抠出的主体是一张独立的图片，隐藏下面的原图即可看到透明背景。",
  "A layer above cannot cut: the cropped picture is a picture of its own, hide the original under it to see only the crop.":
    "上方的图层不能裁剪下方内容：裁剪结果是一张独立的图片，隐藏下面的原图即可只看裁剪部分。",
  "Part of the change lay outside the region or mask and was left out.": "有一部分改动超出区域或蒙版，没有采用。",
  "The engine's picture could not be laid over the source exactly.": "引擎给出的图片无法与原图精确对齐。",
  "The engine had moved the picture a lot before it was laid back.": "引擎把画面移动了很多，已重新对齐。",
  // Before an edit
  "This changes who a person in the picture is or appears to be.": "这会改变图中人物的身份或相貌。",
  "This changes what an official document says.": "这会改变证件或公文的内容。",
  "This takes away a mark by which somebody else claims the picture.": "这会去掉他人标明图片归属的标记。",
  "{1} Your team has decided that Emend does not do this.": "{1}您的团队已规定不用 Emend 做这类修改。",
  "Ask whoever runs the companion, or leave that part out of the instruction.": "请咨询本地服务的管理者，或从指令中去掉这一部分。",
  'If you have the right to do this, confirm it: --confirm {1} on the command line, "confirmed" in a request.':
    "如果您有权这样做，请先确认：命令行用 --confirm {1}，请求中用 “confirmed”。",
  "Say what to change.": "请说明要改什么。",
  "The instruction was not understood.": "没有看懂这条指令。",
  "Understood by the language model {1}: please check what it made of your words.": "由语言模型 {1} 理解，请核对它的理解是否正确。",
  "The companion does not have this picture.": "本地服务里没有这张图片。",
  "The companion no longer has a picture this proof needs.": "本地服务里已没有验证所需的图片。",
  "The mask is {1} × {2}, the picture {3} × {4}.": "蒙版是 {1} × {2}，图片是 {3} × {4}，大小不一致。",
  "Give a mask of the picture's size.": "请提供与图片同样大小的蒙版。",
  "The region lies outside the picture ({1} × {2}).": "区域在图片（{1} × {2}）之外。",
  "No engine here can find text.": "这里没有能识别文字的引擎。",
  "Run emend doctor: it says what is missing.": "请运行 emend doctor 查看缺少什么。",
  "The work was cancelled.": "任务已取消。",
  "The edit was cancelled.": "编辑已取消。",
};
