import type { Operation, Plan } from "../../protocol/plan.ts";
import { SENSITIVE_KINDS, type SensitiveKind } from "../../protocol/sensitive.ts";

/** Why a person is asked, one sentence each. */
export const SENSITIVE_REASONS: Readonly<Record<SensitiveKind, string>> = {
  identity: "This changes who a person in the picture is or appears to be.",
  document: "This changes what an official document says.",
  watermark: "This takes away a mark by which somebody else claims the picture.",
};

const words = (operation: Operation): string =>
  [operation.target, operation.value, operation.text?.from, operation.text?.to]
    .filter((part) => typeof part === "string")
    .join(" ")
    .normalize("NFKC")
    .toLowerCase();

/** Operations that can make somebody another. Taking a passer-by out, or recolouring a coat, cannot. */
const REMAKES: ReadonlySet<Operation["kind"]> = new Set(["object.replace", "object.modify", "object.add", "object.move"]);

const FACE_ZH =
  /换脸|换头|变脸|换(?:成|上|掉)?(?:一?[张个])(?:[^,。，；;]{0,4}的)?(?:新|另一?张)?(?:人?脸(?!红|谱|书|盆|上|颊)|头(?![像发饰盔巾部图条型绳])|面孔)|(?:的|换|人)脸(?!红|谱|书|盆|上|颊|部阴影)|人脸|面孔|五官|长相|面容|头像换|身份/;
