/**
 * Words of advertising copy. They never name a thing one could see in a picture, so an unquoted phrase that holds one is wording:
 * 把新品上市改成年度热销 is about text although nothing is quoted.
 */
export const COPY_ZH =
  /新品|上市|上新|特惠|促销|优惠|惠|狂欢|抢购|热销|热卖|包邮|免运费|免邮|限时|限量|限定|折扣|满减|会员|欢迎|光临|快乐|周年|店庆|大促|秒杀|专享|首发|预售|清仓|甩卖|立减|买一送一|爆款|直降|低至|特价|半价|特卖|免费|敬请|期待|恭喜|发财|谢谢|您好|你好|再见|早安|晚安|开业|打烊|营业|停业|售罄|有货|加油|大吉|万事如意|如意|幸福|祝|立即|购买|点击|扫码|关注|联系我们|了解更多|节快乐|星期[一二三四五六日天]|(?<!一)周[一二三四五六日](?!围|边|年)|双十一|双11|双12|618|年度|第[一二三四五六七八九十](?:件|杯|份|单)(?:半价|0元|免|立|[一二三四五六七八九]折)/;
/** Promotions by their form: 满千送百, 买二送一, 第二件半价. A festival's bare name is a headline, with more behind it a thing: 中秋节礼盒. */
export const PROMOTION_ZH =
  /[满买](?:[一二三四五六七八九十两百千万]+|\d+)\S{0,2}[送减返赠免立]|[一二三四五六七八九]折|^(?:元旦|除夕|春节|元宵节?|情人节|妇女节|女神节|清明节?|劳动节|五一|母亲节|青年节|儿童节|六一|端午节?|父亲节|七夕节?|教师节|中秋节?|国庆节?|重阳节?|光棍节|万圣节|感恩节|平安夜|圣诞节?|冬至|腊八节?|年货节|购物节|读书节|美食节|音乐节|啤酒节)$/;
export const COPY_EN =
  /\b(?:sale|offers?|discount|free shipping|shipping|new arrivals?|arrivals?|welcome|hello|goodbye|thank you|happy (?:birthday|new year)|coming soon|sold out|limited|buy now|shop now|sign up|subscribe|click here|learn more|clearance|open|closed|grand opening|% off)\b/;

/** Latin names of things that stand unquoted in Chinese or mixed sentences and mean the thing, not its lettering. */
export const THING_LATIN =
  /^(?:tags?|labels?|stickers?|buttons?|badges?|pop-?ups?|ribbons?|stamps?|bubbles?|arrows?|avatars?|cards?|navbar|tabs?|toggles?|thumbnails?|mockups?|patterns?|textures?|shadows?|borders?|frames?|dividers?|emojis?|gifs?|photos?|pics?|kv|logos?|t ?恤|t-?shirts?|suv|tv|pc|led|vr|cd|ipad|iphone|imac|ipod|airpods?|apple watch|macbook|kindle|gopro|thinkpad|playstation|galaxy|pixel \d|tesla|bmw|audi|benz|mercedes|toyota|porsche|ferrari|nike|adidas|coca-?cola|pepsi|icon|banner|usb|qr ?(?:code|码)|dj|ps5|switch|xbox|huawei|xiaomi|mate ?\d+|pura ?\d+)(?:$|[^a-z])/;
