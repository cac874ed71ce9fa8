/** Traditional characters of the instruction vocabulary, each over its simplified form. Only for matching: what a person wants written is never folded. */
const TRADITIONAL =
  "將換為變刪標題顏藍綠紅黃銀亞價錢幫請圖畫設轉譯寫處對齊齡間頂側邊顯體細點級號碼現電話會員後並時還給從東個隻張雙種動擴裡裏無與樣條風調飽銳雜節歡極簡陰輪漸內這麼誰幾嗎檢測識別嚴於縮減飾帶單純誌誤麗衝黒壞櫻駝靜絲寬長書籤頁腳說購買優熱銷場層質藝術廣觸揮塗毀滅裝滿據讓記區塊問選擇項產貓魚鳥車輛樹雲燈錶褲隱複製補貼疊蓋網郵聯繫權淺龍廳髮曬專辦傳達預覽門頭臺灣髒淨軟檔連際統幀緣協維護隨爲乾兩來過樂國語義遠運費貨紋羅華葉蘋見視覺觀訊試該謝賣進關陽雞順類飛馬機櫃欄歐氣溫濃濾牆狀禮筆虛舊輕閉開離霧顆館鐵鏡賀環異確獨燒潔漢淚橋檸陳陸農證貴資蓮蘭縱績終組結編練緩線總織纖聲腦膚臉艦薦蝦蟲襪詞誕諾貝財責賓賞贈輸遊適釋針鈕鉛銅鋼錄鍵鐘閃鬆鬍鷹麥沒衛鋪夠嘗團戲擁傘帥廢彎慶應戶揚敗斷曉滾灘爛爺牽籃綢臨艙舉萬蔥蠟詩誠諧豐賬趙趕軍遞鄰鑽闊隊雖韓頓騎鬥鮮鴨黨齒壽夢奪導屬島幣庫彈徑態憑戰搶攝敵數暫暈棟楊殺湯漲煙爾猶眾礦祕稅窮競紙紗絨緊縫臘莊藥蘇衆襯訂訴詢認譜讀豬贊跡載辭迴遲鄭醜鈴鋁錦鍋鎮鏈鑰險難靈響頌頻顧飲餅養驚鬧麵發歲絡勢壓廂彙戀";
const SIMPLIFIED =
  "将换为变删标题颜蓝绿红黄银亚价钱帮请图画设转译写处对齐龄间顶侧边显体细点级号码现电话会员后并时还给从东个只张双种动扩里里无与样条风调饱锐杂节欢极简阴轮渐内这么谁几吗检测识别严于缩减饰带单纯志误丽冲黑坏樱驼静丝宽长书签页脚说购买优热销场层质艺术广触挥涂毁灭装满据让记区块问选择项产猫鱼鸟车辆树云灯表裤隐复制补贴叠盖网邮联系权浅龙厅发晒专办传达预览门头台湾脏净软档连际统帧缘协维护随为干两来过乐国语义远运费货纹罗华叶苹见视觉观讯试该谢卖进关阳鸡顺类飞马机柜栏欧气温浓滤墙状礼笔虚旧轻闭开离雾颗馆铁镜贺环异确独烧洁汉泪桥柠陈陆农证贵资莲兰纵绩终组结编练缓线总织纤声脑肤脸舰荐虾虫袜词诞诺贝财责宾赏赠输游适释针钮铅铜钢录键钟闪松胡鹰麦没卫铺够尝团戏拥伞帅废弯庆应户扬败断晓滚滩烂爷牵篮绸临舱举万葱蜡诗诚谐丰账赵赶军递邻钻阔队虽韩顿骑斗鲜鸭党齿寿梦夺导属岛币库弹径态凭战抢摄敌数暂晕栋杨杀汤涨烟尔犹众矿秘税穷竞纸纱绒紧缝腊庄药苏众衬订诉询认谱读猪赞迹载辞回迟郑丑铃铝锦锅镇链钥险难灵响颂频顾饮饼养惊闹面发岁络势压厢汇恋";

const PAIRS: ReadonlyMap<string, string> = new Map([...TRADITIONAL].map((t, i) => [t, [...SIMPLIFIED][i] ?? t]));

/** The simplified form of one character, or the character itself. */
export function simplified(char: string): string {
  return PAIRS.get(char) ?? char;
}

/** Whether a text is written in traditional characters (any one of the vocabulary decides). */
export function isTraditional(text: string): boolean {
  return [...text].some((char) => simplified(char) !== char);
}
