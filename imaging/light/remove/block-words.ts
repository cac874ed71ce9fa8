const MARK =
  /logo|徽标|标志|标识|商标|水印|台标|角标|二维码|贴纸|印章|图章|\b(?:water ?mark|brand ?mark|badge|stamp|sticker|qr ?code|emblem|caption|sign)\b/i;

/** Whether a person's word for a thing means a mark laid over a picture: logo, watermark, stamp. */
export const isMark = (words: string): boolean => MARK.test(words);
