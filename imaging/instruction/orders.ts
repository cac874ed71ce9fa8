import { hasLiteral, type Phrase } from "./phrase/phrase.ts";

const CHANGES = /(?:改|换|变|调|做|弄|加|写|贴)(?:成|为|出|上)|^(?:and |then |also )*(?:add|remove|delete|replace|write|paint)\b/;
/** Words of leaving alone, of a file to be sent, and of how an order before is to be closed. */
const LEAVES =
  /[不别没勿未]|保持|保留|原|留|透明|一样|仍|还是|\b(?:keep|leave|leaving|not|don't|without|same|unchanged|stays?|as is|as they|never|only|avoid|untouched|preserv\w*|maintain\w*|transparent|png|jpe?g|blend\w*|to fill|sure)\b/;

/** Whether a clause plainly orders something: an aside it cannot be, nor a wish to keep. What no form reads is asked about. */
export const orders = (clause: Phrase): boolean => (hasLiteral(clause) || CHANGES.test(clause.key)) && !LEAVES.test(clause.key);
