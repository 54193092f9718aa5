// From options to whom the reviewer asks. What speaks to models is loaded here and nowhere before, so
// that a scan without it never has it.

import type {
  AiSettings,
  CountingAsker,
  Estimate,
  ModelRequest,
  Session,
  World,
} from "../ai/mod.ts";
import { printable } from "../core/mod.ts";
import { type AiOptions, aiSettings } from "./ai_options.ts";
import type { Io } from "./io.ts";

export interface Asked {
  /** What will be asked: its worst case is told before the first paid request. */
  readonly requests?: readonly ModelRequest[];
  /** The user's own configuration, never that of a scanned project. */
  readonly own?: AiSettings | undefined;
  /** Whom the options name, where that is made ready already. */
  readonly session?: Session | undefined;
}

/** Makes ready whom the options name; sends nothing. */
export async function openAi(options: AiOptions, io: Io, own?: AiSettings): Promise<Session> {
  const { openSession } = await import("../ai/mod.ts");
  return await openSession(
    aiSettings(options, own),
    await aiWorld(io, { isQuiet: options.quiet === true }),
  );
}

/**
 * What the reviewer asks through; `undefined` where nobody answers or the user says no, which has
 * been told by then.
 */
export async function makeAsker(
  options: AiOptions,
  io: Io,
  { requests = [], own, session: opened }: Asked = {},
): Promise<CountingAsker | undefined> {
  const session = opened ?? await openAi(options, io, own);
  if (!await mayStart(session, { requests, options, io })) return undefined;
  const asker = await session.start();
  if (asker === undefined && !options.quiet) {
    io.writeError("warning: No model can be asked: the scan goes on without\n");
  }
  return asker;
}

/** What `--ai-estimate` prints. */
export async function estimateText(
  session: Session,
  requests: readonly ModelRequest[],
): Promise<string> {
  const { dollars } = await import("../ai/mod.ts");
  const { requests: number, usage, cost }: Estimate = session.estimate(requests);
  const whom = session.seats.map(({ provider }) =>
    `${provider.name} (${printable(provider.model)})`
  ).join(", then ");
  return `Requests  ${number} to ${whom}\n` +
    `Tokens    at most ${usage.input} in, ${usage.output} out\n` +
    `Cost      at most ${dollars(cost)} of a budget of ${dollars(session.budget)}\n`;
}

async function mayStart(
  session: Session,
  { requests, options, io }: Required<Pick<Asked, "requests">> & {
    readonly options: AiOptions;
    readonly io: Io;
  },
): Promise<boolean> {
  if (options.aiEstimate) {
    io.writeError(await estimateText(session, requests));
    return false;
  }
  if (!session.isPaid || requests.length === 0) return true;
  if (!options.quiet) io.writeError(await estimateText(session, requests));
  const { cost } = session.estimate(requests);
  if (cost * 2 <= session.budget || options.yes || !io.inIsTerminal) return true;
  const answer = await io.ask("More than half of the budget may be spent. Go on? [y/N] ");
  // Anything but a clear yes is a no.
  if (/^y(?:es)?$/i.test(answer ?? "")) return true;
  io.writeError("warning: No model is asked: the scan goes on without\n");
  return false;
}

/** The one place that hands the network to a scan. */
export async function aiWorld(io: Io, { isQuiet = false } = {}): Promise<World> {
  const { SYSTEM_CLOCK } = await import("../ai/mod.ts");
  return {
    env: io.env,
    fetch: globalThis.fetch,
    clock: SYSTEM_CLOCK,
    random: Math.random,
    warn: (message) => {
      if (!isQuiet) io.writeError(`warning: ${printable(message)}\n`);
    },
  };
}
