const GROUND = /背景|底色|底图|幕布|\bback(?:ground|drop)\b/i;

/** Whether a person's word for a thing means what lies behind the subject. */
export const isGround = (words: string): boolean => GROUND.test(words);

/** Whether a wish asks for the subject's shadow to go. */
export const withoutShadow = (words: string): boolean =>
  /(?:去掉?|删除?|移除|不要|无|没有)(?:地面|脚下)?(?:的)?(?:阴影|投影|影子)|\b(?:no|without|remove the) shadows?\b/i.test(words);
