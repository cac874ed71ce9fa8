/**
 * What is done to a thing that stays the same thing, as a plain English imperative. None of these has an operation of its own: the engine
 * is given the deed in the person's words. Regular expression sources over folded text.
 */
const SIMPLE_DEEDS =
  "age|air|awaken|balance|bandage|barricade|batter|beautify|bevel|blacken|bleach|blindfold|blow|blur|board up|boil|bolt|brush|bubble|buckle|buff|bulk|burn|burst|butter|button|calm|caramelise|caramelize|carve|censor|char|chip|chop|clasp|clean|clear|clip|clog|close|coil|collapse|comb|compact|contour|cook|cool|crack|crease|crimp|crinkle|crisp|crumble|crumple|crush|curl|cut(?! out\\b)|dampen|darken|de-?clutter|de-?fog|de-?haze|de-?ice|de-?wrinkle|deepen|deflate|defrost|dent|dice|dim|dirty|disassemble|disguise|dishevel|dismantle|distort|distress|drain|dramati[sz]e|drench|dress|dry|dull|dust|elongate|emboss|emphasi[sz]e|empty|engrave|enhance|enliven|enrich|erode|etch|exaggerate|explode|extinguish|fade|fan|fasten|feather|fix(?= (?:(?:the|this|that|his|her|my|our|all) )(?:[a-z]+ )?(?:broken|cracked|torn|ripped|chipped|scratched|bent|crooked|loose|damaged|missing|messy|wrinkled|smudged|dented|frayed|wonky|tilted|leaning)\\b)|fizz|flatten|flesh|fling|float|flood|fluff|foam|fog|fold|freeze|freshen|frost|fry|garnish|gild|glam|glaze|grease|grill|groom|halve|hammer|harden|harmoni[sz]e|heal|heat|heighten|highlight|hollow|humani[sz]e|ice|ignite|illuminate|inflate|iron|jumble|kick|knead|knit|knot|lace|lather|lengthen|level|light|liven|lock|loosen|lubricate|magnify|marinate|mask|mature|meld|mellow|melt|mend|mess up|mirror|modernise|modernize|moisten|mow|muddy|muss|mute|narrow|neaten|notch|nudge|obscure|oil|open|ornament|oxidi[sz]e|pack|part|patch|pat|perk|pinch|pixelate|plait|plough|pluck|plump|poach|polish|pop|press|prettify|prune|puff|pump|punch|quiet|raise|rake|re-?light|re-?touch|rearrange|recharge|redact|reduce|refill|refresh|re-?heat|reinforce|rejuvenate|repair|reposition|reshape|restore|restring|rinse|rip|ripen|roast|rock|rotate|rough|roughen|ruffle|rumple|rust|sand|scorch|scramble|scratch|scrub|seal|sew|shade|shake|sharpen|shatter|shave|shear|shine|shorten|shovel|shut|silence|singe|skin|slacken|slam|slice|slick|slim|slow|smash|smear|smoke|smooth|smoothen|smudge|snap|soak|sober|soften|soil|spice|spike|splash|split|spoil|spritz|squash|squeeze|squint|stabili[sz]e|stain|steady|steam|steepen|stiffen|stir|stitch|straighten|strap|strengthen|stretch|sweep|swell|swirl|tame|tan|tarnish|taper|tear|tease|temper|texture|thaw|thicken|thin|tidy|tighten|tilt|toast|tone down|toughen|tousle|trim|tweak|twirl|twist|unblock|unbolt|unbox|unbraid|unbuckle|unbutton|unclasp|unclip|unclutter|uncoil|uncork|uncover|uncross|uncurl|undress|unfasten|unfold|unfurl|unhook|unkink|unknot|unlace|unlatch|unlock|unmask|unpack|unpeel|unroll|unscrew|unseal|unstick|untangle|untie|untwist|unveil|unwind|unwrap|unwrinkle|unzip|warm up|warp|wash|water|waterproof|wax|weather|weaken|weave|wet|whip|whiten|whittle|widen|wilt|wipe|wrinkle|yellow|zip|dog-?ear|de-?age|smarten|spruce|jazz|clean up|turn|flick|dial|touch up|mess up";

/** Those behind which "in a circle", "on the bench", "over the chair" say where it goes or how it lies, not which one is meant. */
const PLACING_DEEDS =
  "aim|angle|anchor|arrange|array|assemble|attach|balance|bend|bind|bring|bunch|bundle|bury|button|cascade|cast|clamp|cluster|coat|cover|cradle|cross|cup|curve|dab|dangle|decorate|dip|direct|display|distribute|dock|drape|draw|drop|dunk|embed|encase|enclose|even|face|fan|fill|fit|float|fold|gather|glue|group|hang|heap|hide|hitch|hold|hook|huddle|immerse|interlace|jam|join|knot|lay|lean|lift|line|load|lower|mount|nail|nest|organi[sz]e|orient|overlap|pack|park|peg|perch|pile|pin|place|plant|plug|point|poke|pose|position|pour|press|prop|pull|push|rest|roll|rotate|rub|scatter|seat|separate|set|settle|shift|sit|slide|slip|smear|space|spill|spin|splay|splatter|spread|spray|sprinkle|stack|stagger|stand|steer|stick|store|stow|strap|string|strew|stuff|submerge|suspend|swing|swap round|tape|tether|throw|tie|tip|toss|trail|tuck|turn|twist|unite|weave|wedge|wind|wrap|zip";

/** “the man with a hat” is which man; “fill the pool with water” is what is done. */
const WITH_DEEDS =
  "bandage|bind|board up|coat|cover|decorate|drench|dress|dust|fill|flood|frost|garnish|glaze|illuminate|lace|lather|light|line|load|mask|mix|obscure|ornament|pack|paper|patch|pave|plug|polish|refill|repair|rub|seal|season|smear|soak|splash|spray|sprinkle|stain|stuff|tie|top|trim|water|wipe|wrap";

/** Those a thing stays where and what it is by, in the plainest form “close the lid”. */
const OPENING_DEEDS =
  "close|open|shut|raise|tilt|bend|straighten(?: out)?|fold|unfold|iron(?: out)?|smooth(?: out)?|slim(?: down)?|lengthen|shorten|widen|thicken|whiten|polish|tidy(?: up)?|comb|braid|tie(?: up)?|untie|roll up|button(?: up)?|unbutton|light(?: up)?|switch on|switch off|turn on|turn off|refill|fill up|empty|peel|slice|inflate|deflate|age|rejuvenate|dry|wet|melt|freeze|clean|dust";

const PARTICLES = "up|out|down|off|away|in|over|back|apart|together|on|open|shut|around|aside";

const DETERMINER =
  "(?:all(?: of)?(?: the)?|both(?: of)?(?: the)?|each(?: of the)?|every|the|this|that|these|those|an?|some|his|her|my|our|your|their|its|(?:two|three|four|five|six|\\d{1,2})(?= [a-z])|(?:[a-z]+'s?)(?= [a-z]))";

/** How a deed is done, said before or behind it. */
const MANNER =
  "gently|slightly|carefully|softly|neatly|lightly|loosely|tightly|fully|completely|partly|partially|halfway|half|evenly|thoroughly|properly|subtly|nicely|tidily|firmly|quickly|just|a bit|a little|a touch|a tad|somewhat|more|less|even|further|again";

export const DEED_EN = { simple: SIMPLE_DEEDS, placing: PLACING_DEEDS, with: WITH_DEEDS, opening: OPENING_DEEDS } as const;
export const DEED_PARTICLES = PARTICLES;
export const DEED_DETERMINER = DETERMINER;
export const DEED_MANNER = MANNER;
