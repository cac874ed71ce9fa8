import { doubt, type Recogniser } from "../reading.ts";

/** 如果价格低于100就标红, "when the discount is over 30 %, …": what no rule turned into an order is for the person to decide. */
const ON_CONDITION =
  /^(?:only )?(?:if (?!so\b|it (?:says|reads|has|shows)|possible|needed|you (?:can|could|like|want|need))|unless |whenever |(?:when|in case) .*\b(?:below|under|less|more|above|over|greater|at least|at most|cheaper|higher|lower|equal)\b.*\d)|^(?:如果|要是|假如|倘若|除非|当|若).*(?:低于|高于|超过|少于|大于|小于|不足|不到|等于|多于|便宜|以上|以下).*\d/;

/** 否则用黑色, "otherwise black": of two orders only one is to be carried out, and which one the picture decides. */
const OTHERWISE =
  /^(?:否则|不然|要不然)(?:的话)?,?(?:就|则)?(?!不|别|算|保持|跳|忽略|留|维持|会|看|显|很|太|客|人|大家|容易|像).+|^(?:如果|要是)?(?:没有|没)(?!关系|问题|必要|事)[^,]{0,8}?(?:的话)?,?就(?!不|别|算|跳|留|保持).+|^(?:otherwise|or else|else|if not),?\s+(?!leave|keep|do nothing|skip|ignore|don't|do not|nothing|it|they|people|we|you|that|this|the|everyone|customers)\S.*/;
/** 背景深的话字用白色, "make the text white if the background is dark". */
const HUNG =
  /^[^,]{1,8}[深浅亮暗](?:色)?的话.+|^(?:make|turn|set|use|change) .+ if (?:the|its|it) ?(?:background|picture|image|photo|ground|bg)? ?(?:is|looks) (?:too )?(?:dark|light|bright|white|black)$/;

/** A condition left standing hangs the order on what no engine measures. */
export const readCondition: Recogniser = ({ key }, before) =>
  ON_CONDITION.test(key) || (before !== undefined && OTHERWISE.test(key)) || HUNG.test(key) ? doubt("unclear") : undefined;
