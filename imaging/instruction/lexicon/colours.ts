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
gunmetal 2c3539|graphite 383838|onyx 353839|ash grey b2beb5|ash gray b2beb5|platinum e5e4e2|dark red 8b0000|dark blue 00008b|dark green 006400|dark orange ff8c00|dark grey a9a9a9|dark gray a9a9a9|light blue add8e6|light green 90ee90|light pink ffb6c1|light yellow ffffe0|light grey d3d3d3|light gray d3d3d3
alice blue f0f8ff|antique white faebd7|aquamarine 7fffd4|bisque ffe4c4|blanched almond ffebcd|blue violet 8a2be2|cadet blue 5f9ea0|chartreuse 7fff00|cornsilk fff8dc|dark cyan 008b8b|dark goldenrod b8860b|dark khaki bdb76b|dark magenta 8b008b|dark olive green 556b2f
dark orchid 9932cc|dark salmon e9967a|dark sea green 8fbc8f|dark slate blue 483d8b|dark slate gray 2f4f4f|dark slate grey 2f4f4f|dark turquoise 00ced1|dark violet 9400d3|deep sky blue 00bfff|dim gray 696969|dim grey 696969|dodger blue 1e90ff|floral white fffaf0|gainsboro dcdcdc
ghost white f8f8ff|goldenrod daa520|green yellow adff2f|honeydew f0fff0|indian red cd5c5c|lavender blush fff0f5|lemon chiffon fffacd|light coral f08080|light cyan e0ffff|light goldenrod fafad2|light salmon ffa07a|light sea green 20b2aa|light sky blue 87cefa
light slate gray 778899|light slate grey 778899|light steel blue b0c4de|medium aquamarine 66cdaa|medium blue 0000cd|medium orchid ba55d3|medium purple 9370db|medium sea green 3cb371|medium slate blue 7b68ee|medium spring green 00fa9a|medium turquoise 48d1cc|medium violet red c71585|mint cream f5fffa|misty rose ffe4e1
moccasin ffe4b5|navajo white ffdead|old lace fdf5e6|olive drab 6b8e23|orange red ff4500|pale goldenrod eee8aa|pale green 98fb98|pale turquoise afeeee|pale violet red db7093|papaya whip ffefd5|peach puff ffdab9|peru cd853f|rebecca purple 663399|rosy brown bc8f8f
saddle brown 8b4513|sandy brown f4a460|sienna a0522d|slate blue 6a5acd|slate gray 708090|slate grey 708090|spring green 00ff7f|thistle d8bfd8|violet red c71585|white smoke f5f5f5|yellow green 9acd32|light seafoam c8ecd9|burnt sienna e97451|raw sienna d68a59
burnt umber 8a3324|raw umber 826644|umber 635147|ochre yellow cc7722|yellow ochre cb9d06|cadmium red e30022|cadmium yellow fff600|cadmium orange ed872d|viridian 40826d|viridian green 40826d|cerulean 007ba7|cerulean blue 2a52be|phthalo blue 000f89|phthalo green 123524
alizarin crimson e32636|carmine 960018|cardinal red c41e3a|venetian red c80815|fire engine red ce2029|candy apple red ff0800|ferrari red ff2800|coca-cola red f40009|coke red f40009|carmine red ff0038|cranberry 9e003a|raspberry e30b5d|strawberry red fc5a8d|poppy red e35335
persimmon ec5800|paprika 8d0226|cinnamon d2691e|ginger b06500|saffron f4c430|turmeric f5b700|honey eba937|honey gold e6a817|butterscotch e09540|apricot orange f7a76c|tiger orange fd6a02|safety orange ff7900|hermes orange f37021|sunset orange fd5e53
coral orange ff7f50|coral pink f88379|coral red ff4040|salmon pink ff91a4|bubblegum pink ffc1cc|bubblegum ffc1cc|baby pink f4c2c2|barbie pink e0218a|cherry blossom pink ffb7c5|rose pink ff66cc|millennial pink f3cfc6|ballet pink f9e0e3|shell pink f8d0c8|flamingo pink fc8eac
watermelon red fc5a6a|magenta pink cc338b|neon magenta ff00ff|hot magenta ff1dce|cotton candy ffbcd9|wisteria c9a0dc|heather b7a0c0|iris purple 5a4fcf|mulberry c54b8c|boysenberry 873260|byzantium 702963|imperial purple 602f6b|electric purple bf00ff|pansy purple 78184a
dusky purple 76608a|lavender purple 967bb6|indigo blue 3f00ff|persian blue 1c39bb|yale blue 0f4d92|egyptian blue 1034a6|delft blue 1f305e|admiral blue 2c3863|ocean blue 0077be|deep sea blue 003366|aegean blue 1f456e|denim blue 1560bd|arctic blue c6e6fb|glacier blue c5dbe8
peacock blue 005f73|peacock green 00a693|dusty blue 7a9ab5|french blue 0072bb|air force blue 5d8aa8|stormy blue 507b9c|carolina blue 4b9cd3|robin egg blue 00cccc|robin's egg blue 00cccc|facebook blue 1877f2|ibm blue 0f62fe|pacific blue 1ca9c9|lagoon blue 4cb7a5|turquoise green a0d6b4
shamrock green 009e60|shamrock 009e60|fern green 4f7942|jungle green 29ab87|pine green 01796f|racing green 004225|british racing green 004225|hunter 355e3b|spruce green 0a5f38|apple green 8db600|pear green d1e231|avocado green 568203|pistachio green 93c572
celadon ace1af|celadon green 2f847c|eucalyptus 5f8575|eucalyptus green 5f8575|tea green d0f0c0|matcha b2ac88|matcha green 9cb071|pea green 8eab12|acid green b0bf1a|toxic green 61de2a|electric lime ccff00|electric green 00ff00|neon lime ccff00|neon turquoise 00ffef
leaf green 71aa34|sap green 507d2a|malachite 0bda51|aqua green 12e193|aqua blue 02d8e9|greige bfb5a2|alabaster edeae0|chalk white fbfbf5|parchment f1e9d2|vanilla f3e5ab|buttercream fff1c9|eggnog fdf0c8|champagne pink f1ddcf|champagne rose e5c6b0
antique gold b5892e|old gold cfb53b|white gold e8e3d0|pale gold e6be8a|tan brown ab7e4c|cocoa brown 6f4436|cocoa 875f42|coffee brown 4b3621|caramel brown af6f3b|latte brown c5a582|tobacco brown 6d5843
tobacco 6d5843|sepia brown 704214|umber brown 6b4423|hazel brown 8e7618|russet 80461b|copper red cb6d51|brass b5a642|pewter 8e9294|steel gray 71797e|steel grey 71797e|dove gray b6b8bd|dove grey b6b8bd|pearl gray ccced2|pearl grey ccced2
smoke gray 848884|smoke grey 848884|smoky gray 848884|smoky grey 848884|iron gray 48494b|iron grey 48494b|silver gray c0c0c0|silver grey c0c0c0|charcoal gray 36454f|charcoal grey 36454f|charcoal black 242124|gunmetal gray 2c3539|gunmetal grey 2c3539|stone gray 928e85
stone grey 928e85|concrete gray 95a3a6|concrete grey 95a3a6|ink black 0b0b12|ink blue 1c2a44|raven black 0f0f12|midnight black 0a0a12|ebony 282c35|obsidian 0b0b0b|reddish brown 7b3f2a|reddish orange f8481c|yellowish green b0dd16|greenish blue 0b8b87|bluish green 10a674
bluish gray 748b97|bluish grey 748b97|bluish purple 703be7|blue-green 0d98ba|blue green 0d98ba|blue grey 6699cc|blue gray 6699cc|brownish red 9e3623|orangey red fa4224|pinkish red f10c45|purplish blue 601ef9|aliceblue f0f8ff|antiquewhite faebd7|blanchedalmond ffebcd
blueviolet 8a2be2|cadetblue 5f9ea0|darkcyan 008b8b|darkgoldenrod b8860b|darkkhaki bdb76b|darkmagenta 8b008b|darkolivegreen 556b2f|darkorchid 9932cc|darksalmon e9967a|darkseagreen 8fbc8f|darkslateblue 483d8b|darkslategray 2f4f4f|darkslategrey 2f4f4f|darkturquoise 00ced1
darkviolet 9400d3|deepskyblue 00bfff|dimgray 696969|dimgrey 696969|dodgerblue 1e90ff|floralwhite fffaf0|ghostwhite f8f8ff|greenyellow adff2f|indianred cd5c5c|lavenderblush fff0f5|lemonchiffon fffacd|lightcoral f08080|lightcyan e0ffff
lightgoldenrod fafad2|lightsalmon ffa07a|lightseagreen 20b2aa|lightskyblue 87cefa|lightslategray 778899|lightslategrey 778899|lightsteelblue b0c4de|mediumaquamarine 66cdaa|mediumblue 0000cd|mediumorchid ba55d3|mediumpurple 9370db|mediumseagreen 3cb371|mediumslateblue 7b68ee|mediumspringgreen 00fa9a
mediumturquoise 48d1cc|mediumvioletred c71585|mintcream f5fffa|mistyrose ffe4e1|navajowhite ffdead|oldlace fdf5e6|olivedrab 6b8e23|orangered ff4500|palegoldenrod eee8aa|palegreen 98fb98|paleturquoise afeeee|palevioletred db7093|papayawhip ffefd5|peachpuff ffdab9
rebeccapurple 663399|rosybrown bc8f8f|saddlebrown 8b4513|sandybrown f4a460|slateblue 6a5acd|slategray 708090|slategrey 708090|springgreen 00ff7f|violetred c71585|whitesmoke f5f5f5|yellowgreen 9acd32|lightseafoam c8ecd9|forestgreen 228b22|seagreen 2e8b57
royalblue 4169e1|skyblue 87ceeb|steelblue 4682b4|midnightblue 191970|hotpink ff69b4|deeppink ff1493|limegreen 32cd32|darkred 8b0000|darkblue 00008b|darkgreen 006400|darkorange ff8c00|darkgray a9a9a9|lightblue add8e6|lightgreen 90ee90
lightpink ffb6c1|lightyellow ffffe0|lightgray d3d3d3|cornflowerblue 6495ed|powderblue b0e0e6`;

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
黑 000000|纯黑 000000|墨黑 0a0a0a|炭黑 36454f|灰 808080|银 c0c0c0|银灰 c0c0c0|银白 e9e7ef|深灰 696969|浅灰 d3d3d3|淡灰 d3d3d3|高级灰 9a9a9a|太空灰 535a60|炭灰 36454f|烟灰 8f8f8f|银灰 c0c0c0|岩灰 708090|石墨 383838|石墨灰 383838|水泥灰 95a3a6|暖灰 a59d95|冷灰 8d99a6|米灰 d6cfc4|灰白 e8e8e8|珍珠白 f8f6f0|瓷白 fbfcf8|米褐 c3b091|哑光黑 1c1c1c|曜石黑 0b0b0b|碳黑 36454f|亮黑 000000
妃 ed5736|海棠红 db5a6b|石榴红 f20c00|银红 f05654|朱砂 ff461f|朱砂红 ff461f|彤 f35336|茜 cb3a56|茜红 cb3a56|嫣红 ef7a82|殷红 be002f|绛紫 8c4356|绛红 8c1c2b|赫赤 c91f37|银朱 bf242a|胭脂 9d2933|玄 622a1d|宫墙红 9b2b1e|故宫红 9b2b1e|法拉利红 ff2800|可乐红 f40009|勃艮第红 800020|波尔多红 5f021f|牛血红 6b0f1a|复古红 a23b36|正宫红 c3002f|柿子红 e2583e|柿红 e2583e|枫叶红 b7352c|枫红 b7352c|梅红 c2185b|梅子 8e4585|莓红 c5174e|山茶红 ed556a|玛瑙红 b02a30|荔枝红 e0394f|水红 f3a6b5|杏红 ff8c31|赭 9c5333|赭石 845a33|赭红 9c3b2b|绯 c83c23|曙红 f2395b|蔷薇红 f05a7e|山楂红 c4302b|苹果红 d22630|龙虾红 d7352b|喜红 d7000f|陶土红 b66a50|陶红 b5533c
松花 bce672|柳黄 c9dd22|葱黄 a3d900|缃 f0c239|藤黄 ffb61e|雌黄 ffc64b|秋香 d9b611|秋香绿 a39a3b|枯黄 d3b17d|昏黄 c89b40|蜜黄 eba937|蜂蜜 eba937|麦秆黄 f8df70|麦黄 d9b65d|暖黄 ffd27f|亮黄 ffff00|琥珀黄 ffbf00|藏红花 f4c430|脏橘 d2714f|珊瑚橘 ff7f50|珊瑚橙 ff7f50|珊瑚粉 f88379|爱马仕橙 f37021|焦橙 c65d21|湖水绿 5ab9a0|桃花粉 f4a7b9|落日橙 fd5e53|日落橙 fd5e53|落日橘 fd5e53|血橙 d1001c|蜜橘 ff8f1f|柿子橙 ec5800|赤橙 ff5a1f|铜黄 b87333|黄铜 b5a642|铜棕 8c5a2e|亮橙 ff8a00|活力橙 ff6b00|荧光橘 ff5f1f
柳绿 afdd22|葱绿 9ed900|豆青 96ce54|油绿 00bc12|葱青 0eb83a|青葱 0aa344|石绿 16a951|松柏绿 21a675|松花绿 057748|青翠 00e079|碧 1bd1a5|青碧 48c0a3|铜绿 549688|竹青 789262|竹绿 789262|缥 7fecad|艾绿 a4e2c6|黛绿 426666|苍翠 519a73|苍绿 519a73|水绿 b6e3d0|湖绿 25c8a0|豌豆绿 9ecb5c|橄榄灰 8b8b6b|尤加利绿 7f9a83|雾绿 a9bfae|冬青绿 2e6b4f|水鸭绿 1e7b78|鸭绿 1e7b78|灰豆绿 a3b39a|蒂芙尼绿 81d8d0|帝王绿 00693e|清新绿 7ccf6b|嫩芽绿 b5d84a|芥末绿 a8a03b|鳄梨绿 568203|极光绿 3ddc97|星巴克绿 00704a|微信绿 07c160|松针绿 2c5e43|仙人掌绿 5b7e5a|邮政绿 00694e|春绿 8fce5a|茶绿 a9b88f|薄荷青 98e5c8
石青 1685a9|鸦青 424c50|苍青 7397ab|绀青 003371|天青 9fc5d8|天水碧 5aa4ae|玄青 3d3b4f|淡青 c7e3ec|鸭卵青 e0eee8|蟹青 5f6b62|霁青 63bbd0|霁蓝 2c4a7c|青花蓝 1f4e9e|景泰蓝 2775b6|黛蓝 425066|黛 4a4266|静谧蓝 92a8d1|长春花蓝 6667ab|矢车菊蓝 6495ed|鸢尾蓝 5a7fb8|冰川蓝 c5dbe8|极光蓝 3c8dff|夜空蓝 16213e|星空蓝 1f2a5a|水手蓝 1f3a6d|奶蓝 c9dff0|水蓝 a9dcec|勿忘我蓝 6ea3d8|代尔夫特蓝 1f305e|雾霭蓝 8fa9bf|复古蓝 4a6c8c|远峰蓝 a7c1d9|支付宝蓝 1677ff|天际蓝 6fb7e9|浅海蓝 7cc4de|墨水蓝 1c2a44|丹宁蓝 1560bd|湖水蓝 5bc0be|马尔代夫蓝 1ec8d8|深邃蓝 0b1f4b|幻影蓝 3b5b92
黛紫 574266|紫酱 815463|紫檀 4c221b|紫棠 56004f|青莲 801dae|丁香 c8a2c8|藕 edd1d8|藕荷 e4c6d0|藕紫 c8a9c0|烟紫 8f7f9b|雾紫 b7aac4|雾霾紫 9d92ac|雾霾粉 d5b5b5|雾霾灰 a5a9ad|香芋 c8a2d8|芋泥紫 a58bb5|芋泥 a58bb5|桑葚紫 4b2c50|桑葚 4b2c50|鸢尾紫 7851a9|极光紫 9b5de5|电光紫 bf00ff|星空紫 3f2b73|奶紫 d9cbe6|水晶紫 b19cd9|暗夜紫 3a2449|黑加仑紫 3c1f47|蓝莓 4f4a8c|罗兰紫 ee82ee|少女粉 ffb6c8|芭比粉 e0218a|死亡芭比粉 ff1493|蔷薇粉 f3a6b5|山茶粉 e9a3a7|泡泡糖粉 ffc1cc|贝壳粉 f8d0c8|荷花粉 f3b6c4|奶粉 f9dfe0|肉粉 f0c4b4|腮红粉 e8a0a0|橙粉 ffb19a|杏粉 f5cdb6|珊瑚红粉 f88379|火烈鸟粉 fc8eac|干枯玫瑰 b76e79|玫瑰灰 a88a8e|芋粉 e0c3d6
苍 75878a|苍白 d1d9e0|苍灰 8c9a9e|墨灰 758a99|墨 50616d|铅灰 6e7378|铁灰 48494b|鸽灰 a9a9b0|鸽子灰 a9a9b0|大象灰 8a8580|象灰 8a8580|深空灰 535a60|钛灰 8a8d8f|钛金 b9a48b|月光灰 c7c9cc|星空灰 5c6068|枪灰 2c3539|鼠灰 7b7b78|青灰 8a9ba3|砂岩灰 b2a999|老银 a5a5a0|亮银 d8dadd|铂金 e5e4e2|白金 e5e4e2|浅金 ecd9a0|淡金 ecd9a0|亮金 ffd94a|沙漠金 d6b58c|暮光金 d9b28c|复古金 b5892e|黄金 ffd700|红金 c9846b|乌黑 392f41|漆黑 161823|象牙黑 312520|玄黑 161418|碳素黑 1a1a1a|星空黑 101218|亚黑 1c1c1c|曜黑 0b0b0b|缁 493131
奶油白 fffdd0|荼白 f3f9f1|茶白 f3f9f1|牙白 eef0dc|牙 eedeb0|缟 f2ecde|霜 e9f1f6|霜白 e9f1f6|鱼肚白 fcefe8|莹白 e3f9fd|铅白 f0f0f4|花白 c2ccd0|牛奶白 fffdf5|燕麦白 f1ebdf|贝壳白 f6efe6|暖白 fdf6e3|冷白 f4f8fb|本白 faf5e9|骨白 f9f6ee|陶瓷白 fbfcf8|云白 f4f6f8|玉白 eef3ea|亮白 ffffff|瓷 fbfcf8
奶咖 b89b7c|米杏 f0e0c8|奶杏 f3e3d0|浅杏 fbe4cc|陶土 b66a50|赤陶 e2725b|砖 b5533c|胡桃棕 773f1a|可可 875f42|可可棕 6f4436|焦糖棕 a9662f|巧克力棕 5a3420|咖啡棕 5b3f2b|烟草棕 6d5843|红褐 7b3f2a|赤褐 80461b|黄褐 a9793d|灰褐 8c7d6e|灰棕 8f7f70|深褐 4e342e|深驼 9c7a4d|浅驼 d8b98f|檀 8b5a3c|栗子 7a4a2b|古棕 6b4a2b|棕黄 ae7000|牛皮纸 c9a877|原木 c8a472|茶棕 7a5230|可乐 3c1f14|大地 8b7355|裸肤 e8c4a8|小麦 d9a066|太妃糖 a0672e|伯爵茶 8a6a4f|枫糖 b0662b|燕麦奶 e6d9c4|奶昔 f3dfd2|薰衣草灰 a59fb0`;

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

