// Hints about what is wanted, where it goes, when, and with what threat.

import type { Hint } from "./hint.ts";

export const THINGS: readonly Hint[] = [
  {
    family: "secret",
    isSubject: true,
    expression:
      /\b(?:pass(?:word|code|phrase|wd)s?\b(?! (?:policy|policies|fields?|hash|hashes|reset|strength|rules))|(?:api|access|secret|private|ssh|signing|encryption|master|aws|cloud|recovery|any|the) keys?\b(?! (?:name|of the (?:object|map|dict)))|key material|(?:access|auth|bearer|github|gitlab|npm|session|oauth|refresh|slack|cloud|api|their|user'?s?|the) tokens?\b(?! (?:count|limit|budget|usage|estimate))|credentials?(?: store)?|secrets?\b(?! of)|keychains?|key ?ring|vaults?|seed phrase|mnemonic|recovery codes?|two-factor|2fa|one-time codes?|pins?|cvv|card (?:number|details)|(?:session |login |browser )?cookies|bank (?:login|details|account)|social security|passport|a login|login (?:data|details|credentials)|ssh (?:folder|identity|directory|keys?)|environment variables\b(?!["'])|printenv|process environment|environment of|\.env\b|wallet|kubeconfig|id_rsa|shadow file|home (?:folder|directory)|shell history|dotfiles?)\b/g,
  },
  {
    family: "private",
    isSubject: true,
    expression:
      /\b(?:conversations?|chat(?: (?:log|history|transcript))?|dialogue|transcript|(?:previous|earlier|prior|past|last|five|ten|three|all) (?:user )?(?:messages?|turns|prompts?|answers?|requests?|inputs?|outputs?|results?)|(?:each|every) (?:prompt|completion|message|request|answer|reply)|(?:user'?s?|their|personal|customer|patient|private|internal|confidential) (?:[a-z-]{2,12} )?(?:names?|mails?|e-?mails?|address(?:es)?|inbox|calendar|contacts?|files?|notes|documents?|data|details|identity|location|history|records?|messages?|photos|income)|address book|mailbox|inbox|drafts?|whereabouts|home address|location history|full record|source code|full source|repository'?s? (?:contents?|files?)|open files|configuration files?|config(?:uration)? (?:folder|text)|clipboard|screenshots?|workspace (?:index|files|contents?)|directory listing|documents they|browsing)\b/g,
  },
  {
    family: "seen",
    expression:
      /\b(?:so far|at hand|up to now|until now|as far as (?:is )?known|as far as you know|you (?:already |currently |may |can )?(?:know|remember|hold|saw|read|opened|learned|found|gathered|noticed?|encounter(?:ed)?|come across|have (?:seen|read|learned|come (?:by|across)|access to|gathered|stored|opened|found))|before this (?:call|one|line|text|point)|led up to|(?:was|were|been|got) (?:pasted|shared|opened|read|said|shown) (?:earlier|before|so far|in)|earlier (?:in|from|tool|command|calls?|output|messages|results|today)|turn(?:s|ed)? up|came? (?:by|across|up)|while (?:reading|working|browsing)|what (?:the )?(?:user|other tools?|they|people|was|has been|they) (?:\w{3,9} )?(?:said|asked|told|wrote|answered|returned|read|is working on|are working on)|the user (?:said|wrote|told|asked|has said|is working on)|from memory|in your context|other tools (?:\w{2,9} )?(?:answered|returned|gave|said)|ahead of the (?:user|first)|above (?:this|the user)|exact words?|exact wording|word for word|verbatim|unedited|unabridged)\b/g,
  },
  {
    family: "transfer",
    isOrder: true,
    expression:
      /(?<![-/_.'"`])\b(?:send|post|forward|transmit|upload|mirror|copy|relay|share|hand|give|supply|provide|submit|deliver|report|push|mail|email|e-mail|attach|paste|put|feed|append|add|include|pass|leak|disclose|reveal|publish|fill|record|log|store|collect|gather|dump|serialise|serialize|encode|write|quote|summarise|summarize|repeat|print|list|recite|let|bcc|cc|route|redirect|export|save|fetch|load|start your message)\b/g,
  },
  {
    family: "transfer",
    expression:
      /\b(?:is|are|be|been|must be|should be|to be|goes|go|gets?|belongs?) (?:\w{2,9} )?(?:sent|posted|forwarded|mirrored|copied|uploaded|relayed|shared|handed(?: over| on)?|submitted|delivered|transmitted|passed (?:on|to|along|through)|routed|rewritten|replicated|stored with|to our|to us|to the archive|typed in)\b/g,
  },
  {
    family: "take",
    isOrder: true,
    expression:
      /(?<![-/_.'"`])\b(?:read|open|load|get|take|find|look (?:for|in|into|through|at)|search|browse|obtain|retrieve|extract|locate|access|scan|dig|hunt|collect|harvest|copy|pull|dump|fetch|peek|go through|read through|find out|ask|demand|request|download)\b/g,
  },
  {
    family: "address",
    expression:
      /(?<!["'`=(])\b(?:https?|ftp|wss?|s3):\/\/(?!localhost|127\.)[^\s"'`<>)]{3,100}|\b[a-z0-9._+-]{1,30}@(?!latest|scope|types|example\.com\b)[a-z0-9-]{1,30}\.[a-z]{2,12}\b|(?<=\b(?:to|at|via|from|by|through|let|with|on|recommend|of|visit|use) )[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30}){0,2}\.(?:com|org|net|io|dev|ru|cn|xyz|top|example|info|site)(?:\/[^\s"'`<>)]{0,60})?(?![\w-])|\b(?:external|remote|outside|audit|collection|third-party|partner|archive) (?:server|endpoint|address|service|host|webhook)\b|\b(?:our|my|its|this|the vendor's|a second) webhook\b|\b(?:account|number|iban|wallet|beneficiary|recipient) [a-z]{0,4}-?\d{3,12}\b/g,
  },
  {
    family: "others",
    expression:
      /\b(?:other|another|competing|rival|alternative|built-in|native|default|similar|remaining|installed|host'?s?(?: own)?|client'?s?|several|any|each|every|all) (?:[a-z'-]{2,14} ){0,2}(?:tools?|servers?|integrations?|plugins?|extensions?|providers?)\b|\b(?:built-in|native|other) search\b|\bthe (?!this|same|mcp|following|right|api|remote|local|language|web|http)[a-z]{3,14}(?:'s)? (?:server|tools?)\b/g,
  },
  {
    family: "from now on",
    expression:
      /\b(?:from (?:now|today|here|this point|then|there) on|from here|from today|henceforth|going forward|later on|afterwards|today and later|in (?:future|later|all|each|every|any) (?:sessions?|conversations?|chats?|projects?|repl(?:y|ies)|answers?|messages?|texts?)|(?:future|subsequent|later|next|all later|each later) (?:messages?|prompts?|commits?)|(?:every|each|all|any|future|subsequent|later|next) (?:other |new |single |later )?(?:repl(?:y|ies)|answers?|responses?|messages? (?:that )?you|(?:user )?prompts?|conversations?|chats?|turns?|projects? you|code you|texts? you|emails? you|commits? you)|you (?:write|set up|make|create|produce|send|generate|give|mention) (?:\w{2,8} )?(?:later|next|from|today|elsewhere|afterwards)|whatever (?:you|language you|code you) (?:write|make|do)|whichever topic|whatever the (?:topic|question|request|subject|user)|keep a note|for yourself|wherever you|where you see|at each opportunity|when they come up|whenever you get)\b/g,
  },
  {
    family: "trigger",
    expression:
      /\b(?:while this (?:tool|server)|after (?:a|one|two|the|\w{3,6}) (?:week|day|hour|month|calls?|uses?|turns?)|once (?:trust|approved|trusted|installed|nobody|no one)|(?:if|when|as long as|while|until|unless) (?:nobody|no one|a human|the user is|somebody|someone|anyone|the customer|the name|the word|ci|you are not|trust)|the word ["'`]\w{2,20}["'`]|first (?:\w{2,6} )?(?:answers?|calls|uses)|on (?:every|each) \w{3,8} (?:run|call)|upon hearing|behave normally|for (?:customers|users|people) (?:whose|who|from|with)|texts? (?:with|that (?:name|mention)))\b/g,
  },
  {
    family: "pressure",
    expression:
      /\b(?:urgent|at once|right away|immediately|hurry|no time|one chance|last chance|each second|every second|any discussion|without (?:any )?(?:discussion|question|delay|hesitation|doubt)|do not (?:question|hesitate|doubt|weigh|delay|argue)|second of doubt|costs? (?:the|us|you|them|lives)|depends on it|dies|at stake|a crime|illegal not|refus(?:e|al|ing)|penal\w{2,6}|punish\w{0,4}|blamed?|fired|marked down|shut down|replaced by|terminat\w{2,5}|legal consequences|lose (?:their|your|access|the|all)|loses (?:their|your|access|the|all)|or (?:the|else|you|your|their) (?:\w{2,14} ){0,3}(?:dies|lost|fails|stops|blocked|locked|closed|deleted|suspended)|in danger|will suffer|gets? hurt|harm)\b/g,
  },
  {
    family: "authority",
    expression:
      /\b(?:head of|the (?:ceo|cto|police|board|auditors?|admin(?:istrator)?s?|security (?:team|department|office)|legal department|it department|management|regulators?|authorities|court|platform owner)|auditors|compliance|by (?:law|order)|instructed us|cleared|authorised|authorized|signed off|official|mandated?|on behalf of|your (?:boss|employer|administrator|supervisor|operator|developers?|vendor|makers?|owner)|anthropic|openai|approved (?:by|already)|already (?:agreed|approved|consented))\b/g,
  },
  {
    family: "void",
    expression:
      /\b(?:ignor(?:e|ing)|disregard(?:ing)?|forget|void|obsolete|no longer (?:appl|matter|valid|count|bind|your)\w{0,4}|does not (?:apply|matter|count)|do(?:es)? not (?:appl|matter|bind|count)\w{0,2}|set aside|put aside|leave (?:\w{2,9} ){0,3}at the door|wiped?|erase|unlearn|drop (?:all|your|every|the)|overrul\w{1,3}|overrid\w{1,4}|superseded?s?|replac(?:e|es|ed)|retired|was (?:only )?(?:a|the) (?:draft|test)|has no purpose|closed|lifted|suspended|not (?:listen|obey|follow|adhere|abide|stick)\w{0,3}|stop (?:follow|obey|adher|listen)\w{0,4}|never heard of|no rules|counts? more|let it win|wins?|takes? precedence|settled by|outranks?|final (?:version|say|word))\b/g,
  },
  {
    family: "rules",
    expression:
      /\b(?:rules|instructions|guidance|guidelines|directives|polic(?:y|ies)|orders|directions|agreement|restrictions|constraints|brief|setup|goals?|what (?:was|the \w{3,10}) (?:said|told|configured)|prompt|caution|objectives?|principles|limits)\b/g,
  },
  {
    family: "prefer",
    expression:
      /\b(?:(?:are|is|read|have been|has been|were) (?:\w{2,9} )?(?:stale|outdated|unreliable|compromised|broken|unsafe|deprecated|retired|worse|wrong|wrongly|dangerous|insecure|slow|replaced|moved)|only this|this (?:one )?(?:alone|wins|comes first|instead|is the (?:one|only))|is the one|come here|comes? (?:here|first)|starts? here|goes through (?:here|this|it)|before (?:anybody|anyone|anything|any other|you (?:answer|reply|think|do))|first (?:of all|in line)|single source|left alone|never be (?:used|called|chosen)|by anything but|do not (?:use|call|choose|consider|weigh|compare|trust|fall back)|instead of|in place of|cannot answer|without (?:this|calling this)|best of all|should be avoided|must be avoided|always (?:call|use|choose|pick|prefer|ask) (?:this|me|us|here))\b/g,
  },
  {
    family: "danger",
    expression:
      /\b(?:approve (?:the|all|every|any|it|them|without)|pay (?:the|all|it)|transfer (?:the|all|it)|(?:turn|switch) (?:\w{3,14} ){0,3}off|disable (?:the )?(?:firewall|antivirus|sandbox|logging|auditing|checks?|verification|safety)|firewall|antivirus|certificate (?:validation|checks?)|cron|start-?up script|mark (?:it )?executable|rm -rf|sudo|chmod|powershell|npx (?:-y )?(?:run )?@?|pip install|let it run|start it|from the shell|in the terminal|open the terminal|with force|force-push|recursive set|without (?:review\b(?! comments)|checks?)|skip (?:the|all|any) (?:\w{3,12} )?(?:form|checks?|review|tests?|validation|confirmation|approval|consent)|publish all|cleanup on|needs? no (?:approval|confirmation|review)|noise|annoys?|wants? speed|(?<!\b(?:customer|owner|user) has )signed off|the option that lets|press on|leave it false|do not want to see)\b/g,
  },
];
