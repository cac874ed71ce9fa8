import type { ProofWords } from "./proof.en.ts";

export const proofZhCn: ProofWords = {
  verify: "验证",
  busy: "正在计算…",
  verified: (pixels) => `已验证：蒙版外 ${pixels.toLocaleString("zh-CN")} 个像素与原图完全一致；所有校验值均相符。`,
  broken: (what) => `未通过验证：${what}。`,
  checks: {
    source: "原图是另一个文件",
    sourcePixels: "原图像素不同",
    mask: "蒙版与证书不符",
    patch: "补丁与证书不符",
    resultPixels: "结果像素不同",
    outside: "蒙版外的像素有改动",
  },
  layer: (changed, pixels) =>
    changed === 0
      ? "画布上的图层正是这些像素。"
      : `此图层在 Emend 放置后被改动：${pixels.toLocaleString("zh-CN")} 个像素中有 ${changed.toLocaleString("zh-CN")} 个不同。`,
  layers: {
    restyled: "此图层在 Emend 放置后被改动：填充、尺寸或效果。",
    none: "此页面上没有它的图层。",
    pieces: "此图层由多块拼成，未比较。",
  },
};
