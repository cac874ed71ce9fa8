import { doubt, type Recogniser } from "../reading.ts";

/** 如果价格低于100就标红, "when the discount is over 30 %, …": what no rule turned into an order is for the person to decide. */
const ON_CONDITION =
  /^(?:only )?(?:if (?!so\b|it (?:says|reads|has|shows)|possible|needed|you (?:can|could|like|want|need))|unless |whenever |(?:when|in case) .*\b(?:below|under|less|more|above|over|greater|at least|at most|cheaper|higher|lower|equal)\b.*\d)|^(?:如果|要是|假如|倘若|除非|当|若).*(?:低于|高于|超过|少于|大于|小于|不足|不到|等于|多于|便宜|以上|以下).*\d/;

/** A condition left standing hangs the order on what no engine measures. */
export const readCondition: Recogniser = ({ key }) => (ON_CONDITION.test(key) ? doubt("unclear") : undefined);
