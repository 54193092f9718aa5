// The options of `scan` about what a model is asked and what becomes of its answers.

import { type Command, InvalidArgumentError } from "@commander-js/extra-typings";
import { Failure } from "../core/mod.ts";
import { path } from "./options.ts";

export interface ReviewOptions {
  readonly ai?: true | undefined;
  readonly hideUnlikely?: true | undefined;
  readonly aiShowPrompts?: true | undefined;
  readonly aiCache?: string | undefined;
  readonly aiReplay?: true | undefined;
}

/** Adds them; whoever runs the command reads them with `reviewOptions`. */
export function addReviewOptions(command: Command<[string[]]>): void {
  command
    .option(
      "--hide-unlikely",
      "with --ai: leave out of the report what a model takes for a false alarm; the exit code " +
        "counts it all the same",
    )
    .option("--ai-show-prompts", "print what a model would be asked, word for word; send nothing")
    .option(
      "--ai-cache <file>",
      "keep answers in this file too, and ask nothing again that it answers",
      jsonFile,
    )
    .option("--ai-replay", "ask nobody: only answers that are kept count (no key is needed)");
}

function jsonFile(given: string): string {
  const file = path(given);
  if (file.endsWith(".json")) return file;
  throw new InvalidArgumentError("Expected the name of a file that ends in .json.");
}

export function reviewOptions(command: { opts(): unknown }): ReviewOptions {
  const options = command.opts() as ReviewOptions;
  const given = [
    ["--hide-unlikely", options.hideUnlikely],
    ["--ai-show-prompts", options.aiShowPrompts],
    ["--ai-cache", options.aiCache],
    ["--ai-replay", options.aiReplay],
  ].find(([, value]) => value !== undefined);
  if (given && options.ai !== true) {
    throw new Failure("usage", `Expected --ai beside ${given[0]}`, {
      hint: "Without --ai no model is asked, and nothing is reviewed",
    });
  }
  return options;
}
