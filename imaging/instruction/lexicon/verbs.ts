/** Verb alternations over folded text, as regular expression sources. */

/** Measure words, as they may follow 这 or 那 without a number. */
export const MEASURE_ZH =
  "(?:[一两几]?(?:个|些|点|只|条|张|辆|把|位|名|杯|盏|顶|件|朵|棵|本|块|片|座|台|支|枚|幅|行|段|句|串|层|道|排|颗|匹|头|双|款|种|列|堆|组|群|圈|根|股|束|枝|扇|家|间|栏|对(?!话)|瓶|盘|盆|碗))";
/** 改成, 换为 …: verb and result particle. 换 kinds put another thing in the place; 改 kinds alter the thing itself. */
export const CHANGE_ZH = {
  swap: "(?:(?:replace|swap)\\s*(?:成|为|作)|(?:更换|替换|(?<!色)调换|置换|取代|(?<![转变切交兑])换|替)(?:成|为|作|做|上))",
  translate:
    "(?:translate\\s*(?:成|为|到|作)|(?:翻译|翻|译)(?:成|为|作)(?:[英中日韩法德]文|英语|中文|汉语|日语|韩语)?(?=\\s*\uE000)|(?:翻译|译)(?:成|为|作))",
  alter:
    "(?:change|turn|update|set|modify|edit|recolou?r|paint|dye)\\s*(?:成|为|到)|(?:更正|订正|修正|纠正|修改|更改|变更|更新|调整|改写|改|变更|变|调|降|涨|提|升|设置|设定|设|切换|转换|转化|转变|转|写|涂|染|刷|漆|弄|处理|p|做|统一|重命名|标|显示|打印|印|升级|替代)(?:成|为|作|做|到|至)|变得|变作|改叫|改用",
} as const;

/** Adverbs and aspect words that may stand before the verb and say nothing. */
export const ADVERB_ZH = "(?:都|全部|请|麻烦|统一|分别|一律|各自|直接|单独|重新|整个|给我|帮我|再|也|需要|应该|应|要|则|就)*";

export const REMOVE_ZH =
  "弄没了?|弄走|搞没了?|搞掉|弄掉|p没了?|删除掉?|删掉|删去|删了|删|去掉|去除掉?|去了|清理掉|移除掉?|移走|移掉|抹掉|抹去|抹除|擦掉|擦除|擦去|清除掉?|清掉|清空|消除掉?|消掉|拿掉|拿走|剔除|除去|除掉|取消|p掉|不要了|隐藏|去(?=背景|水印|字|文字|logo|底)";
export const ADD_ZH =
  "添加上?|添(?=一?[行个句段条])|添上(?!加)|增加上?|增添|新增|加上|加入|加进|加(?![粗大黑宽深亮重长急])|加(?=[大小粗]字|黑(?:色|边|框|线|条))|写上|写入|(?<!手)写(?![法的着错])|放上|放入|放置|(?<!缩)放(?!大)|插入|补上|补(?=[一两三几]?[个盆只张行句段条棵朵束杯]|[点些])|贴上|贴|叠加|叠上|打上|印上|标注|标上|(?<!标|专|话|问|主)题上(?![方面边部])|画上(?![方面边部])|画(?![面像框布])|生成|戴上|戴(?=[个一])|穿上|穿(?=[件一])|(?<!匹)配上?|(?<![换一外手封书笔水椅枕被耳车鞋衣靴机护发拳圈]|沙发)套上?|挂上?|(?<!店)铺上?|(?<![瓶杯锅壶盒井])盖上?|换上(?=.*\uE000)|摆上|摆放|摆(?!正|好|整)|嵌入|塞(?=[一两三几个只把张])|落(?=一层|满)|搭(?=[一个条件块])|披(?=[一个条件])|系(?=一?[条个])";
export const CLASSIFIER_ZH =
  "(?:[一两几]?(?:个|些|点)|只|[一两几](?:只|条|张|辆|把|位|名|杯|盏|顶|件|朵|棵|本|块|片|座|台|支|枚|幅|行|段|句|串|层|道|圈|排|颗|匹|头|副|双))";

/** One of them, or some: how many there are of more than one is a part of what is added, 两只狗. */
export const ONE_ZH =
  "(?:一?(?:个|些|点)|只|一(?:只|条|张|辆|把|位|名|杯|盏|顶|件|朵|棵|本|块|片|座|台|支|枚|幅|行|段|句|串|层|道|圈|排|颗|匹|头))";

export const CHANGE_EN =
  "change|alter|modify|edit|update|rename|convert|turn|transform|set|switch|correct|fix|rewrite|retype|reword|revise|adjust|recolou?r|paint|dye|colou?r|amend";
export const SWAP_EN = "replace|swap(?: out)?|exchange|switch(?: out)?|trade";
export const REMOVE_EN =
  "remove|delete|erase|get rid of|lose|ditch|scrub(?: out)?|take (?:out|away|off)|clear(?: (?:out|away|off))?|wipe(?: out)?|eliminate|drop|strip(?: out)?|rub out|hide|clean up|dispose of|photoshop out|edit out|knock out";
export const ADD_EN =
  "add(?: in(?= (?:an?|some|two|three|the|our|my) ))?|insert|pop(?= (?:an?|our|the|some|this|my) )|stick|attach|put|place|write|type|print|include|draw|overlay|append|paste|stamp|give(?: it)?|show|display";
export const ARROW = "(?:=>|-->|->|→|⇒|➔|➜|➡|>>+)";
