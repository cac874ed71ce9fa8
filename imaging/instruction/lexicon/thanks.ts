/** Thanks at the end of an order, in the many ways they are typed. */
export const THANKS_EN =
  "(?:many |big |huge )?(?:thanks|thank (?:you|u)|thx|tysm|tks|tnx|cheers)(?: (?:so|very) much| a (?:lot|million|bunch|ton)| loads| again| in advance| heaps)?|(?:(?:really |very |so )?(?:much )?appreciated|(?:i'?d |i (?:would )?)?(?:really )?appreciate (?:it|this|that)|much obliged|you(?:'re| are) (?:the best|a star|a legend|a lifesaver|great)|ty)";
/** As wording on a poster these are wishes too: only behind a mark they are thanks. */
export const THANKS_ZH =
  "(?:十分|非常|万分|不胜|很)?(?:感恩|感激(?:不尽|了)?|感谢|谢谢|多谢|谢过|跪谢|叩谢|拜谢|鞠躬|比心|爱你|么么哒|有劳|劳烦|劳驾|拜托|辛苦|麻烦|3q|thx|thanks)(?:了|啦|咯|哦|喔|哈|呀|您|你|们|大佬|老师|亲|感恩|谢谢|~)*";
