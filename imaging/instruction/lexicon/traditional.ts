/** Traditional characters of the instruction vocabulary, each over its simplified form. Only for matching: what a person wants written is never folded. */
const TRADITIONAL =
  "將換為變刪標題顏藍綠紅黃銀紫橙亞價錢幫請圖畫設轉譯寫處對齊齡間頂側邊顯體細斜點級號碼現電話會員後並時還給從東個隻張雙種動移擴張邊裡裏無與樣條風格調飽銳雜節歡迎極簡彩陰影輪廓漸內間這麼誰幾嗎檢測識別嚴於縮減飾帶單純誌誤麗衝黒灰壞棕櫻駝靜絲寬長書籤頁腳說購買優惠熱銷場層質藝術畫廣觸揮擦塗毀滅裝滿據讓記區塊問選擇項產貓魚鳥車輛樹雲燈錶鞋衫褲隱複製補貼疊蓋網址郵箱聯繫權淺龍廳髮曬亮專辦傳達預覽門頭臺台灣髒淨軟體檔連際統幀剪裁邊緣協維護隨與爲乾";
const SIMPLIFIED =
  "将换为变删标题颜蓝绿红黄银紫橙亚价钱帮请图画设转译写处对齐龄间顶侧边显体细斜点级号码现电话会员后并时还给从东个只张双种动移扩张边里里无与样条风格调饱锐杂节欢迎极简彩阴影轮廓渐内间这么谁几吗检测识别严于缩减饰带单纯志误丽冲黑灰坏棕樱驼静丝宽长书签页脚说购买优惠热销场层质艺术画广触挥擦涂毁灭装满据让记区块问选择项产猫鱼鸟车辆树云灯表鞋衫裤隐复制补贴叠盖网址邮箱联系权浅龙厅发晒亮专办传达预览门头台台湾脏净软体档连际统帧剪裁边缘协维护随与为干";

const PAIRS: ReadonlyMap<string, string> = new Map([...TRADITIONAL].map((t, i) => [t, [...SIMPLIFIED][i] ?? t]));

/** The simplified form of one character, or the character itself. */
export function simplified(char: string): string {
  return PAIRS.get(char) ?? char;
}

/** Whether a text is written in traditional characters (any one of the vocabulary decides). */
export function isTraditional(text: string): boolean {
  return [...text].some((char) => simplified(char) !== char);
}
