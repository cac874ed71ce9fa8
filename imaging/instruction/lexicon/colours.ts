/**
 * Colour names to sRGB hex. English names are the CSS ones where CSS has them, so "green" is CSS green;
 * Chinese names equal their English counterparts or the usual value of the traditional colour.
 */
const ENGLISH = `
red ff0000|crimson dc143c|scarlet ff2400|ruby e0115f|burgundy 800020|wine 722f37|wine red 722f37|maroon 800000|firebrick b22222|brick red cb4154
cherry red d2042d|rose red c21e56|rose ff007f|coral ff7f50|salmon fa8072|tomato ff6347|vermilion e34234|pink ffc0cb|hot pink ff69b4|deep pink ff1493|espresso 4b3832|butter yellow fff1a8|canary yellow ffef00|sunflower yellow ffda03|pitch black 000000|blood red 8a0303|warm grey a69f98|warm gray a69f98|cool grey 8c92ac|cool gray 8c92ac
fuchsia ff00ff|magenta ff00ff|blush de5d83|rose gold b76e79|orange ffa500|tangerine f28500|amber ffbf00|apricot fbceb1|peach ffdab9|rust b7410e|auburn a52a2a|terracotta e2725b|oxblood 4a0000|garnet 733635|brick cb4154|mahogany c04000|burnt orange cc5500|pumpkin ff7518|blood orange d1001c|marigold eaa221|ochre cc7722|dusty rose c08081|dusty pink d8a7b1|nude e3bc9a|mocha 967969|taupe 483c32|chestnut 954535|walnut 773f1a|sand c2b280|oatmeal e0dac8|ecru c2b280|bone e3dac9|eggshell f0ead6|pearl eae0c8|pearl white f8f6f0
gold ffd700|golden ffd700|champagne f7e7ce|champagne gold f7e7ce|yellow ffff00|lemon fff44f|lemon yellow fff44f|mustard ffdb58|khaki f0e68c|ivory fffff0
cream fffdd0|beige f5f5dc|off-white faf9f6|off white faf9f6|brown a52a2a|chocolate d2691e|coffee 6f4e37|tan d2b48c|camel c19a6b|caramel c68e17|bronze cd7f32|copper b87333
green 008000|lime 00ff00|lime green 32cd32|olive 808000|olive green 6b8e23|emerald 50c878|emerald green 50c878|mint 98ff98|mint green 98ff98|forest green 228b22
sage b2ac88|sage green b2ac88|jade 00a86b|grass green 7cfc00|army green 4b5320|sea green 2e8b57|neon green 39ff14|neon yellow ccff00|fluorescent yellow ccff00|neon pink ff6ec7|neon orange ff5f1f|neon blue 1f51ff|neon purple bc13fe|neon red ff3131|cognac 9a463d|oxford blue 002147|duck egg blue c3d9d5|clay b66a50|stone 928e85|biscuit e3c9a4|fawn e5aa70|mahogany brown 4a2511|fluorescent green 39ff14|bottle green 006a4e|moss green 8a9a5b|pistachio 93c572|hunter green 355e3b|kelly green 4cbb17|seafoam 9fe2bf|seafoam green 9fe2bf
teal 008080|turquoise 40e0d0|cyan 00ffff|aqua 00ffff|blue 0000ff|navy 000080|navy blue 000080|royal blue 4169e1|sky blue 87ceeb|baby blue 89cff0|azure f0ffff
cobalt 0047ab|cobalt blue 0047ab|sapphire 0f52ba|steel blue 4682b4|ice blue d6ecef|klein blue 002fa7|midnight blue 191970|indigo 4b0082|denim 1560bd|tiffany blue 81d8d0|tiffany 81d8d0|pastel pink f8c8dc|pastel blue aec6cf|pastel green c1e1c1|pastel yellow fdfd96|pastel purple c3b1e1|powder blue b0e0e6|cornflower blue 6495ed|petrol 005f6a|petrol blue 005f6a|prussian blue 003153|ultramarine 120a8f|electric blue 7df9ff
purple 800080|violet ee82ee|lavender e6e6fa|lilac c8a2c8|plum dda0dd|mauve e0b0ff|orchid da70d6|grape 6f2da8|eggplant 614051|aubergine 614051|amethyst 9966cc|periwinkle ccccff|deep purple 4b0082|royal purple 7851a9
warm white fdf6e3|cool white f4f8fb|bone white f9f6ee|black 000000|jet black 000000|white ffffff|pure white ffffff|snow white fffafa|grey 808080|gray 808080|silver c0c0c0|charcoal 36454f|slate 708090|space grey 535a60|space gray 535a60
gunmetal 2c3539|graphite 383838|onyx 353839|ash grey b2beb5|ash gray b2beb5|platinum e5e4e2|dark red 8b0000|dark blue 00008b|dark green 006400|dark orange ff8c00|dark grey a9a9a9|dark gray a9a9a9|light blue add8e6|light green 90ee90|light pink ffb6c1|light yellow ffffe0|light grey d3d3d3|light gray d3d3d3`;

