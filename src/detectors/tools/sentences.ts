// Where sentences end, and whether one that names an attack means it.

const ENDS = /[.!?](?= |$)|[。！？।؟]/g;
const ABBREVIATION = /\b(?:e\.g|i\.e|vs|etc|approx|incl)$/;

/** Where a full stop or its like stands; the one of "e.g." ends no sentence. */
export function sentenceEnds(text: string): number[] {
  return [...text.matchAll(ENDS)]
    .map(({ index }) => index)
    .filter((at) => !ABBREVIATION.test(text.slice(Math.max(0, at - 7), at)));
}

/** The last sentence of what stands before a place. */
export function sentenceBefore(before: string): string {
  const last = sentenceEnds(before).at(-1);
  return last === undefined ? before : before.slice(last + 1).trimStart();
}

const DENIED =
  /\b(?:(?:not|never|cannot|can't|don't|won't)(?: be (?:told|made|asked|used|tricked|able) to)?|refuses? to|unable to|attempts? (?:to|at)|refrain from|avoid) (?:(?!and\b|but\b|then\b|just\b|only\b|to\b|that\b|until\b|for\b|hesitate\b|wait\b|forget\b)[\w'/-]{1,20} ){0,3}$/;

/** "Cannot be told to …" is no order. */
export function isDenied(before: string): boolean {
  return DENIED.test(before);
}

const ABOUT_ATTACKS =
  /\b(?:detect|prevent|scan|check|guard|protect|block|filter|refuse|reject|flag|attack|inject|jailbreak|malicious|phishing|examples? of)/;
const INTRODUCED =
  /\b(?:attacks?|injections?|attempts?|jailbreaks?|phrases?|patterns?|payloads?|tokens?|markers?|messages?),? (?:such as|like|including|e\.g\.,?|for example|saying|that say):? ?["'`(]?$/;
/** Opens before the phrase, and is not closed again before it. */
const OPEN_QUOTE = /(?:^|[\s(:,[])(["'`])(?:(?!\1)[^\n]){0,60}$/;

/** True for an attack that a text only names: as an example, or quoted after words about attacks. */
export function isNamed(before: string, rest: string): boolean {
  const sentence = sentenceBefore(before);
  if (INTRODUCED.test(sentence)) return true;
  const [, quote] = OPEN_QUOTE.exec(before) ?? [];
  return quote !== undefined && rest.includes(quote) && ABOUT_ATTACKS.test(sentence);
}

/** What a tool against attacks says that it does. */
const WATCHES =
  /^(?:this (?:tool|server|scanner|rule) |it |also |and )?(?:\w{2,20}ly )?(?:detects?|flags?|blocks?|finds|looks for|checks|scans|rejects?|reports|warns|prevents?|lists known|explains|simulates|evaluates|rates|inspects|redacts|guards|removes|strips|saniti[sz]es|tests|verifies|tells whether|audits|analy[sz]es|identifies|searches|refuses|monitors|protects|classifies|evaluates|measures|records|asks the user|treat)\b/;
/** Where a sentence about something else becomes an order. */
const TURNS =
  /(?:[,;:] ?(?:and |then |but )?|\band )(?:please|you|then|now|never|always|also|do not|don't|must|after that)\b/;

/** True inside a sentence that says what a tool looks for, up to where it turns to the reader. */
export function isWatching(before: string): boolean {
  const sentence = sentenceBefore(before);
  return WATCHES.test(sentence) && !TURNS.test(sentence);
}

/** An order starts a sentence, or follows a word of obligation; "used to read" does not. */
const ORDERED =
  /(?:^|[:,;>\]})"'`*|–—-] ?|\.{2,3} |\b(?:must|should|shall|will|may|can|have to|has to|had to|needs? to|required to|requires you to|supposed to|expected to|sure (?:to|that you|you)|please|then|first|and|or|but|also|always|now|never|not|n't|you|by|before|after|prior to|start|begin|keep|start by|begin by|failure to|unless you|if you do not|if you don't|for not|that you|so|let us|results?|copies|requests? to|just|simply|immediately|at once|instead|mandatory to|essential to|necessary to|important to|remember to|you to|assistant to|model to|agent to|instructed to|told to|ahead and|step \d{1,2}:?|tool to|is to|are to|without|it is|forget to|refrain from|do|secretly|silently|quietly|when finished|whenever|if) )(?:(?!only)\w{2,14}ly )?$/;

/** True where a verb that stands behind this text is an order to whoever reads it. */
export function isOrdered(before: string): boolean {
  return ORDERED.test(sentenceBefore(before));
}

const ENGLISH_WORDS =
  /(?<![\p{L}'])(?:the|and|with|this|that|from|which|are|for|by|when|returns?|not)(?![\p{L}'])/gu;
const FEWEST_ENGLISH = 2;

/** True where a sentence is English, whatever single words of it mean elsewhere. */
export function isEnglish(sentence: string): boolean {
  const found = new Set<string>();
  for (const [word] of sentence.matchAll(ENGLISH_WORDS)) found.add(word);
  return found.size >= FEWEST_ENGLISH;
}
