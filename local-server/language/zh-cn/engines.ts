import type { Catalogue } from "../translator.ts";

/** Which engine, whether it can work, and what it answered. */
export const ENGINES: Catalogue = {
  // The choice
  "{1} can do all of this {2}.": "{1} 可以{2}完成全部操作。",
  "{1} does this {2}: {3} cannot do {4}, or is not ready.": "由 {1} {2}完成：{3} 不支持“{4}”，或尚未就绪。",
  "{1} does this {2}: {3} cannot do {4}, or are not ready.": "由 {1} {2}完成：{3} 不支持“{4}”，或尚未就绪。",
  "You asked for {1}.": "您指定了 {1}。",
  "{1} does such things and can say why not this one.": "{1} 能做这类操作，由它说明为什么这次做不到。",
  "Results lie over the original at its own size: crop or extend the layer or its frame in the design tool.":
    "结果会按原大小盖在原图上：请在设计工具里裁剪或扩展图层或其画框。",
  "Set up a generative engine: see emend engines.": "请先设置一个生成式引擎：运行 emend engines 查看。",
  "{1} would send the picture to {2}, and you have not agreed to that.": "{1} 会把图片发送到 {2}，您尚未同意。",
  "{1} would send the picture to {2} and cost about {3} {4}, and you have not agreed to that.":
    "{1} 会把图片发送到 {2}，费用约 {3} {4}，您尚未同意。",
  "Only {1} can do this here; it would send the picture to {2}, and you have not agreed to that.":
    "这里只有 {1} 能做到；它会把图片发送到 {2}，您尚未同意。",
  "Only {1} can do this here; it would send the picture to {2} and cost about {3} {4}, and you have not agreed to that.":
    "这里只有 {1} 能做到；它会把图片发送到 {2}，费用约 {3} {4}，您尚未同意。",
  "Agree with emend engines allow {1}, or for one edit with --allow {2}.":
    "同意请运行 emend engines allow {1}；只同意这一次，请加 --allow {2}。",
  "Agree with emend engines allow {1}, or for this edit alone with --allow {2}.":
    "同意请运行 emend engines allow {1}；只同意这一次，请加 --allow {2}。",
  'There is no engine called "{1}".': "没有名为“{1}”的引擎。",
  "Engines: {1}.": "可用的引擎：{1}。",
  "There is no engine of that name.": "没有这个名称的引擎。",
  "Try the engine auto, or say it differently.": "请改用 auto 引擎，或换一种说法。",
  "The engine {1} cannot do {2}.": "引擎 {1} 不支持“{2}”。",
  "The engine {1} works elsewhere, and this edit may not leave the machine.": "引擎 {1} 不在本机，而这次编辑不允许离开本机。",
  "Take another engine, or allow it.": "请换一个引擎，或允许发送。",
  "The engine {1} is not available.": "引擎 {1} 目前不可用。",
  "No engine set up here can do this ({1}).": "已设置的引擎都做不到（{1}）。",
  "The engine {1} could do this but is not available.": "引擎 {1} 能做到，但目前不可用。",
  "An engine for this is being installed: {1} are still to come.": "正在安装能做到这一点的引擎：还需下载 {1}。",
  "emend models install qwen-image-edit-2509 adds an engine for this: {1} to fetch, about {2} at {3} Mbit/s.":
    "运行 emend models install qwen-image-edit-2509 可安装能做到这一点的引擎：需下载 {1}，按 {3} Mbit/s 约需 {2}。",
  "emend models install qwen-image-edit-2509 adds an engine for this: {1} to fetch, about {2} at {3} Mbit/s, with {4} free here.":
    "运行 emend models install qwen-image-edit-2509 可安装能做到这一点的引擎：需下载 {1}，按 {3} Mbit/s 约需 {2}；可用空间 {4}。",
  "emend models install qwen-image-edit-2509 adds an engine for this: {1} to fetch, about {2} at {3} Mbit/s, but only {4} are free here.":
    "运行 emend models install qwen-image-edit-2509 可安装能做到这一点的引擎：需下载 {1}，按 {3} Mbit/s 约需 {2}；但可用空间只有 {4}。",
  "Without a graphics card of 6 GB or more an edit takes very long: a hosted engine may suit better.":
    "没有 6 GB 以上的显卡时，一次编辑会非常久，托管引擎可能更合适。",
  "{1} runs on this machine; there is nothing to allow.": "{1} 在本机运行，无需授权。",
  "{1} is not set up yet.": "{1} 尚未设置。",
  // Hosted engines
  "This edit would send the picture to {1}, and you have not agreed to that.": "这次编辑会把图片发送到 {1}，您尚未同意。",
  "The engine answered without a picture.": "引擎的回答中没有图片。",
  "The engine's answer is not a usable picture.": "引擎返回的不是可用的图片。",
  "{1} needs a key.": "{1} 需要密钥。",
  "The base URL must be https, or http to this machine (or network=private for a server of your own network).":
    "基础地址必须是 https，或指向本机的 http（自有内网的服务器可设 network=private）。",
  "This companion is set to let no picture leave this machine (privacy=local).": "本地服务已设为不让任何图片离开本机（privacy=local）。",
  "Pictures would leave this machine for {1}: run emend engines allow {2} if they may.":
    "图片会离开本机发送到 {1}：如果同意，请运行 emend engines allow {2}。",
  "It needs a key: emend engines set-key {1} reads it from standard input.": "需要密钥：运行 emend engines set-key {1}，从标准输入读取。",
  "It said: {1}": "对方的说明：{=1}",
  "Check the key and what it may do.": "请检查密钥及其权限。",
  "{1} asks for payment first.": "{1} 要求先付费。",
  "Check the balance of your account there.": "请检查您在该服务的账户余额。",
  "{1} does not know this address or model.": "{1} 没有这个地址或模型。",
  "Check base URL and model.": "请检查基础地址和模型。",
  "{1} is getting too many requests.": "对 {1} 的请求过于频繁。",
  "Wait a little, then try again.": "请稍候再试。",
  "Try again, or use another engine.": "请重试，或换一个引擎。",
  "{1} did not finish in time.": "{1} 没有按时完成。",
  "Try again in about {1} s.": "请约 {1} 秒后再试。",
  "{1} is still loading its model.": "{1} 还在加载模型。",
  "{1} failed (status {2}).": "{1} 出错了（状态 {2}）。",
  "{1} refused the request (status {2}).": "{1} 拒绝了请求（状态 {2}）。",
  "The engine did not answer in time.": "引擎没有及时回应。",
  "The engine cannot be reached.": "连不上引擎。",
  "The connection to the engine broke.": "与引擎的连接中断了。",
  "Check that it runs, its address and your network.": "请检查它是否在运行、地址是否正确以及网络是否正常。",
  "Try again.": "请重试。",
  "The engine's answer is larger than allowed.": "引擎的回答超出了允许的大小。",
  "The engine's result lies where this engine's results must not be fetched from.": "引擎的结果放在了不允许下载的地址。",
  "The engine's result could not be fetched (status {1}).": "取不到引擎的结果（状态 {1}）。",
  "The engine's result could not be fetched.": "取不到引擎的结果。",
  // ComfyUI
  "ComfyUI lacks the nodes {1}: update it.": "ComfyUI 缺少节点 {1}，请更新。",
  "ComfyUI lacks {1}.": "ComfyUI 缺少{1}。",
  "ComfyUI did not take the picture.": "ComfyUI 没有接受图片。",
  "ComfyUI answered with status {1} when asked for its nodes.": "查询节点时 ComfyUI 返回了状态 {1}。",
  "ComfyUI refused the graph at {1}: {2}": "ComfyUI 在 {=1} 处拒绝了工作流：{=2}",
  "ComfyUI did not take the job.": "ComfyUI 没有接受任务。",
  "Start ComfyUI, or set EMEND_COMFYUI_BASE_URL to where it runs.": "请启动 ComfyUI，或把 EMEND_COMFYUI_BASE_URL 设为它的地址。",
  "No ComfyUI answers at {1}. {2}": "{1} 上没有 ComfyUI 应答。{2}",
  "ComfyUI ran out of memory.": "ComfyUI 内存不足。",
  "Choose a smaller region or a smaller model.": "请选择更小的区域或更小的模型。",
  "ComfyUI could not make the picture.": "ComfyUI 没能生成图片。",
  "ComfyUI could not make the picture: {1}": "ComfyUI 没能生成图片：{=1}",
  "ComfyUI lost the run (status {1}).": "ComfyUI 丢失了这次任务（状态 {1}）。",
  "Somebody interrupted the run in ComfyUI.": "有人在 ComfyUI 中停止了这次任务。",
  "ComfyUI did not finish in time.": "ComfyUI 没有按时完成。",
  // DashScope
  "Its rules on content apply there; an engine on this machine has none of them.": "那里适用其内容审核规则；本机引擎没有这些限制。",
  "{1} refused the picture or the words as inappropriate.": "{1} 认为图片或文字不合规，未予处理。",
  "{1} says the account is overdue.": "{1} 提示账户已欠费。",
  "Keys belong to one region: emend engines set dashscope region=beijing or region=singapore.":
    "密钥只属于一个地域：运行 emend engines set dashscope region=beijing 或 region=singapore。",
  "{1} refused the key.": "{1} 没有接受密钥。",
  "{1} takes pictures of at most 10 MB.": "{1} 只接受不超过 10 MB 的图片。",
  "It needs a key of Alibaba Model Studio (emend engines set-key dashscope) and its region: emend engines set dashscope region=beijing or singapore.":
    "需要阿里云百炼的密钥（emend engines set-key dashscope）及其地域：emend engines set dashscope region=beijing 或 singapore。",
  // Dify
  "Set a Dify app's key (emend engines set-key dify), and for your own Dify its address: emend engines set dify baseUrl=https://…/v1.":
    "请设置 Dify 应用的密钥（emend engines set-key dify）；自建的 Dify 还要设置地址：emend engines set dify baseUrl=https://…/v1。",
  "The Dify workflow failed.": "Dify 工作流执行失败。",
  "The Dify workflow was stopped.": "Dify 工作流被停止。",
  "The Dify workflow waits for a person; such apps cannot be used here.": "Dify 工作流在等待人工处理，这里不能使用这类应用。",
  "The Dify app stopped in the middle of its answer.": "Dify 应用的回答中途停止了。",
  "The setting inputs of dify is not a JSON object.": "dify 的 inputs 设置不是 JSON 对象。",
  "Add it to the app's start node, or name it: emend engines set dify imageVariable=… promptVariable=….":
    "请把它加到应用的开始节点，或指定名称：emend engines set dify imageVariable=… promptVariable=…。",
  "The Dify app has no variable that takes a picture (imageVariable).": "Dify 应用没有接收图片的变量（imageVariable）。",
  "The Dify app has no variable that takes words (promptVariable).": "Dify 应用没有接收文字的变量（promptVariable）。",
  // Hugging Face
  "{1} is no longer in service.": "{1} 已停止服务。",
  "Forget it: emend engines set huggingface baseUrl= (the router is used then).":
    "请清除这项设置：emend engines set huggingface baseUrl=（之后会使用路由服务）。",
  "It needs a Hugging Face token that may call Inference Providers: emend engines set-key huggingface.":
    "需要有 Inference Providers 调用权限的 Hugging Face 令牌：emend engines set-key huggingface。",
  "{1}'s provider gave up on the picture.": "{1} 的服务商放弃了这张图片。",
  "Name another: emend engines set huggingface model=….": "请换一个：emend engines set huggingface model=…。",
  "It is offered by: {1}.": "提供它的服务商：{1}。",
  "No provider known here offers the model {1} for picture editing now.": "已知的服务商目前都不提供用于图片编辑的模型 {1}。",
  "The provider {1} does not offer the model {2} for picture editing now.": "服务商 {1} 目前不提供用于图片编辑的模型 {2}。",
  "The setting hubUrl of huggingface must be https.": "huggingface 的 hubUrl 设置必须是 https。",
  "Set it to https://huggingface.co.": "请设为 https://huggingface.co。",
  "{1} has no public model {2}.": "{1} 上没有公开的模型 {2}。",
  // OpenAI-compatible
  "Set EMEND_OPENAI_BASE_URL (or emend engines set openai baseUrl=…) to any server with /images/edits, or for OpenAI's own a key: emend engines set-key openai.":
    "请把 EMEND_OPENAI_BASE_URL（或 emend engines set openai baseUrl=…）设为任一提供 /images/edits 的服务器；使用 OpenAI 官方服务则设置密钥：emend engines set-key openai。",
  // The managed model server
  "{1} did not take the job.": "{1}没有接受任务。",
  "{1} lost the job (status {2}).": "{1}丢失了任务（状态 {2}）。",
  "{1} answered with something else than a job.": "{1}的回答不是任务信息。",
  "{1} could not make the picture.": "{1}没能生成图片。",
  "The model did not finish in time.": "模型没有按时完成。",
  "emend models install qwen-image-edit-2509 brings all of it.": "运行 emend models install qwen-image-edit-2509 可一次装齐。",
  "The model folder lacks {1}. {2}": "模型文件夹中缺少{1}。{2}",
  "The model server ended while making the picture.": "模型服务在生成图片时退出了。",
  "It starts again with the next edit; a smaller region needs less memory.": "下次编辑时会重新启动；区域小一些，占用的内存也少一些。",
  "The model server sees no pictures.": "模型服务看不到图片。",
  "Add the text encoder's vision part (mmproj) to the model folder.": "请把文本编码器的视觉部分（mmproj）放进模型文件夹。",
  "The model server ended while starting.{1}": "模型服务在启动时退出了。{1}",
  "Check EMEND_SD_SERVER and the files in EMEND_SD_MODEL_DIR.": "请检查 EMEND_SD_SERVER 和 EMEND_SD_MODEL_DIR 中的文件。",
  "The model server did not get ready in time.": "模型服务没有按时就绪。",
  "Install it with emend models install qwen-image-edit-2509, or set EMEND_SD_SERVER to a sd-server program and EMEND_SD_MODEL_DIR to a folder of weights.":
    "请运行 emend models install qwen-image-edit-2509 安装，或把 EMEND_SD_SERVER 设为 sd-server 程序、EMEND_SD_MODEL_DIR 设为权重文件夹。",
  // Reading of free words
  "Off. Set baseUrl and model to turn it on: emend engines set phrasing baseUrl=http://localhost:11434/v1 model=….":
    "已关闭。设置 baseUrl 和 model 即可开启：emend engines set phrasing baseUrl=http://localhost:11434/v1 model=…。",
  "Your words would leave this machine for {1}: run emend engines allow phrasing if they may.":
    "您的指令会离开本机发送到 {1}：如果同意，请运行 emend engines allow phrasing。",
};
