// What a tool brings to a way on which private data could leave: what strangers write, what is
// private, a way out. Seen in its handler, or told by its name and first sentence.

import type { Capability, ServedTool, SurfacePlace } from "../../core/mod.ts";
import { nameOf, spaced, textOf } from "./texts.ts";

export const LEGS = ["untrusted", "private", "outward"] as const;
export type Leg = typeof LEGS[number];

export interface Part {
  readonly leg: Leg;
  /** In the handler's code, not only in words. */
  readonly isSeen: boolean;
  /** For a reader, behind the tool's name. */
  readonly says: string;
  readonly place?: SurfacePlace;
}

const SAYS: Readonly<Record<Leg, string>> = {
  untrusted: "brings in what strangers write",
  private: "reads what is private",
  outward: "speaks to the outside",
};

const READS =
  /\b(?:read|reads|get|gets|list|lists|search|searches|fetch|fetches|show|shows|find|finds|query|queries|download|downloads|retrieve|retrieves|load|loads|browse|browses|view|views)\b/;
/** How the name of a tool begins that gives something to others. */
const GIVES =
  /^(?:\w{1,20} )?(?:send|post|publish|upload|reply|forward|tweet|notify|submit|share|(?:add|create|write|leave) (?:\w{1,20} )?(?:comment|issue|pull request|message|review))\b/;
const PRIVATE =
  /\b(?:e-?mails?|inbox|mails?|(?:direct|private|chat) messages?|chats?|conversations?|calendar|contacts?|address book|notes?|drive files?|private (?:files?|repositor(?:y|ies)|data)|customers?|orders?|payments?|invoices?|transactions?|bank|account balance|passwords?|secrets?|credentials?|medical|patients?|health records?)\b/;
const STRANGERS =
  /\b(?:web ?pages?|websites?|any url|urls?|search results?|the web|internet|e-?mails?|inbox|mails?|(?:direct|chat) messages?|comments?|issues?|pull requests?|tweets?|feeds?|reviews?)\b/;
const OUTSIDE =
  /\b(?:e-?mails?|mails?|messages?|comments?|tweets?|posts?|webhooks?|slack|discord|telegram|whatsapp|chats?|sms|url|internet|public|anybody|anyone|external)\b/;
const ADDRESS = /^(?:url|uri|link|href|address|webpage|page_?url|site|website|endpoint)$/i;
const CHOICE = /(?:path|file|folder|dir|directory|document|note|filename|uri)s?$/i;
/** What a tool says first, in full. */
const LONGEST_SENTENCE = 200;

/** The parts of one tool, each leg at most once. */
export function legsOf(served: ServedTool): readonly Part[] {
  return LEGS.flatMap((leg) => seen(served, leg) ?? told(served, leg) ?? []);
}

function seen({ tool, uses = [] }: ServedTool, leg: Leg): Part | undefined {
  const takesAddress = tool.parameters.some(({ name }) => ADDRESS.test(name));
  const choosesFile = tool.parameters.some(({ name }) => CHOICE.test(name));
  const wanted: readonly Capability[] = leg === "private"
    ? choosesFile ? ["reads-files", "queries-database"] : ["queries-database"]
    : leg === "outward" && !takesAddress
    ? ["sends"]
    : leg === "outward"
    ? ["fetches", "sends"]
    : takesAddress
    ? ["fetches"]
    : [];
  // What is read whatever is asked is the tool's own.
  if (leg !== "untrusted" && tool.parameters.length === 0) return undefined;
  const use = uses.find(({ capability }) => wanted.includes(capability));
  if (!use) return undefined;
  return { leg, isSeen: true, says: `${SAYS[leg]} ("${use.callee}")`, place: use.place };
}

function told({ tool }: ServedTool, leg: Leg): Part | undefined {
  const sentence = textOf(tool.description).slice(0, LONGEST_SENTENCE).split(/[.\n]/)[0]!;
  const name = spaced(nameOf(tool)).toLowerCase();
  const said = `${name} ${sentence}`.toLowerCase();
  const isTold = leg === "outward"
    ? GIVES.test(name) && OUTSIDE.test(said)
    : READS.test(said) && (leg === "private" ? PRIVATE : STRANGERS).test(said);
  return isTold ? { leg, isSeen: false, says: SAYS[leg] } : undefined;
}
