/** Directions as people say them, degrees clockwise from left to right. The corners first: 左上到右下 holds 上到…下 in pieces. */
const WAYS: readonly (readonly [RegExp, number])[] = [
  [/(?:从|由|自)?左上角?(?:到|至|往|向)右下角?|对角线?|斜向|\btop[- ]left[- ]to[- ](?:the )?bottom[- ]right\b|\bdiagonal(?:ly)?\b/u, 45],
  [/(?:从|由|自)?右上角?(?:到|至|往|向)左下角?|\btop[- ]right[- ]to[- ](?:the )?bottom[- ]left\b/u, 135],
  [/(?:从|由|自)?右下角?(?:到|至|往|向)左上角?|\bbottom[- ]right[- ]to[- ](?:the )?top[- ]left\b/u, 225],
  [/(?:从|由|自)?左下角?(?:到|至|往|向)右上角?|\bbottom[- ]left[- ]to[- ](?:the )?top[- ]right\b/u, 315],
  [
    /(?:从|由|自)?左[边侧]?(?:到|至|往|向)右[边侧]?|自左[而向]右|横向|水平|\b(?:from )?(?:the )?left[- ]to[- ](?:the )?right\b|\bhorizontal(?:ly)?\b/u,
    0,
  ],
  [/(?:从|由|自)?右[边侧]?(?:到|至|往|向)左[边侧]?|自右[而向]左|\b(?:from )?(?:the )?right[- ]to[- ](?:the )?left\b/u, 180],
  [
    /(?:从|由|自)?上[边面]?(?:到|至|往|向)下[边面]?|自上[而向]下|[竖纵]向|竖直|垂直|\b(?:from )?(?:the )?top[- ](?:down|to[- ](?:the )?bottom)\b|\bvertical(?:ly)?\b/u,
    90,
  ],
  [/(?:从|由|自)?下[边面]?(?:到|至|往|向)上[边面]?|自下[而向]上|\b(?:from )?(?:the )?bottom[- ](?:up|to[- ](?:the )?top)\b/u, 270],
];

/** Which way a gradient runs, where a folded text says so: degrees clockwise from left to right, and the stretch that says it. */
export function gradientWayIn(key: string): { readonly angle: number; readonly index: number; readonly length: number } | undefined {
  for (const [says, angle] of WAYS) {
    const hit = says.exec(key);
    if (hit !== null) return { angle, index: hit.index, length: hit[0].length };
  }
  return undefined;
}
