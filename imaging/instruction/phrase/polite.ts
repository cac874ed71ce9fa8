import { type Phrase, trimmed, without } from "./phrase.ts";

const LEAD =
  /^(?:(?:亲爱的?(?=,)|亲亲?(?=[,~!你帮能麻请])|你好|您好|哈喽|老师好?(?=,)|大佬(?=,)|辛苦(?:你|您|啦|了)?(?=[,把将帮给])|烦请|(?:方便|可以|行|能|可能|有空|不麻烦)的?话|但(?=是?(?:文字|其他|别|不|保|字|主))是?|请问?|麻烦(?:你|您)?|劳驾|拜托|帮忙|帮我|帮|给我|能不能|能否|[只仅](?=把|将|改|给|删|去(?!年)|移除|移到|抹|擦|清除|换|加|裁|调|放大|缩小|p掉)|想(?=把|将|让|在|给|加|删|去掉|换)|只需要?(?=把|将|改|删|去|换)|能|可以|可不可以|可否|[您你](?=帮|把|将|能|给|可|再)|我们?(?:想要?|要|希望|需要)|希望|需要|(?:[两三四]个|两者|它们|以上)(?=都|全)|现在|接下来|首先|先|好的|嗯|那(?![根棵辆座条只把位件块张幅])|就|又(?=[改换变调放缩移删加设])|再请|再帮我|也|并|且|都|其中(?![一两二三有个的])|还是(?=再?[大小亮暗深浅粗细暖冷]一?[点些]))(?=.)\s*,?)+/;
const LEAD_EN =
  /^(?:(?:(?:do not|don't) (?:change|touch|alter|edit) anything (?:except|but|other than|besides)|please|kindly|pls|plz|(?:hey|hi|hello)(?!\s+\S+\s*(?:->|=>|→|改|换|to\b|becomes\b))|ok(?:ay)?|so|now|just|only(?= (?:make|change|turn|replace|remove|swap|move|the\b.* (?:to|into)\b))|also|plus|actually(?= (?:darker|brighter|lighter|bigger|smaller|larger|warmer|cooler|bolder|thinner|[a-z]+er$))|then|and|finally|first(?:ly)?(?! (?:\uE000|line|row|word|sentence|paragraph|one|two|price))|next|lastly|can you(?! see (?:the|an?|any|some)\b)|could you|(?:can|could|would|will) (?:someone|somebody|anyone|anybody|u|ya)|would you|will you|can we|could we|would you mind|i(?: would|'d) like(?: you)?(?: to)?|i want(?: you)? to|i want(?= the | \uE000| this| that| it)|i need(?: you)? to|i need(?: you)?(?! .* (?:changed|updated|replaced|swapped|set|switched|removed|gone)\b)|i was wondering if you (?:can|could)|is it possible to|any chance you (?:can|could)|all you need to do is|your task is to|dear \w+,|good (?:morning|afternoon|evening)|maybe|perhaps|simply|quickly|help me(?: to)?|let's|let us|we need to|try to|go ahead and|you should|be sure to|make sure to)\b,?\s*(?=.))+/;
const TAIL =
  /\s*(?:(?<=(?:px|像素|%|pt|厘米|毫米)\s*)(?:左右|上下)|幫我|帮我|谢谢(?:你|您|啦|了|哦|哈)?|辛苦(?:你|您|啦|了)?|拜托了?|麻烦(?:你|您)?了|多谢|感谢|好吗|好不好|可以吗|行吗|可不可以|吧|呗|哦|噢|喔|咯|喽|嘛|嘞|哈|呢|啊|呀|啦|哟|即可|就行了?|就好了?|就可以了?|(?<![a-z])(?:thank(?:s| you)(?: (?:a lot|very much|so much))?|please|pls|plz|thx|(?<=\d )now|instead|wherever (?:it|they) (?:appears?|occurs?|stands?)|in all places|all over(?: the (?:image|picture))?|every time|everywhere|throughout|anywhere|somewhere|if you can|if possible|for me|thanks in advance|cheers|ta|many thanks|much appreciated|asap|ok\?))[\s.,!?。~]*$/;

/** 能把…改成…吗, 可以帮我…么: an order in the form of a question. "能看到…吗" asks. */
const ASKED =
  /^(?:请问?|麻烦|你|您|亲|,|\s)*(?:能不能|可不可以|能否|可否|可以|能|方便)(?!看|见|有|找|识|认|不能)(?=.*(?:把|将|让|帮|给|改|换|删|去|移|加|调))/;

/** A clause without the words that only make it polite. */
export function plain(clause: Phrase): Phrase {
  let now = trimmed(clause);
  if (ASKED.test(now.key)) now = without(now, /(?:吗|么|不)$/);
  for (let before = -1; before !== now.key.length && now.key !== ""; ) {
    before = now.key.length;
    now = without(without(without(now, LEAD), LEAD_EN), TAIL);
  }
  return now;
}
