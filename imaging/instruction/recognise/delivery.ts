import type { Recogniser } from "../reading.ts";

/** The words of a clause that only says in what form, or to whom, the result is to go. */
const WORDS = [
  "完事儿?|[弄做改搞修]好|处理好|完成|[改做弄]完|之?后|了|最[后终]|然后|再|就|并|请|麻烦|帮我|帮忙|直接|给我|要|我|你|您|们",
  "另存|保存|存|导出|导|输出|出|下载|发送|传送|发|传|回|过来|邮件|邮箱|微信|网盘|群里|电脑|本地|桌面|客户|同事|领导|老板|为|成|以|用|一|[张个份版]|下|给|吧|来|的|就[行好]|即可|可以",
  "png|jpe?g|webp|tiff?|图片?|成图|文件|格式|版本?|透明|无底|免抠|底|背景|高清|原图|大图|原尺寸|原分辨率",
  "and|then|please|pls|just|when|once|done|finished|ready|export|saved?|send|e?mail|download|deliver|give|hand|return|share|get|it|this|that|me|us|back|over|as|to|in|an?|the|transparent|high-?|res(?:olution)?|quality|hi-?res|file|image|picture|format|version|copy|result|final|i|we|need|want|will",
].join("|");
const DELIVERS = new RegExp(`^(?:(?:${WORDS})(?:(?<![a-z-])|(?![a-z]))[\\s,.]*)+$`, "u");
const CORE = /导|存|输出|下载|[发传](?:我|给|回|过来|送|一)|png|jpe?g|webp|tiff?|\b(?:export|save|send|e?mail|download|deliver|share)\b/u;

/** "export as PNG", 弄好发我一下, 导出jpg发我: behind an order, nobody's edit. */
export const readDelivery: Recogniser = ({ key }, before) =>
  before !== undefined && key.length <= 60 && CORE.test(key) && DELIVERS.test(key) ? { does: "keep" } : undefined;
