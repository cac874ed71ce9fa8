const MAKERS_ZH =
  "苹果|华为|小米|红米|三星|索尼|佳能|尼康|富士|徕卡|戴森|联想|荣耀|魅族|一加|大疆|松下|飞利浦|博世|西门子|美的|格力|海尔|海信|石头|科沃斯|追觅|漫步者|森海塞尔|罗技|雷蛇|任天堂|微软|谷歌|特斯拉|比亚迪|理想|蔚来|小鹏|问界|极氪|奔驰|宝马|奥迪|大众|丰田|本田|保时捷|耐克|阿迪达斯|新百伦|匡威|兰蔻|雅诗兰黛|迪奥|香奈儿|欧莱雅|资生堂|科颜氏";
/** English names that stand for a ware by themselves. */
export const MAKERS_EN =
  "apple|huawei|xiaomi|redmi|samsung|sony|canon|nikon|fuji(?:film)?|leica|dyson|lenovo|honor|oneplus|oppo|vivo|realme|dji|panasonic|philips|bosch|lg|hp|dell|asus|acer|jbl|bose|beats|sennheiser|marshall|logitech|razer|nintendo|microsoft|google|gopro|garmin|fitbit|tesla|byd|nike|adidas|new balance|converse|vans|puma|asics|hoka|lanc[oô]me|dior|chanel|l'or[eé]al|ikea|lego|stanley|nespresso|kindle|surface|thinkpad|macbook|imac|ipad|iphone|airpods?|galaxy|pixel|air (?:max|force|jordan)";

/** A maker with a model behind it, 索尼WH-1000XM5, "New Balance 990s": the ware is meant, whatever digits and capitals its name has. */
export const PRODUCT = new RegExp(
  `^(?:the |an? |our )?(?:(?:${MAKERS_ZH})(?:的)?\\s*(?=[a-z\\d])[a-z\\d+. -]{1,24}(?:\\p{Script=Han}{1,4})?|(?:${MAKERS_EN})(?=\\s|\\d)(?:\\s?[a-z]{1,2}-?\\d[\\da-z-]*|\\s?\\d+[a-z]{0,2}|\\s(?:pro|max|ultra|plus|mini|air|se|lite|neo|force|one|jordan|galaxy|pixel|iphone|ipad|macbook|airpods?|watch|buds|switch|balance))+(?:\\s(?:\\p{Script=Han}{1,4}|[a-z]{3,10}))?)$`,
  "u",
);

/** “MacBook 换成”: a ware that gives way to another, where it stands behind 图中的. */
export const WARE_SWAPPED = `(?:${MAKERS_EN})(?![a-z])[^,。;]*?换(?:成|为)`;
