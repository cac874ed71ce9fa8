import type { Catalogue } from "../translator.ts";

/** Models: what they are for, and how their install goes. */
export const MODELS: Catalogue = {
  "There is no model of that name.": "没有这个名称的模型。",
  "There are: {1}.": "现有：{1}。",
  "{1} comes with Emend.": "{1} 随 Emend 一起安装。",
  "Run npm ci to restore it.": "请运行 npm ci 恢复。",
  "Another Emend is installing models into this folder.": "另一个 Emend 正在向这个文件夹安装模型。",
  "Wait for it, or stop it.": "请等它完成，或将它停止。",
  "A program cannot be imported.": "程序不能这样导入。",
  "Name it in EMEND_SD_SERVER.": "请在 EMEND_SD_SERVER 中指定它。",
  "The server sends more than the file has.": "服务器发送的内容超出了文件大小。",
  "The connection broke off.": "连接中断。",
  "Free some space, or keep the data folder on another disk (--data).": "请腾出空间，或把数据文件夹放到另一块磁盘（--data）。",
  "The disk has {1} free and {2} are needed.": "磁盘可用空间为 {1}，需要 {2}。",
  "What was there does not go with what the server has; starting anew.": "已下载的部分与服务器上的不一致，重新下载。",
  "The file that came is not the one it should be; it was thrown away.": "收到的文件不是应有的文件，已丢弃。",
  "The install was stopped; it goes on where it was.": "安装已停止；下次会从停下的地方继续。",
  "The install was stopped.": "安装已停止。",
  "The mirror must be an https address, or http to this machine, without a user name.":
    "镜像必须是 https 地址或指向本机的 http，且不带用户名。",
  "The folder to import from is not there.": "要导入的文件夹不存在。",
  "{1} is not in the folder.": "文件夹中没有 {1}。",
  "It comes from {1}.": "它来自 {1}。",
  "Nothing says what {1} must be.": "没有可用来核对 {1} 的依据。",
  "Put a SHA256SUMS file beside it, made where it was fetched: sha256sum * > SHA256SUMS.":
    "请在下载它的地方生成 SHA256SUMS 文件并放在旁边：sha256sum * > SHA256SUMS。",
  "{1} is not the file it should be.": "{1} 不是应有的文件。",
  "Fetch it again.": "请重新下载。",
  "The archive does not hold {1}.": "压缩包中没有 {1}。",
  "The archive holds too many files.": "压缩包中的文件过多。",
  "The archive cannot be unpacked.": "压缩包无法解开。",
  "The hub now has another file than the model card means.": "模型库上的文件已不是模型说明所指的那个。",
  "Update Emend.": "请更新 Emend。",
  "Update Emend: the model may have moved.": "请更新 Emend：模型可能已换了地址。",
  "The server names no digest to check the file against.": "服务器没有给出可核对文件的校验值。",
  "Use the hub itself or a mirror that passes its headers on.": "请使用官方模型库，或会转发其响应头的镜像。",
  "The server does not say how large the file is.": "服务器没有说明文件大小。",
  "{1} does not give this file away.": "{1} 不提供下载这个文件。",
  "{1} does not have this file.": "{1} 上没有这个文件。",
  "{1} answered with status {2}.": "{1} 返回了状态 {2}。",
  "The release page's answer is too long.": "发布页返回的内容过长。",
  "The release page's answer cannot be read.": "发布页返回的内容无法读取。",
  "The release page answered with status {1}.": "发布页返回了状态 {1}。",
  "The release page's answer is not a release.": "发布页返回的不是发布信息。",
  "The release page does not have this program any more.": "发布页上已没有这个程序。",
  "The release has no build for this machine under its usual name.": "这次发布中没有适合本机的常规构建。",
  "The release page names no digest for this build, so it cannot be checked.": "发布页没有给出这个构建的校验值，因此无法核对。",
  "The release page points to another place for its files.": "发布页把文件指向了别处。",
  "Build {1} yourself and name it in EMEND_SD_SERVER.": "请自行编译 {1}，并在 EMEND_SD_SERVER 中指定它。",
  "{1} is not published for {2} {3}.": "{1} 没有发布 {2} {3} 版本。",
  "The download's address is a number, which is not followed.": "下载地址是数字形式，不予访问。",
  "The download leads to a place it must not lead to.": "下载被引向了不允许的地址。",
  "The download is redirected in circles.": "下载被循环重定向。",
  "The download was stopped.": "下载已停止。",
  "{1} cannot be reached.": "连不上 {1}。",
  // What they are for
  "Qwen-Image-Edit-2509 for this machine": "适合本机的 Qwen-Image-Edit-2509",
  "stable-diffusion.cpp server": "stable-diffusion.cpp 服务程序",
  "Optional: cuts subjects with fine edges out of busy backgrounds where colours alone cannot. Several seconds a picture and about 4 GB of memory without a graphics card; used only while it is installed.":
    "可选：当仅凭颜色分不清时，把边缘精细的主体从杂乱背景中抠出。没有显卡时每张需数秒、约 4 GB 内存；安装后才会使用。",
  "Finds faces: questions about people, and crops that keep a face in the picture.": "查找人脸：用于有关人物的提问，以及保住人脸的裁剪。",
  "Finds lines of text: the first step of every text edit, of `emend find` and of the read-back that judges results.":
    "查找文字行：每次文字编辑、`emend find` 和结果回读的第一步。",
  "Reads a line of text, with the position of every character.": "识别一行文字，并给出每个字符的位置。",
  "A LoRA that brings an edit down from 20 steps to 4; fine letters come out a little softer.":
    "把一次编辑从 20 步减到 4 步的 LoRA；细小的字会略显柔和。",
  "A LoRA that brings an edit down from 20 steps to 8; fine letters come out a little softer.":
    "把一次编辑从 20 步减到 8 步的 LoRA；细小的字会略显柔和。",
  "The diffusion model that edits by instruction, quantised to Q2_K: smallest; details and small letters suffer.":
    "按指令编辑的扩散模型，量化为 Q2_K：体积最小，细节和小字会变差。",
  "The diffusion model that edits by instruction, quantised to Q3_K_M: for 12 GB cards.":
    "按指令编辑的扩散模型，量化为 Q3_K_M：适合 12 GB 显卡。",
  "The diffusion model that edits by instruction, quantised to Q4_0: the balance most machines want.":
    "按指令编辑的扩散模型，量化为 Q4_0：适合大多数机器的折中之选。",
  "The diffusion model that edits by instruction, quantised to Q6_K: hardly worse than the original weights.":
    "按指令编辑的扩散模型，量化为 Q6_K：与原始权重几乎没有差别。",
  "The diffusion model that edits by instruction, quantised to Q8_0: as good as the original weights.":
    "按指令编辑的扩散模型，量化为 Q8_0：与原始权重效果相同。",
  "Everything the local engine needs for edits that text fitting cannot do: objects, backgrounds, styles.":
    "本机引擎所需的全部内容，用于文字匹配做不到的编辑：物体、背景、风格。",
  "Turns pictures into what the diffusion model works on, and back.": "在图片与扩散模型所用的数据之间转换。",
  "Lets the text encoder see the picture. Without it an edit comes out as an invention.":
    "让文本编码器看到图片；没有它，编辑结果会凭空编造。",
  "Reads the instruction for Qwen-Image-Edit-2509; with its vision part it also sees the picture.":
    "为 Qwen-Image-Edit-2509 理解指令；配合视觉部分还能看到图片。",
  "Runs Qwen-Image-Edit-2509 on this machine's graphics card.": "在本机显卡上运行 Qwen-Image-Edit-2509。",
  "Optional: tells a subject from a busy background where colours alone cannot. Small and fast, soft edges; used only while it is installed.":
    "可选：当仅凭颜色分不清时，从杂乱背景中辨认主体。体积小、速度快，边缘较柔和；安装后才会使用。",
};