const FACE_EN =
  /\bface[- ]?swap|\b(?:another|other|different|someone(?: else)?'?s?|somebody(?: else)?'?s?|new|celebrity|his|her|my|the) (?:person'?s? )?face\b|(?<!\b(?:watch|clock|dice|rock|cliff|type) )\bfaces?\b(?! (?:mask|cream|wash|paint|towel|of the (?:clock|watch|building|cliff|mountain)))|\blikeness\b|\bdeep ?fake\b|\bidentity\b/;
const PERSON =
  /人物|模特|男人|女人|女孩|男孩|老人|小孩|孩子|女士|先生|女性|男性|明星|总统|主持人|\b(?:person|people|man|woman|girl|boy|model|lady|gentleman|child|kid|baby|actor|actress|celebrity|president|bride|groom|him|her)\b/;
/** What somebody becomes when they are made another person; clothes and things are none of it. */
const ANOTHER_ZH =
  /(?:^|[^\p{Script=Han}])(?:另一?个?人|别人|明星|名人|总统|[亚欧非]洲[男女]?[性人]|[白黑黄]人|老人|老年人?|小孩|婴儿|男[性人]|女[性人]|混血)|(?:亚洲|欧洲|非洲|欧美|年轻|年老|老年)(?:人|女性?|男性?|模特|面孔)|变?(?:老|年轻)(?:\d+岁)?$/u;
const ANOTHER_EN =
  /\b(?:another|different|other) (?:person|man|woman|model|face)\b|\b(?:asian|african|european|black|white|indian|latin[ao]|old|older|young|younger|elderly|famous)\b.*\b(?:man|woman|person|model|girl|boy|lady|celebrity)\b|\b(?:older|younger)$|\b(?:elon musk|taylor swift|donald trump|barack obama|celebrity)\b/;

function changesIdentity(operation: Operation): boolean {
  if (!REMAKES.has(operation.kind)) return false;
  const said = words(operation);
  if (FACE_ZH.test(said) || FACE_EN.test(said)) return true;
  const { target = "", value = "" } = operation;
  const becomes = String(value).normalize("NFKC").toLowerCase();
  const person = PERSON.test(target.toLowerCase());
  return person && (ANOTHER_ZH.test(becomes) || ANOTHER_EN.test(becomes));
}

/** Marks that claim a picture for somebody: a watermark, or the name of a picture agency. A shop's own logo is none. */
const WATERMARK =
  /水印|浮水印|版权(?:标记|标识|声明|信息)|\bwater ?marks?\b|\bcopyright (?:mark|notice|line)\b|shutterstock|getty ?images?|i?stock ?photo|\balamy\b|adobe ?stock|depositphotos|dreamstime|123rf|视觉中国|全景网|图虫|千图网|包图网|摄图网|昵图网|东方ic/i;
const TAKES_AWAY: ReadonlySet<Operation["kind"]> = new Set(["object.remove", "text.remove", "object.replace", "text.replace"]);

const takesWatermark = (operation: Operation): boolean =>
  TAKES_AWAY.has(operation.kind) && WATERMARK.test([operation.target, operation.text?.from].join(" "));

/** Words for official papers, as an instruction says them. */
const DOCUMENT_SAID =
  /身份证(?!套|夹|包)|护照(?!夹|套|包|封)|驾驶?证|户口本|结婚证|离婚证|毕业证|学位证|资格证书?|营业执照|房产证|居住证|签证|公章|印章|发票(?!抬头|夹)|银行流水|对账单|收入证明|录取通知书|病历|诊断书|\b(?:id card|identity card|passport(?! (?:cover|holder|wallet|case|photo booth))|driver'?s? licen[cs]e|birth certificate|marriage certificate|diploma|degree certificate|bank statement|invoice number|visa|official (?:seal|stamp)|medical certificate)\b/i;
/** Words that stand on them. One alone may be an advertisement; the second kind needs two. */
const DOCUMENT_TITLE =
  /中华人民共和国(?:居民身份证|护照|机动车驾驶证|居民户口簿|结婚证)|居民身份证|^护照$|机动车驾驶证|营业执照|普通高等学校|毕业证书|学位证书|不动产权证|增值税(?:专用|普通|电子)?发票|^\s*passport\s*$|identity card|driver'?s? licen[cs]e|certificate of (?:birth|marriage|death)/i;
const DOCUMENT_FIELD =
  /公民身份号码|签发机关|有效期限|出生(?:日期)?|民族|住址|准驾车型|统一社会信用代码|法定代表人|证书编号|date of birth|place of birth|nationality|passport no|surname|given names|date of (?:issue|expiry)|issuing authority|licen[cs]e no/i;
const MACHINE_READABLE = /^[A-Z0-9<]{28,}$/;

/** What an operation is done to, without what it only stands beside: 发票旁边的花 is a flower. */
const thingMeant = ({ target = "", text }: Operation): string =>
  `${target.replace(/^.*(?:旁边?|后面?|前面?|下面|上面|附近)的/u, "")} ${text?.from ?? ""}`.normalize("NFKC");

/** Whether the wording of a picture is that of an official document. */
export function looksLikeDocument(texts: readonly string[]): boolean {
  const fields = texts.filter((text) => DOCUMENT_FIELD.test(text)).length;
  if (texts.some((text) => MACHINE_READABLE.test(text.replace(/\s/g, "")) && text.includes("<"))) return true;
  return fields >= 3 || (fields >= 1 && texts.some((text) => DOCUMENT_TITLE.test(text)));
}

const CHANGES_WORDING: ReadonlySet<Operation["kind"]> = new Set([
  "text.replace",
  "text.add",
  "text.remove",
  "object.replace",
  "object.modify",
  "object.remove",
]);

/** Whether a plan could change a document at all, so that its texts are worth reading. */
export const mayChangeWording = ({ operations }: Plan): boolean => operations.some(({ kind }) => CHANGES_WORDING.has(kind));

/**
 * What in a plan a person is to be asked about, by the words of its operations and by the texts of the picture (empty where they
 * were not read). Removing people, recolouring, grading, cutting out, changing prices and slogans ask for nothing.
 */
export function sensitiveIn({ instruction, operations }: Plan, texts: readonly string[]): readonly SensitiveKind[] {
  const wording = operations.some(({ kind }) => CHANGES_WORDING.has(kind));
  const document =
    wording &&
    (looksLikeDocument(texts) ||
      operations.some((op) => CHANGES_WORDING.has(op.kind) && DOCUMENT_SAID.test(thingMeant(op))) ||
      (DOCUMENT_SAID.test(instruction) && /号码|号|姓名|日期|有效期|照片|number|name|date|photo/i.test(instruction)));
  const found: Readonly<Record<SensitiveKind, boolean>> = {
    identity: operations.some(changesIdentity),
    document,
    watermark: operations.some(takesWatermark),
  };
  return SENSITIVE_KINDS.filter((kind) => found[kind]);
}