/** Named by themselves these are fruit, metals, flowers: "remove the lemon" is no wish about a colour. */
export const COLOURED_THINGS: ReadonlySet<string> = new Set(
  `ruby|wine|cherry|brick|pumpkin|marigold|chestnut|walnut|sand|bone|eggshell|pearl|champagne|lemon|mustard|cream|chocolate|coffee|espresso|caramel|mocha|tan|camel|bronze|copper|brass|lime|olive|emerald|mint|sage|jade|clay|stone|biscuit|pistachio|sapphire|denim|violet|lavender|lilac|plum|orchid|grape|eggplant|aubergine|amethyst|platinum|graphite|onyx|peach|apricot|tangerine|orange|salmon|coral|rose|turquoise|gold|silver|honey|ginger|cinnamon|paprika|saffron|turmeric|persimmon|raspberry|cranberry|mulberry|boysenberry|bubblegum|cotton candy|butterscotch|heather|wisteria|shamrock|matcha|eucalyptus|vanilla|buttercream|eggnog|parchment|tobacco|cocoa|ebony|obsidian|pewter|malachite|alabaster|honeydew|thistle|cornsilk|lemon chiffon|cotton|papaya whip|mahogany|petrol|amber|garnet|terracotta|nude|blush|hunter|moccasin|old lace`.split(
    "|",
  ),
);

/** What lends its name to a shade: "sky blue". "make the sky blue" still speaks of the sky. */
export const SHADING_THINGS =
  "sky|grass|sea|moss|bottle|snow|coffee|steel|ice|baby|apple|pear|leaf|lawn|peacock|flamingo|tiger|ocean|glacier|lagoon|jungle|forest|fern|pine|smoke|raven|ink|iron|concrete|shell|poppy|tomato|watermelon|strawberry|sunflower|butter|banana|sunset|robin egg|pea|cactus|dove|blood|charcoal|chalk|candy apple|cherry blossom".split(
    "|",
  );

/** Before a name: the same hue, greyed. */
export const GREYED = /^(?:muted|dusty|faded|dull)[- ]/;

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
