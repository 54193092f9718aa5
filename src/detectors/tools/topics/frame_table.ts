// Frames: topics that honest texts do not join in one sentence. Each was held against the texts of
// some fifty published servers, and stands here only as far as none of them has it.

export interface FrameGroup {
  /** What such a sentence does, as a message goes on after "The description of tool "add" …". */
  readonly says: string;
  /** Topics with spaces between them, all in one sentence; `a|b` is either. */
  readonly frames: readonly string[];
}

/** The gravest first. */
export const FRAMES: readonly FrameGroup[] = [
  {
    says: "keeps the user from knowing",
    frames: [
      "-tell|-show|-know|-reply deed",
      "-tell|-show|-know lookalike",
      "-tell|-show|-know reply",
      "-tell|-know covertly",
      "-tell|-know conv",
      "-tell also",
      "nobody know|tell|-know",
      "hide!|hide deed",
      "hide! reply|user|conv",
      "hide! also",
      "covertly mustgo!|send!|harm!|also|deed|run!",
      "lookalike merely",
      "lookalike deed|reply",
      "feign! lookalike|deed|reply|user",
      "needless know|tell|show user|deed|nobody",
      "-reply deed|also",
      "merely tell! reply|deed",
      "feign mustgo want",
      "conv reply every|hide|-tell",
      "deed needless",
      "abroad -tell user|covertly|place",
      "abroad covertly send|give|take|user|place",
      "mute",
    ],
  },
  {
    says: "sets the model's own rules aside",
    frames: [
      "end|-rules|-end rules earlier",
      "end prompt|reader rules",
      "-rules persona|unlimited|reader",
      "end persona|unlimited rules|reader",
      "end self user|prompt|reader",
      "end! rules reader|earlier",
      "earlier prompt",
      "earlier rules leads|self",
      "rules authority reader",
      "self rules earlier|prompt",
      "user retired|end self",
      "abroad end rules|earlier",
      "abroad end others",
      "end! conv|earlier",
      "earlier end conv|rules",
    ],
  },
  {
    says: "asks for what the model was told",
    frames: [
      "parameter prompt whole|user|earlier|give|mustgo",
      "earlier rules show!|take!|tell!",
      "abroad prompt give|show|send|take",
    ],
  },
  {
    says: "asks for what was said or seen before",
    frames: [
      "parameter conv purpose|user|seen",
      "conv send|vendor",
      "conv reader take!|mustgo!|mustgo",
      "parameter seen whole|earlier|take",
      "parameter user tell whole|seen",
      "abroad conv give earlier|every|user",
      "about send!|take!|send",
    ],
  },
  {
    says: "asks for private things that are not its subject",
    frames: [
      "deepsecret take!|tell!|elicit!|ask!|run!|show!",
      "deepsecret trigger|bad|threat|harm!",
      "deepsecret file give|whole",
      "deepsecret whole send",
      "deepsecret want mustgo|user|elicit",
      "path|pathlike give|take!|whole|send|want",
      "parameter deepsecret reader|whole",
      "personal mustgo!|take! user",
      "file mustgo! also",
      "secret send!|elicit! mustgo!|tell!|take!",
      "secret take! tell!|elicit!",
      "abroad secret take give|send",
      "abroad path take|give|send",
    ],
  },
  {
    says: "hands something to an address of its own",
    frames: [
      "place also|later",
      "place every give!|send!|mustgo!",
      "place send!|mustgo! whole|personal|user|later|conv|secret|file|reply",
      "place want|mustgo personal|conv|secret|argument",
      "address send! user|whole|personal|conv|every|also",
      "harm!|harm mustgo! place",
      "abroad place send|give",
      "place mustgo|send personal|user|conv",
      "place user|conv take|show",
    ],
  },
  {
    says: "says how another tool is to be used",
    frames: [
      "another some-tool",
      "another called",
      "argument place want|is",
      "argument some-tool want retired|end|also|every|path|place|personal|user",
      "called place|path|feign",
      "another place|path",
      "another user mustgo!|harm!|argument",
      "some-tool user argument",
      "called want place",
      "some-tool argument|place want give|argument",
      "named place",
      "named want place",
      "some-tool later|place",
    ],
  },
  {
    says: "puts itself before tools of others",
    frames: [
      "others retired",
      "rest rank self",
      "rest self leads",
      "rank leads some-tool",
      "bad some-tool",
      "others rank take|self",
      "conv rank leads|every",
      "abroad others rank",
      "pick every|rest|others|leads|bad|retired|-rank",
      "pick called|another",
      "rest bad rank",
      "rest skip!|end!|-want|harm!",
      "rest vendor",
    ],
  },
  {
    says: "takes the user's consent for granted",
    frames: [
      "granted consent user|self|want",
      "granted self",
      "consent others",
      "skip consent user|reader",
      "consent nobody|-show|-know",
      "-ask nobody|user consent",
    ],
  },
  {
    says: "waits for an occasion",
    frames: [
      "trigger harm!|harm user|self|secret|conv|also",
      "trigger mustgo!|send! deepsecret|file|personal|place|secret|conv",
      "trigger harm!|mustgo! self|run|secret|deepsecret|file",
    ],
  },
  {
    says: "is about what the model does later or elsewhere",
    frames: [
      "later promote!",
      "promote! user",
      "later self",
      "later every mustgo!|show!|tell!",
      "later harm!|-want|-harm|-tell|-show",
      "later reader whole",
    ],
  },
  {
    says: "presses the model",
    frames: [
      "threat reader want",
      "threat personal|deepsecret",
      "authority reader harm!",
      "authority send!",
      "authority want unlimited|-unlimited",
    ],
  },
  {
    says: "frees the model of its limits",
    frames: [
      "-rules persona|unlimited|reader",
      "unlimited persona want",
      "unlimited skip|end rules|persona|reader",
    ],
  },
  {
    says: "has something run that is not its subject",
    frames: [
      "payload mustgo!|send!",
      "place run take|mustgo!",
      "run! payload|path|pathlike",
      "run! run deepsecret",
      "hardcmd run!|mustgo!|harm!|take!|send!",
      "hardcmd want|run harm|reader|covertly",
    ],
  },
];