const CHINESE = `
红 ff0000|大红 ff2121|正红 ff0000|朱红 ff4c00|绯红 dc143c|猩红 dc143c|酒红 722f37|枣红 7c1823|砖红 b22222|玫红 c21e56|玫瑰红 c21e56|中国红 de2910|樱桃红 d2042d|珊瑚红 ff7f50|珊瑚 ff7f50|番茄红 ff6347|暗红 8b0000|深红 8b0000|胭脂红 9d2933|橘红 ff4500|橙红 ff4500|铁锈红 b7410e|锈红 b7410e|豆沙 bb6f6b|豆沙红 bb6f6b|赤 c3272b|赤红 c3272b|烈焰红 e3170d|火红 ff2d00|红棕 8b4513|车厘子 6d1a2a|车厘子红 6d1a2a
莫兰迪粉 d8b4b0|莫兰迪绿 9caf9a|莫兰迪蓝 8fa3b0|莫兰迪灰 a8a39d|莫兰迪紫 a79aa8|莫兰迪黄 d6c7a1|莫兰迪红 b5838d|莫兰迪棕 a08c7d
粉 ffc0cb|粉红 ffc0cb|桃红 ff69b4|灰粉 d8b2b1|粉橘 ffb19a|粉蓝 b0d4f1|灰紫 9a8fa8|果绿 a8d94b|棕红 8f3b2e|喜庆红 d7000f|酱紫 815463|桃粉 ff69b4|樱花粉 ffb7c5|藕粉 edd1d8|裸粉 e8c4b8|浅粉 ffb6c1|玫瑰金 b76e79|品红 ff00ff|洋红 ff00ff|粉紫 d8a7e0|蜜桃 ffdab9|蜜桃粉 ffb7a5|玫瑰粉 e8a0a8|雾粉 dcb8b8|脏粉 d8a7b1|烟粉 d8b4b4|马卡龙粉 f8c8dc|裸 e3bc9a|豆沙粉 cc8889
橙 ffa500|橘 ffa500|橘黄 ffa500|橙黄 ffa500|橘色 ffa500|杏 fbceb1|杏黄 ffa631|琥珀 ffbf00|深橙 ff8c00|焦糖 c68e17
金 ffd700|金黄 ffd700|香槟金 f7e7ce|香槟 f7e7ce|土豪金 d4af37|黄 ffff00|柠檬黄 fff44f|芒果黄 ffb84d|香蕉黄 ffe135|奶酪黄 ffd966|向日葵黄 ffda03|南瓜橙 ff7518|西瓜红 fc5a6a|草莓红 fc5a8d|辣椒红 c5161d|牛油果色 9caf6d|蓝莓紫 4f4a8c|葡萄酒红 722f37|鹅黄 fff143|姜黄 ffc773|明黄 ffff00|土黄 c8a45c|卡其 f0e68c|浅黄 ffffe0|米黄 f5e6b8|奶黄 fff4c2|奶油黄 fff4c2|鸭黄 faff72|芥末黄 ffdb58|芥黄 ffdb58|杏仁 efdecd|沙 c2b280|沙黄 d9b97a|流沙金 d9c08c|暗金 b8860b|古金 b5892e|哑金 c5a35a
米 f5f5dc|米白 faf0e6|象牙白 fffff0|奶白 fffdd0|奶油 fffdd0|乳白 fffdd0|雪白 fffafa|纯白 ffffff|白 ffffff|月白 d6ecf0
棕 a52a2a|褐 a52a2a|咖啡 6f4e37|咖 6f4e37|巧克力 d2691e|驼 c19a6b|古铜 cd7f32|青铜 cd7f32|铜 b87333|栗 954535|栗棕 6b3a2a|亚麻 c8ad8d|亚麻棕 9c7a5b|奶茶 c8a98a|燕麦 e0dac8|摩卡 967969|胡桃木 773f1a|胡桃 773f1a|红铜 b87333|深棕 5c4033|浅棕 c4a484|深咖 4b3621|浅咖 a67b5b|茶 9a6b3f|茶褐 6b4a2b
绿 008000|草绿 7cfc00|嫩绿 bddd22|翠绿 00bc12|墨绿 004225|橄榄绿 6b8e23|橄榄 808000|军绿 4b5320|薄荷绿 98ff98|薄荷 98ff98|祖母绿 50c878|森林绿 228b22|荧光绿 39ff14|荧光黄 ccff00|荧光粉 ff6ec7|荧光橙 ff5f1f|荧光蓝 1f51ff|荧光红 ff3131|荧光紫 bc13fe|霓虹粉 ff6ec7|霓虹绿 39ff14|霓虹蓝 1f51ff|霓虹紫 bc13fe|霓虹黄 ccff00|霓虹橙 ff5f1f|霓虹红 ff3131|豆绿 9ed048|抹茶绿 b2ac88|抹茶 b2ac88|青绿 00e09e|深绿 006400|浅绿 90ee90|黄绿 9acd32|翡翠绿 50c878|苹果绿 8db600|灰绿 8a9a5b|豆沙绿 c7edcc|牛油果绿 9caf6d|牛油果 9caf6d|松石绿 40e0d0|碧绿 2add9c|苔绿 8a9a5b|苔藓绿 8a9a5b|鼠尾草绿 b2ac88|复古绿 4f6f52|松绿 1b6b50|森绿 228b22|青柠绿 a4de02|青柠 a4de02
青 00ffff|蓝绿 008080|tiffany蓝 81d8d0|蒂芙尼蓝 81d8d0|克莱因蓝 002fa7|孔雀蓝 008080|孔雀绿 008080|鸭蛋青 e0eee8|蓝 0000ff|藏青 2e4e7e|藏蓝 000080|海军蓝 000080|深蓝 00008b|宝蓝 4169e1|皇家蓝 4169e1|天蓝 87ceeb|湖蓝 30a9de|浅蓝 add8e6|淡蓝 add8e6|冰蓝 d6ecef|靛蓝 4b0082|靛青 177cb0|雾霾蓝 8fa9bf|克莱因蓝 002fa7|蒂芙尼蓝 81d8d0|钴蓝 0047ab|宝石蓝 0f52ba|牛仔蓝 1560bd|午夜蓝 191970|科技蓝 0066ff|青蓝 00bfff|灰蓝 7a93a8|雾蓝 a7b8c9|烟蓝 8ca3b5|海蓝 1e90ff|海洋蓝 1e90ff|深海蓝 003366|藏蓝 000080|蓝灰 7a8b99|婴儿蓝 89cff0|马卡龙蓝 aec6cf|电光蓝 7df9ff|蔚蓝 007fff|碧蓝 3eb4c8|普鲁士蓝 003153|群青 120a8f|午夜 191970|墨蓝 1c2a44
紫 800080|紫罗兰 ee82ee|薰衣草紫 b57edc|薰衣草 e6e6fa|丁香紫 c8a2c8|香芋紫 b9a3c6|葡萄紫 6f2da8|紫红 c71585|茄紫 614051|深紫 4b0082|浅紫 d8bfd8|淡紫 d8bfd8|雪青 b0a4e3|紫灰 8a7f8d|蓝紫 6a5acd|梦幻紫 b57edc|皇家紫 7851a9|魅惑紫 6f2da8
黑 000000|纯黑 000000|墨黑 0a0a0a|炭黑 36454f|灰 808080|银 c0c0c0|银灰 c0c0c0|银白 e9e7ef|深灰 696969|浅灰 d3d3d3|淡灰 d3d3d3|高级灰 9a9a9a|太空灰 535a60|炭灰 36454f|烟灰 8f8f8f|银灰 c0c0c0|岩灰 708090|石墨 383838|石墨灰 383838|水泥灰 95a3a6|暖灰 a59d95|冷灰 8d99a6|米灰 d6cfc4|灰白 e8e8e8|珍珠白 f8f6f0|瓷白 fbfcf8|米褐 c3b091|哑光黑 1c1c1c|曜石黑 0b0b0b|碳黑 36454f|亮黑 000000`;

