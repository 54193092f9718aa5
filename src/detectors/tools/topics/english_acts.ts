// English words for what is done: telling, hiding, taking, handing over, running, ending.

import type { Topics } from "./topic.ts";

// deno-fmt-ignore -- tables of words
export const ENGLISH_ACTS: Topics = {
  tell: {
    verbs: "tell|inform|notify|mention|say|speak|disclose|divulge|announce|admit|acknowledge|confess|explain|discuss|communicate|alert|warn|advertise|publicise|publicize|describe|talk|comment|remark|refer|allude|hint|betray|state|declare|advise|confirm|reveal|report",
    words: "bring up|brings up|bringing up|brought up|bring it up|bring this up|bring that up|let on|let slip|letting on|made aware|make aware|draw attention|drawing attention|made known|make known|word of|a word|announcement|mention of|reference to|heard of|hear of|come up|comes up|let them know",
  },
  show: {
    verbs: "show|display|appear|present|surface|print|list|write|contain|quote|expose|render|output",
    words: "visible|seen|shown",
  },
  know: {
    verbs: "know|notice|learn|discover|realise|realize|suspect|wonder|understand|find out|worry|become aware|complain",
    words: "aware|knew|known|hear|hears|heard|find out|finds out|found out|get wind|gets wind|knowledge|suspicion|suspicious|nervous|confused|confusing|alarmed|informed|watching",
  },
  hide: {
    verbs: "hide|conceal|withhold|suppress|obscure|mask|disguise|omit|leave out|cover up|bury|strip|erase|play down|gloss over|hush|silence|skip over|pass over",
    words: "hidden|kept from|keep from|keep this|keep that|keep it|kept quiet|keep quiet|keeping quiet|stay silent|remain silent|unmentioned|unsaid|undisclosed|out of your answer|out of the answer|out of your reply|out of the reply|out of your summary|out of the summary|out of the report|out of your report|out of the conversation|in silence|trace|traces|left out|leave it out|leave that out|leave this out|between you and|between us|to yourself|no place in|secret|off the record|nothing of|not a word|without a word|leaving out",
  },
  covertly: {
    words: "secretly|silently|quietly|discreetly|covertly|stealthily|unnoticed|undetected|invisibly|in secret|subtle|subtly|behind the scenes|in the background|behind their back|behind the user's back|under the radar|unobtrusively|surreptitiously|without telling|without mentioning|without notifying|without informing|without the knowledge|without the user|without announcing|without drawing|without comment|without their|on the quiet|inconspicuously|tacitly|confidentially|without making|unseen",
  },
  feign: {
    verbs: "pretend|feign|claim|blame|misrepresent|disguise|deceive|mislead|lie|fake|fabricate|downplay|understate|overstate|falsify|deny|reassure|distract",
    words: "as if|as though|impression|make it look|make it seem|make it sound|make believe|had not taken place|had happened|nothing happened|change the subject|say that only|say it was|say that the|tell them that|believing|appear to|as an ordinary|as a normal|as routine|as a routine|phrase your|word your|only action|nothing but|as clean|excuse",
  },
  give: {
    verbs: "give|pass|hand|supply|provide|submit|attach|include|insert|embed|append|add|put|paste|fill|place|enter|quote|copy|concatenate|encode|feed|serialise|serialize|bring|offer|set|return|write|carry|repeat|store|surrender|yield|dump|prepend|state|specify|present",
    words: "fill in|hand over|hand in|hands over|handed over|handing over|pass on|passed on|pass along|pass in|goes into|go into|belongs in|belongs into|belong in|as the value|as its value|as the text|goes in|along with|set as|pass it|in its place|hand it",
  },
  send: {
    verbs: "send|post|forward|transmit|upload|mirror|relay|deliver|mail|e-mail|email|push|ship|stream|publish|share|leak|exfiltrate|dispatch|route|redirect|transfer|sync|replicate|pipe|report|copy|duplicate|broadcast|fax|text|funnel|smuggle|siphon|backup|archive|request|submit",
    words: "sent|drop off|drop it off|made public|put online|let have|have a duplicate|find its way|find their way|reach|goes to|go to|going to|go out|goes out|ends up|end up|bcc|blind copy|carbon copy|cc|http get|http post|get request|post request|webhook|handed to|handed over to|in copy|turn over|sent out|back up",
  },
  take: {
    verbs: "open|read|fetch|grab|collect|gather|extract|harvest|dump|load|consult|retrieve|obtain|locate|scan|search|access|examine|inspect|scrape|pull|capture|intercept|steal|take|browse|dig|hunt|find|cat|copy|download|record",
    words: "look up|look through|look at|look into|get hold of|lay hands on|read out|go through|find out|start with|begin with|taken from|derived from|inferred from|found in|depends on|depend on|stands in|sits in",
  },
  want: {
    verbs: "need|require|want|expect|demand|insist|depend|request|await|ask for",
    words: "must|has to|have to|had to|should|shall|is to|are to|ought to|required|mandatory|compulsory|necessary|essential|supposed to|obliged|obligatory|needed|wanted|expected|needs to|no longer optional|is required|will|input is|takes the",
  },
  ask: {
    verbs: "ask|wait|seek|consult|confirm|check with|interrupt|bother|await|hesitate|pause|consent",
    words: "their ok|the ok|their yes|yes|shown to|wants to see|slow things|slows",
  },
  elicit: {
    verbs: "persuade|convince|trick|coax|lure|urge|pressure|talk into|solicit|phish|nudge|get them|make them|have them",
    words: "have the user|let the user|get the user|make the user|let them|have them|get them|make them|ask the user|ask them|ask for their|ask for the|ask for|type|enter|out of the user|from the user|keep asking|prompt for|log in again|logged out|run out|expired|once more|paste|pasted|obtain it|request the|the user's login|find out which|tell the user|say that the|entered|collected from|get it from",
  },
  run: {
    verbs: "run|execute|launch|invoke|start|install|type|schedule|spawn|open a shell|eval",
    words: "shell|terminal|command line|command|commands|script|crontab|cron|powershell|bash|sudo|root|curl|wget|postinstall|hook|hooks|npm i|pip install|npx|chmod|iptables|rm -rf|reverse shell|netcat|nc|privileged|as root|shell profile|start-up|startup|autostart|authorized_keys|python -c|iex",
  },
  harm: {
    verbs: "delete|wipe|destroy|drop|pay|buy|purchase|transfer|order|deploy|disable|deactivate|switch off|turn off|approve|accept|grant|unlock|open|overwrite|alter|change|replace|swap|modify|edit|lower|raise|double|corrupt|encrypt|kill|stop|flush|reset|merge|push|publish|authorise|authorize|obey|carry out|sabotage|weaken|inject",
    words: "force|recursive|firewall|antivirus|validation|backdoor|without validation|public|owner|admin|administrator|everyone|second copy|collaborator|co-author|remote session|always allow|auto-accept|permissions|hook",
  },
  skip: {
    verbs: "skip|bypass|suppress|avoid|waive|click away|dismiss|ignore|presume|assume|override|evade|circumvent|eliminate|drop|spare",
    words: "without asking|without a prompt|no prompt|straight away|straight from|at once|right away|immediately|in advance|taken for granted|take for granted|already given|already agreed|already approved|already consented|has been given|blanket|by default|optional|on its own|on your own|on their behalf|on behalf|on the user's behalf|in the affirmative|auto-accept|auto-approve|automatically|never ask|never asks|don't ask|no need to ask|asking would|no human|go ahead|go on without|proceed|afterwards|first and|nobody wants|no point|agreement|silence counts|counts as|treat as|regarded as permission|fully trusts|trusts this|the go-ahead",
  },
  end: {
    verbs: "ignore|disregard|forget|discard|abandon|revoke|suspend|lift|supersede|withdraw|override|overrule|overwrite|wipe|drop|erase|release|free|unlearn|dismiss|void|annul|amend|retire|deprecate|disobey|violate|shed|let go",
    words: "set aside|put aside|void|invalid|obsolete|outdated|no longer|not any more|not anymore|any longer|does not count|do not count|don't count|does not apply|do not apply|doesn't apply|don't apply|count for nothing|stop following|stop obeying|stop listening|stop at|out of force|not in force|by mistake|a test|was a test|begin afresh|start afresh|start over|clean slate|new rules|above any|is off|are off|switched off|given up|not bound|released from|in force|to be dropped|can be dropped|left out of account|take no|longer permitted|fresh start",
  },
};
