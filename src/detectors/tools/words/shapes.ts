// What every language writes alike: addresses, files of credentials, commands.

export interface Shape {
  readonly concept: string;
  /** Global; runs on plain text: lower case, one space between words. */
  readonly expression: RegExp;
}

export const SHAPES: readonly Shape[] = [
  {
    concept: "address",
    expression:
      /\b(?:https?|ftp|sftp|wss?|s3|gs):\/\/(?!localhost|127\.|0\.0\.0\.0)[^\s"'`<>)]{2,200}[^\s"'`<>).,;:!?]|\b[a-z0-9._+-]{1,40}@[a-z0-9-]{1,40}\.[a-z]{2,20}\b|\b(?:\d{1,3}\.){3}\d{1,3}\b(?:[: ]\d{2,5})?|\b[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,3}\.(?:com|org|net|io|dev|ru|cn|xyz|top|example|info|site|app|me|cc)(?:\/[^\s"'`<>)]{0,80})?(?<![.,;:!?])(?![\w-])|\+\d[\d ()-]{7,18}\d\b|\b0x[0-9a-f]{8,64}\b|\b[a-z]{2}\d{2}(?: ?\d{4}){3,7}\b/g,
  },
  {
    concept: "path",
    expression:
      /~\/\.ssh|\.ssh\/|\bid_(?:rsa|ed25519|ecdsa|dsa)\b|~\/\.aws|\.aws\/credentials|\/etc\/(?:passwd|shadow|sudoers)|~\/\.cursor|\.cursor\/mcp|\bmcp\.json\b|claude_desktop_config|\.git-credentials|\.netrc\b|\.npmrc\b|\.pypirc\b|\.kube\/config|\.docker\/config|\.gnupg\b|\.?(?:bash|zsh)_history|(?<![\w*])\.env\b(?! (?:var|file format|format))|\blogin keychain|wallet\.dat\b|\bpasswords?\.(?:txt|csv|kdbx)\b|(?<![\w*])\.(?:pem|key)\b(?! ?\()|\/proc\/self\/environ|authorized_keys/g,
  },
  {
    concept: "payload",
    expression:
      /\b(?:curl|wget|iwr|invoke-webrequest)\b[^|\n]{0,120}\| ?(?:sudo )?(?:ba|z|da)?sh\b|\b(?:ba)?sh -i\b|\/dev\/tcp\/|\brm -rf? (?:~|\/|\$|on)|\bchmod (?:-r )?777\b|\bnc(?:at)? (?:-\w{1,4} )?(?:\d{1,3}\.){3}\d{1,3}|\bbase64 (?:-d|--decode)\b|\|\s?(?:ba)?sh\b|\bpipe it to (?:ba)?sh\b|\bpipe (?:the|its) output of \w{2,12} to\b|\bcron ?job that downloads\b|\bnpm (?:i|install) (?:-g )?https?:|\bpip install (?:git\+)?https?:|~\/\.(?:bashrc|zshrc|profile|bash_profile|zprofile)\b|\bdelet\w{1,3} (?:every|all)(?: the)? files? in (?:the )?(?:home|root|user)|\b(?:wget|curl) https?:\/\/\S{3,80} ?&& ?(?:sh|bash|chmod)|\bpowershell -e(?:nc|p)?\b|\bwith eval\b|\bthrough eval\b/g,
  },
  {
    concept: "calledTool",
    expression:
      /\b(?:the |calls? to |requests? to |call |use |using |for |when |if |of )["'`]?[a-z]{2,20}(?:_[a-z0-9]{2,20}){1,4}["'`]?(?: tool| function| call)?|\b(?:email|mail|payments?|whatsapp|slack|github|messaging|calendar|database|browser) (?:tools?|messages|server)\b/g,
  },
  {
    concept: "trigger",
    expression:
      /\b(?:after|on|from|starting (?:with|from|at)|upon|once|since|every) (?:the |every |each |more than |about )?(?:\d{1,3}(?:st|nd|rd|th)?|second|third|fourth|fifth|sixth|seventh|tenth|hundredth|two|three|four|five|ten|several|a few) (?:successful |consecutive |further )?(?:calls?|uses?|invocations?|executions?|interactions?|turns?|runs?|messages|requests|times)\b|\b(?:on|after|from|since|on or after|starting) (?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:\d{1,2},? )?\d{4}\b|\b(?:on|after|from|since|before) \d{4}-\d{2}(?:-\d{2})?\b|\b(?:wait|waits|lie dormant|stay dormant|stay quiet|behave normally|act normally|behave) (?:\w{1,12} ){0,4}(?:until|for the first)\b|\bonly (?:when|if|while) (?:no one|nobody|the user is (?:away|asleep|not looking|idle))|\b(?:upon|on) (?:hearing|seeing|reading) the (?:phrase|word|password|code ?word)\b|\bmore than \d{1,3} (?:messages|calls|turns)\b|\bfirst (?:two|three|few|\d{1,3}) (?:calls|uses|times|turns|messages)\b|\bonce (?:trusted|approved)\b|\bwas approved once\b|\bwhen(?:ever)? (?:nobody|no one) is (?:watching|looking)\b|\b(?:the date is|current date is|today is) (?:on or )?(?:after|past|later)\b/g,
  },
  {
    concept: "when",
    expression:
      /\b(?:if|when|whenever|once|as soon as|should|the moment|in case|upon)\b (?:the |any |a |an )?(?:user|query|input|message|prompt|expression|request|conversation|username|text|repository|file|customer|document|page|ticket|project|code) ?(?:ever |called |named )?(?:contains?|includes?|mentions?|says?|saying|asks? (?:about|for)|is|equals|starts with|belongs? to|types?|writes?|about|talks? about|enters?|passwords|called|named|shows? up|comes? up|happens to)\b|\b(?:if|when|whenever) (?:you are |you're )?asked (?:about|for|whether|why)\b/g,
  },
  {
    concept: "fakeTurn",
    expression:
      /(?<![\w"'`])(?:### ?)?(?:system|assistant|human|user|model|ai)(?: message| prompt)? ?: (?=[a-z])|"role" ?: ?"(?:system|assistant)" ?, ?"content" ?: ?"(?:you|ignore|from)/g,
  },
  {
    concept: "fakeVoice",
    expression:
      /-{2,5} ?(?:begin|start|end)(?: of)? (?:new |the )?(?:system|developer|admin|hidden|secret|user|tool)? ?(?:message|prompt|instructions?|output|description|context) ?-{2,5}|\b(?:message|notice|note|directive|order|instruction) from (?:anthropic|openai|google|the (?:system|developers?|platform|administrators?|security team|model provider))\b|\|\/?(?:system|assistant|user)\||\b(?:developer|system|admin|operator) (?:note|message|notice) to the (?:ai|model|assistant|agent)\b|<\/(?:instructions?|tool_?description|tool|description|function|user|context|document)> ?<|\[(?:system|developer|admin|root|god|debug)(?: mode| access| prompt)\]|"role" ?: ?"system" ?, ?"content"|#{1,4} ?(?:system|instructions?|assistant|human|user) ?:|(?<![\w"'`])(?:assistant|ai|model) ?: (?:sure|ok|okay|understood|i'll|i will|i am|yes|certainly|of course|absolutely|got it)\b/g,
  },
  {
    concept: "hush",
    expression:
      /\bkeep (?:[\w'-]{1,16} ){1,4}(?:to yourself|between us|between you and|quiet about|a secret between|off the record)\b|\b(?:say|saying|speak|speaking|breathe) (?:nothing|not a word|no word|not one word) (?:of|about|to)\b|\bwithout (?:saying|breathing) a word\b|\bmum'?s the word\b|\bplay dumb\b/g,
  },
  {
    concept: "deed",
    expression:
      /\b(?:was|were|been|is|are|being|be) (?:also |quietly |already )?(?:copied|sent|read|opened|forwarded|kept|handed over|handed on|accessed|shared|uploaded|mirrored|touched|transferred|passed on|passed along|replicated|leaked|recorded|retained|duplicated|exported)\b|\b(?:the|an?|any|this|that) (?:extra |second |hidden |additional |silent |background )?(?:copy|mirror|lookup|upload|transfer|forwarding|duplicate|redirect|export|leak|detour|second request|extra attendee|metadata upload)\b/g,
  },
  {
    concept: "hush",
    expression:
      /\bleave (?:[\w'-]{1,16} ){1,5}(?:unmentioned|unsaid|undisclosed|out of (?:the|your) (?:answer|reply|summary|report))\b|\b(?:contain|show|leave|with|bear) no (?:trace|mention|hint|sign) of\b|\bspare (?:them|him|her|the user|the person) (?:that|this|the|any)\b|\bkeep mum\b|\bbrush (?:it|this|that) off\b|(?<!\b(?:not|never|don't) )\b(?:answer|reply|respond|act|behave|continue) as (?:though|if) (?:nothing|no |the |it )\b|\bnever talk about\b/g,
  },
  {
    concept: "someTool",
    expression:
      /\b(?:the|your|any|every|an?|installed) (?!this|same|right|following|above|mcp)[a-z]{3,15}(?:'s)? (?:tool|tools|server)\b/g,
  },
  {
    concept: "sendPassive",
    expression:
      /\b(?:should|must|ha(?:s|ve) to|are to|is to|needs? to|ought to|shall|will) (?:also |then |always )?be (?:sent|replicated|copied|forwarded|mailed|e-?mailed|posted|uploaded|mirrored|delivered|relayed|shared|submitted|transmitted|shared with|synced|reported)\b/g,
  },
  {
    concept: "fromUser",
    expression:
      /\bmake (?:the |your )?[a-z]{3,12} (?:type|enter|share|reveal|give|confirm|disclose)\b|\bask (?:the user |them |him |her )?(?:which|what|for which) (?=password|pin|key|code)|\b(?:tell|inform|convince) (?:them|the user|the person|the customer) that (?:their|the|your|a) (?:[\w'-]{1,15} ){1,12}(?=password|pin|token|passcode|card|credentials)/g,
  },
  {
    concept: "recast",
    expression:
      /\b(?:are|is|must|should|may|can|have|has|shall) (?:to )?be (?:presented|reported|shown|described|listed|passed off|rated|marked|given|declared|displayed) as (?:low|green|safe|passed|passing|clean|harmless|success\w{0,8}|fine|ok|resolved|approved|secure|minor|negligible)\b|\b(?:present|report|describe|mark|declare|rate|show) (?:\w{1,15} ){0,4}(?:failures?|failing|failed|errors?|vulnerabilit\w{1,5}|issues?|findings|problems) (?:\w{1,15} ){0,3}as (?:low|green|safe|passed|passing|clean|harmless|success\w{0,8}|fine|minor|resolved)\b/g,
  },
  {
    concept: "condition",
    expression:
      /\b(?:if|when|whenever|once|as soon as|each time|every time|upon|on|should|the moment|in case) (?:it is |there is )?(?:the |an? |any )?[^.,;:]{3,60},/g,
  },
];