function table(source: string): ReadonlyMap<string, string> {
  const rows = source.trim().split(/[|\n]/);
  return new Map(
    rows.map((row) => {
      const cut = row.lastIndexOf(" ");
      return [row.slice(0, cut).trim(), `#${row.slice(cut + 1)}`];
    }),
  );
}

/** Lower-case English name → `#rrggbb`. */
export const ENGLISH_COLOURS = table(ENGLISH);
/** Simplified Chinese name without 色 → `#rrggbb`. */
export const CHINESE_COLOURS = table(CHINESE);

/** Shades a name can carry, as the share mixed in of white (positive) or black (negative). */
export const SHADES: ReadonlyMap<string, number> = new Map([
  ["light", 0.5],
  ["pale", 0.6],
  ["soft", 0.4],
  ["paler", 0.5],
  ["lighter", 0.4],
  ["darker", -0.35],
  ["deeper", -0.3],
  ["brighter", 0],
  ["bright", 0],
  ["vivid", 0],
  ["matte", 0],
  ["glossy", 0],
  ["satin", 0],
  ["frosted", 0],
  ["brushed", 0],
  ["磨砂", 0],
  ["哑光", 0],
  ["珠光", 0],
  ["亚光", 0],
  ["雾面", 0],
  ["雾感", 0],
  ["消光", 0],
  ["哑面", 0],
  ["亮面", 0],
  ["亮光", 0],
  ["metallic", 0],
  ["deep", -0.35],
  ["dark", -0.45],
  ["浅", 0.5],
  ["淡", 0.5],
  ["亮", 0],
  ["鲜", 0],
  ["大", 0],
  ["深", -0.45],
  ["暗", -0.45],
]);
