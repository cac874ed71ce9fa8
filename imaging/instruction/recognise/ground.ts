import { assembled } from "../phrase/assembled.ts";
import { find, hasLiteral, type Phrase, without, wordsOf } from "../phrase/phrase.ts";
import { doubt, operate, operation, type Recogniser } from "../reading.ts";
import { plainGround } from "../style/plain-ground.ts";

const CUT_OUT =
  /^(?:(?:背景)?透明(?:底|背景)?的?\s?png(?:图|图片|格式)?|抠(?:一下|个|下)?图|(?:抠|扣)(?:一下|下|取)(?:这|那)?[个只件条张双]?.{1,8}|(?:把|将)?背景(?:抠|去|删|扣|清)(?:掉|除|了)?(?:,|并|然后)?(?:换成|变成|改成|做成|弄成|设为|改为|为|成)透明的?|抠图|抠出来?|抠像|去底|(?:把|将)?背景(?:给我)?(?:抠|扣|去|删|清)(?:掉|除|了|干净)+|(?:把|将)?.{0,12}抠(?:出来?|图|掉背景)|抠出.{0,12}|透明背景|(?:导出|输出|保存)?(?:为|成)?透明(?:底|背景)(?:图|的?png)?|(?:背景)?透明化|(?:把|将|让)?背景(?:要|需要|变成?|变为|改成?|改为|弄成?|设为|设成|做成|调成)?透明的?|cut (?:the |this |my )?[a-z ]{1,20} out(?: of (?:the |this )?\w+)?|cut ?out(?: (?:the |this |my )?(?:subject|product|person|people|object|item|model|shoe|dog|cat|car|bottle|woman|man|girl|boy|[a-z]+))?|isolate (?:the |this )?[a-z ]{1,30}|(?:make|set)\s+(?:the )?(?:background|backdrop|bg)\s+(?:to )?transparent|(?:(?:give|get|send|make|export|save) (?:me |us |it (?:as )?)?)?(?:an? )?transparent (?:background|bg|backdrop|png|cut ?out)(?: (?:file|version|image))?)$/;
const NEW_GROUND = /^(?:换成|更换|换一?个?|使用|用|改成|改为)(?<r>.+?)(?:的)?(?:背景|底)$/du;
const PLACED_ON =
  /^(?:把|将)?.{0,12}抠(?:下来|出来?|图)(?:,|然后|并|再|后)*(?:放(?:在|到|进)?|置于|换(?:成|上)?|配(?:上)?)(?<r>.+?)(?:(?:的)?(?:背景|底)(?:上|里|中)?|里面?|中(?![间央])|(?<!面|边)上)$/du;
const SET_EN =
  /^(?:make|turn|colou?r|paint|flip|switch)\s+(?:the\s+)?(?:background|backdrop|bg)\s+(?:(?:in)?to\s+(?=an?\s|the\s))?(?<r>.+)$/du;
const GIVE_EN =
  /^(?:give|put|place|use|add|apply|set|show)\s+(?:(?:it|this|them|him|her|me|us|everything|the (?:product|subject|person|image|picture|photo|object|item)|the [a-z]+(?: [a-z]+)?(?=\s+(?:on|onto|against|in front of)\s))\s+)?(?:(?:on|onto|in|against|to|in front of)\s+)?(?:an?\s+|the\s+)?(?<r>(?!background).+?)(?<!\b(?:in|on|to|of|from|against|for|into|behind) (?:the|my|our|this))\s+(?:background|backdrop|bg)$/du;
const GIVE_ZH =
  /^(?:给|为)?(?:它|图片?|产品|商品|人物|主体|照片)?(?:加个?一?个?|配上?一?个?|[来整弄搞]一?[个张]|(?:想)?要一?[个张]|换(?:成|上)?一?个?|加上|放到|放在|放进|置于)(?<r>.+?)(?<![在到于给])(?:的)?背景(?:上|里|中|前|下)?$/du;
