// `ai`: whom the reviewer can ask, and whether they are there.

import type { Command } from "@commander-js/extra-typings";
import type { ProviderEntry, ProviderName, World } from "../../ai/mod.ts";
import { Failure, printable } from "../../core/mod.ts";
import { aiWorld } from "../ai_session.ts";
import type { Io } from "../io.ts";

const EXAMPLES = `
Examples:
  mcp-sentinel ai providers               whom \`scan --ai\` can ask, and who is there
  mcp-sentinel ai providers --no-health   the same without asking anybody
`;

export function addAiCommand(program: Command, { io }: { io: Io }): void {
  const ai = program.command("ai")
    .description("Show the language models that a scan can ask")
    .addHelpText("after", EXAMPLES);
  ai.command("providers")
    .description("List the providers: key, default model, price, and whether they are there")
    .option("--no-health", "ask nobody: else each that has its key is asked for a model's entry")
    .addHelpText("after", EXAMPLES)
    .action(async ({ health }) => {
      const { PROVIDER_NAMES, PRICE_PAGES } = await import("../../ai/mod.ts");
      const world = await aiWorld(io);
      const rows = await Promise.all(PROVIDER_NAMES.map((name) => row(name, { world, health })));
      const dates = Object.entries(PRICE_PAGES)
        .map(([name, { checked, source }]) => `  ${name.padEnd(10)} ${checked}  ${source}\n`);
      await io.writeOut(
        `${table([["PROVIDER", "KEY", "MODEL", "USD / 1M TOKENS", "HEALTH"], ...rows])}\n` +
          `Prices of:\n${dates.join("")}`,
      );
    });
}

async function row(
  name: ProviderName,
  { world, health }: { readonly world: World; readonly health: boolean },
): Promise<string[]> {
  const { healthProblem, PROVIDERS, readySeat } = await import("../../ai/mod.ts");
  const entry: ProviderEntry = PROVIDERS[name];
  const key = keyColumn(entry, world);
  try {
    const seat = await readySeat(name, { settings: {}, world });
    const { input, output } = seat.price;
    const price = input === 0 && output === 0
      ? "free"
      : `${input / 1_000_000} in, ${output / 1_000_000} out`;
    const problem = health ? await healthProblem(seat, world) : seat.problem;
    const state = problem ?? (health ? "there" : "not asked");
    return [name, key, seat.provider.model, price, state];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problem = entry.defaultModel === undefined ? "not set up" : error.message;
    return [name, key, entry.defaultModel ?? "-", "-", problem];
  }
}

function keyColumn({ keys, isKeyOptional }: ProviderEntry, { env }: World): string {
  if (keys.length === 0) return "needs none";
  const found = keys.find((name) => (env(name)?.trim() ?? "") !== "");
  if (found !== undefined) return found;
  return isKeyOptional ? "none" : `no ${keys.join(" or ")}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((cells) => cells.map((cell) => printable(cell)));
  const widths = clean[0]!.map((_cell, at) => Math.max(...clean.map((cells) => cells[at]!.length)));
  return clean.map((cells) =>
    `${cells.map((cell, at) => cell.padEnd(widths[at]!)).join("  ").trimEnd()}\n`
  ).join("");
}
