import type { Catalogue } from "../translator.ts";

/** What the plugin's main thread says of the canvas. */
export const CANVAS: Catalogue = {
  "The panel sent something the plugin does not understand.": "面板发来了插件无法识别的内容。",
  "Close Emend and open it again; both parts must be of one version.": "请关闭 Emend 后重新打开；两部分的版本必须一致。",
  "Something went wrong inside the plugin.": "插件内部出了问题。",
  "Try again. If it happens again, close Emend and open it anew.": "请重试。如果再次出现，请关闭 Emend 后重新打开。",
  "Figma made no picture of “{1}”.": "Figma 没有生成“{1}”的图片。",
  "Make sure the layer is visible and not empty, then try again.": "请确认图层可见且不为空，然后重试。",
  "“{1}” is longer than {2} units, more than Figma can hold in one image.": "“{1}”的边长超过 {2}，超出了 Figma 单张图片的上限。",
  "Select a smaller layer inside it.": "请选择其中较小的图层。",
  "Figma lists no fonts, so no live text can be set.": "Figma 没有列出任何字体，因此无法设置可编辑文字。",
  "Place it as a picture instead.": "请改为以图片放置。",
  "Fonts that are not available here were replaced: {1}.": "这里没有的字体已替换：{1}。",
  "Placed above “{1}”, because {2}.": "已放在“{1}”上方，因为{2}。",
  "“{1}” is see-through or blended, so it shows through the new layer. Hide it to see the edit alone.":
    "“{1}”是半透明或有混合模式，会从新图层下透出来。隐藏它即可只看编辑结果。",
  "The layer is no longer in this file.": "这个图层已不在文件中。",
  "Bring it back with undo, then apply the edit again.": "请撤销以恢复图层，再应用编辑。",
  "“{1}” is a mask lying directly on the page, so a layer above it would be masked too.":
    "“{1}”是直接位于页面上的蒙版，放在它上方的图层也会被遮住。",
  "Group the mask with what it masks, then apply the edit again.": "请把蒙版和被遮的图层编为一组，再应用编辑。",
  "This layer was not made by Emend, so Emend leaves it alone.": "这个图层不是 Emend 创建的，因此 Emend 不会改动它。",
  "Show, hide or delete it in Figma's layers list.": "请在 Figma 的图层列表中显示、隐藏或删除它。",
  "“{1}” holds its place in an auto layout; hidden, its neighbours would move.": "“{1}”在自动布局中占位，隐藏后相邻图层会移动。",
  "Set its opacity to 0 instead.": "请改为把不透明度设为 0。",
  "“{1}” lies in a frame without any extent, so nothing can be placed in it.": "“{1}”所在的画框没有大小，无法在其中放置内容。",
  "Give the frame a size, then try again.": "请给画框设置大小后重试。",
  "Figma refused the change: {1}": "Figma 拒绝了这次修改：{=1}",
  "Check that you can edit this file, then try again.": "请确认您可以编辑这个文件，然后重试。",
  "The record of this edit is larger than Figma keeps with a layer.": "这次编辑的记录超出了 Figma 图层可保存的大小。",
  "Shorten the instruction and apply the edit again.": "请缩短指令后重新应用。",
  "Live text in Figma leaves out {1}; as a picture they are kept.": "Figma 的可编辑文字无法保留{1}；以图片放置则会保留。",
  "Select another layer, or bring it back with undo.": "请选择其他图层，或用撤销恢复它。",
  "The record of these variants is larger than Figma keeps with a layer.": "这些变体的记录超出了 Figma 图层可保存的大小。",
  "Place fewer variants at once, or shorten the instructions.": "请一次少放几个变体，或缩短指令。",
};
