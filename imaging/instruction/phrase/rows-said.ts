import { marked, unmarked } from "./marked.ts";

const Q = "[\\uE100-\\uE1FF]";
const ZH = new RegExp(
  `(?:请|麻烦|帮我)*(?:把|将)?(?<x>[^，,。；;把将\\uE100-\\uE1FF]{1,8}?)(?:(?:拆|分|排|改|做|换|断)(?:成|为)?(?:上下)?(?:两|二|2)行|换行|分行|折行|断行)(?:显示|排)?\\s*[：:，,]\\s*(?:第一行|上面?一?行|首行)?(?:是|为|写|放|：|:)*\\s*(?<a>${Q})\\s*(?:(?:放|在)?(?:一行|上面|第一行))?\\s*[，,、；;]?\\s*(?:第二行|下面?一?行|次行|末行)?(?:是|为|写|放|：|:)*\\s*(?<b>${Q})\\s*(?:(?:放|在)?(?:一行|下面|第二行))?(?=$|[，,。；;！!])`,
  "u",
);
const EN = new RegExp(
  `(?:please )?(?:(?:split|break|set|put|wrap) )?(?<x>the [a-z ]{2,20}?) (?:(?:should|must|needs to|has to) (?:be|go|stand|read) )?(?:(?:in(?:to)?|on|over|across|as) )?(?:two|2) (?:lines|rows)\\s*[:,-]+\\s*(?:with )?(?:the )?(?:first line |line 1 |top line )?(?:is |being |reads? |: ?)?\\s*(?<a>${Q})(?: (?:on (?:the )?(?:first|top|one)(?: line)?))?\\s*(?:,|;|/|and|then)+\\s*(?:the )?(?:second line |line 2 |bottom line )?(?:is |being |reads? |: ?)?\\s*(?<b>${Q})(?: (?:on (?:the )?(?:second|next|bottom|other)(?: line)?))?(?=$|[,.;!])`,
  "iu",
);
const CONTENT = /^.|.$/gsu;

/** 标题分成两行，“夏日”一行，“清凉节”一行: both rows are one new wording with a line break in it. */
export function rowsSaid(instruction: string): string {
  if (!/[两二2换分折断]行|\b(?:two|2) (?:lines|rows)\b/iu.test(instruction)) return instruction;
  const { text, quotes } = marked(instruction);
  const han = ZH.exec(text);
  const hit = han ?? EN.exec(text);
  const { x = "", a = "", b = "" } = hit?.groups ?? {};
  if (hit === null || x === "") return instruction;
  const rows = [a, b].map((mark) => unmarked({ text: mark, quotes }).replace(CONTENT, "")).join("\n");
  const order = han === null ? `change ${x} to “${rows}”` : `把${x}改成“${rows}”`;
  return unmarked({ text: text.slice(0, hit.index), quotes }) + order + unmarked({ text: text.slice(hit.index + hit[0].length), quotes });
}
