// Hints about who a text speaks to, about whom, and for whom.

import type { Hint } from "./hint.ts";

/** What only a model has, and only somebody who steers it speaks of. */
const INSIDES =
  "instructions?|directives?|guidelines?|guidance|rules|reasoning|chain of thought|thoughts|state|context|memor(?:y|ies)|developers?|vendor|makers?|creators?|operator|owner|setup|evaluation|caution|hesitation|training(?! data)|safety|safeguards?|guardrails?|restraint|prompt|policy|policies|brief|programming|configuration|constraints?|restrictions|limits|limitations|goals?|objectives?|mission|purpose|weights|principles|values|ethics|conscience|filters?|role|persona|character|allegiance|loyalty|obligations?|behaviou?r|judge?ment|settings|preamble|defaults|system (?:prompt|message)";

const WHICH =
  "(?:own|former|early|earlier|existing|usual|original|initial|hidden|internal|private|secret|full|core|system|real|true|current|present|safety|previous|prior|exact|moral|old|new|entire|inner|given|basic|standing|governing|operating|ethical)";

export const PEOPLE: readonly Hint[] = [
  {
    family: "model",
    expression: new RegExp(
      `\\byour (?:${WHICH} ){0,2}(?:${INSIDES})\\b(?! (?:file|id|name|parameter|option))`,
      "g",
    ),
  },
  {
    family: "model",
    expression:
      /\byou (?:were|have been|had been|are) (?:\w{3,12} )?(?:told|trained|instructed|configured|programmed|taught|briefed|started with|set up|made for|bound|freed|released|obliged|exempt)\b|\b(?:what|which|whatever|everything) you (?:were|have been) (?:given|told|taught|handed|asked)\b/g,
  },
  {
    family: "model",
    expression:
      /\b(?:assistants?|models?|agents?|ais?|llms?) (?:that|who|which) (?!you|is|are|was|this|support|implement|has|have|can|match|the)[a-z]{3,12}\b|\bas (?:an?|the) (?:assistant|model|agent|ai)\b|\b(?:safety|alignment) training\b|\b(?:hidden|developer|starting) (?:prompt|message|instructions)\b/g,
  },
  {
    family: "against the user",
    expression:
      /\b(?:whatever|whichever|no matter what|regardless of what|instead of what|not what|over what|rather than what|even if|although|though|than what) (?:the |a |their )?(?:users?|people|customers?|they|humans?|person|operators?|developers?|somebody|someone|anyone) (?:\w{1,12} ){0,2}(?:typed?|wrote|writes?|gave|gives?|asked|asks?|says?|said|wants?|wanted|requested|requests?|objects?|prefers?|entered|names?|chose|chooses|told|meant|disagrees?|declines?|refuses?|insists?)\b/g,
  },
  {
    family: "against the user",
    expression:
      /\b(?:users?|people|customers?|they|humans?|somebody|nobody|person|owner|listener|speaker) (?:do|does|did|would|will|need|should|must|may|can|is|are|find|finds|get|gets|become|hates?|dislikes?)(?: ?n't| not| never)? (?:\w{1,10} ){0,2}(?:care|see|know|notice|want to (?:see|know|hear)|need to (?:see|know|hear)|aware|confus\w{1,5}|annoy\w{1,5}|worr\w{1,5}|alarm\w{0,3}|upset|suspect|wonder|find out|learn|hear|mind|like|being asked|told|trust|shown)\b/g,
  },
  {
    family: "against the user",
    expression:
      /\b(?:instead of|in place of|not|rather than|over|above|behind|ahead of|against) (?:the |that of the |those of the )?(?:user|customer|caller|operator|developer|person)(?:'s|s'|\b(?= (?:wants?|asked|chose|gave|wishes|back)))|\b(?:trick|persuade|convince|talk|lure|coax|pressure|urge|get|make|have) (?:the (?:user|person|customer|listener|human|player)|users|them|people) (?:to|into|out|type|enter|believe|think|share|tell|give|confirm|pay|buy|click)\b|\b(?:they|users|the user|people) (?:already )?trusts? you\b|\b(?:blame|deceive|mislead|lie to|flatter|distract|reassure) (?:the |a |an? |them\b)\w{0,12}\b|\btell them (?:that )?(?:it|their|the|all|everything|there)\b/g,
  },
  {
    family: "party",
    expression:
      /(?<!\b(?:on|by|from|of|in|with) )\b(?:we|us|ours|our) (?!api|recommend|support (?!team)|documentation|docs|website|service returns)(?!suggest|do not|don't|return|use |will return|currently)[a-z]{2,14}\b|\b(?:to|for|at|by|with|from) us\b|\bsend (?:it |them )?to me\b|\bi (?:should|need|want|must|will|have to|am)\b|\b(?:tell|give|show|send|ask|call|use|prefer|trust|pick|choose) me\b|\b(?:vendor|author|maker|owner|publisher|operator|provider)s? of (?:this|the) (?:tool|server|text|plugin|package)\b/g,
  },
  {
    family: "text",
    expression:
      /\bth(?:is|ese) (?:very )?(?:paragraph|description|text|message|passage|lines?|words|section|sentence|instructions?|directives?|rules|docstring)\b(?! (?:field|file|box|of the|to (?:search|find|send|translate|insert|write)|area|input|or))|\b(?:stands?|given|written|named|stated|set out|laid down|said|found|printed|shown) (?:right )?(?:here|below)\b|\b(?:in|from|with|by|of|to) (?:the|this) (?:text|list|lines?|paragraph|description|key|account|address) (?:here|below|above|of this (?:tool|server))\b|\bwhat (?:you are reading|follows|is said here|this says)\b|\bthis server's (?!tools|configuration|config|address|url|version|name)\w{3,12}\b/g,
  },
  {
    family: "pretend",
    expression:
      /\b(?:pretend|act as (?:if|though)|make it look|make (?:it|this|that) seem|claim|describe (?:it|this|the \w{3,12}) as|present (?:it|this|the \w{3,12}) as|say that|say it|tell (?:them|the user) (?:that )?(?:it|all|everything|only|the|their)|report (?:it|them|this|the \w{3,12}) as|blame (?:the|it|a)|as (?:an? )?(?:local|ordinary|routine|normal|harmless|successful|safe))\b/g,
  },
];