/** "set the scene on a beach", 把产品放在大理石台面上: what stands for the subject is put somewhere else. */
const SCENE =
  /^(?:(?:place|put|set|show|stage) (?:the )?(?:scene|product|subject|item)|(?:place|put|set|show|stage) the (?!logo|text|title|price|badge)[a-z]+(?: [a-z]+)?(?=\s+(?:on|in|against|inside|amid)\s+(?:an?|some)\s)|make it look like it'?s|set it)\s+(?:on|in|at|against|inside|amid|by)\s+(?<r>(?!the (?:left|right|top|bottom|middle|cent))(?:an?|the|some)\s.+)$/du;
const BLUR =
  /背景(?:再|更|多|稍微|略微|适当|轻微)*(?:虚化|模糊)|(?:虚化|模糊)(?:掉|一下)?背景|\bblur (?:out )?(?:the )?background\b|\b(?:make|turn|have|get|keep) (?:the )?(?:background|backdrop|bg) (?:look )?(?:(?:a (?:bit|little)|slightly|more|very|nicely) )?(?:blurry|blurred|blurrier|out of focus|soft focus|bokeh|unsharp)\b|背景(?:要|变得?|弄得?|调得?)?(?:糊|模糊|虚)(?:一?[点些]|掉)|\bbackground blur\b|\bblur (?:out )?(?:what(?:'s| is)|everything) behind\b/;

/** "use a gradient of teal and navy as the background" */
const AS_GROUND =
  /^(?:use|have|put|set|take)\s+(?:an?\s+|the\s+|some\s+)?(?<r>.+?)\s+(?:as|for) (?:the |our |its |a |an )?(?:background|backdrop|bg)$/du;

/** "a diagonal gradient background from coral to peach": what it is painted with stands on both sides of the word. */
const PAINTED =
  /^(?:give|put|use|add|apply|set|make|want|with)\s+(?:(?:it|this|them|him|her|the (?:product|subject|person|image|picture|photo|poster))\s+)?(?:(?:on|in|against|with)\s+)?(?:an?\s+|the\s+)?(?<r>.+?)\s+(?:background|backdrop|bg)\s+(?<u>(?:from|fading|going|running|of|in|between)\s.+)$/du;

function paintedBehind(clause: Phrase): Phrase | undefined {
  const found = /background|backdrop|\bbg\b/.test(clause.key) ? find(clause, PAINTED) : undefined;
  const [kind, paint] = [found?.of("r"), found?.of("u")];
  if (kind === undefined || paint === undefined) return undefined;
  const whole = assembled(clause, [
    [kind.start, kind.end],
    [kind.end, kind.end + 1],
    [paint.start, paint.end],
  ]);
  return plainGround(whole) === undefined ? undefined : whole;
}

const SLIGHTLY = /稍|略|轻微|\b(?:slight|slightly|a (?:bit|little|touch|tad))\b/;

/** Orders about the ground that have no change verb: 抠图, 换个海边的背景, "make the background black". */
/** 背景换一个好看点的, "a nicer background": which one is for the person to say. */
const VAGUE =
  /^(?:把|将|给我)?(?:背景|底图)(?:换|改|弄|变|调)(?:成|为|得)?(?:一?[个张种])?(?:更|再|比较|稍微)?(?:好看|漂亮|高级|干净利落|有质感|合适|有意境|有氛围|好|美|别的|不一样|新|其他)(?:一?点|一?些|感)?(?:的|的背景)?$|^(?:use|give (?:it|me|us)|put|find|add|try|make|change|swap|replace|with)?\s*(?:the (?:background|backdrop|bg) (?:to|with|for|into|be)?\s*)?(?:an? |some )?(?:(?:bit )?(?:nicer|better|prettier|different|another|cooler looking|more (?:interesting|premium|elegant|beautiful|suitable))|nice|good|beautiful|new)(?: (?:background|backdrop|bg|one))$/;

/** "slightly darker": the ground stays, its tone changes. */
const GRADED =
  /^(?:(?:a (?:bit|little|touch)|slightly|much|way|even) )*(?:(?:darker|brighter|lighter|warmer|cooler|softer|sharper|blurr(?:ier|ed|y)|(?:more|less) (?:bright|dark|vivid|saturated|colou?rful|contrasty|blurr(?:ed|y)))(?:\/|, | and | or |$))+$/;

export const readGround: Recogniser = (clause) => {
  if (VAGUE.test(clause.key)) return doubt("which_ground");
  if (CUT_OUT.test(clause.key)) return operate(operation("background.remove"));
  if (BLUR.test(clause.key))
    return operate(operation("tone.adjust", { target: "背景", value: SLIGHTLY.test(clause.key) ? "blur +10%" : "blur +20%" }));
  const result =
    (
      find(clause, AS_GROUND) ??
      find(clause, PLACED_ON) ??
      find(clause, NEW_GROUND) ??
      find(clause, SET_EN) ??
      find(clause, GIVE_EN) ??
      find(clause, GIVE_ZH) ??
      find(clause, SCENE)
    )?.of("r") ?? paintedBehind(clause);
  if (result === undefined || /替换|代替|取代|换掉/u.test(result.key)) return undefined;
  // "add white text 'SALE' on the red background": what is quoted amid other words is no ground.
  if (hasLiteral(result) && result.key.length > 1) return undefined;
  if (/^(?:透明|transparent)/.test(result.key)) return operate(operation("background.remove"));
  if (GRADED.test(result.key)) return undefined;
  const style = plainGround(result);
  if (style !== undefined) return operate(operation("background.recolour", { style }));
  if (/^(?:一下|一换)?$/.test(result.key)) return undefined;
  if (/^(?:一?个|新的?|新|别的|another|a new|new|different)$/.test(result.key)) return doubt("which_ground");
  return operate(
    operation("background.replace", {
      value: wordsOf(without(without(result, /\s*的$/), /^(?:(?:into|for|with)\s+)?(?:(?:an?|the|look like)\s+)?(?=\S)/)),
    }),
  );
};
