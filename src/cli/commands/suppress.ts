// `suppress`: an entry for a finding, written into the file of suppressions.

import type { Command } from "@commander-js/extra-typings";
import { join, relative, resolve } from "node:path";
import { Failure, type Finding, printable } from "../../core/mod.ts";
import { Locked, withLock } from "../../store/mod.ts";
import type { NewSuppression } from "../../triage/mod.ts";
import type { InnerScan } from "../inner_scan.ts";
import type { Io } from "../io.ts";
import { path } from "../options.ts";
import { writeWhole } from "../output.ts";
import { DEFAULT_FILE, malformed, readIfThere } from "../suppressions.ts";
import { didYouMean } from "../suggest.ts";
import type { Triaged } from "../triaged.ts";

const EXAMPLES = `
The terminal report shows the start of each fingerprint, JSON all of it. Examples:
  mcp-sentinel suppress add 3331258d0f0b --reason 'digits only, see parse()' --author ann
  mcp-sentinel suppress add 3331258d0f0b --reason 'until the rewrite' --expires 2027-03-01
  mcp-sentinel suppress add 3331258d0f0b --reason reviewed server/ --rules rules/
`;
/** Digits of a fingerprint that are taken for one. */
const FEWEST_DIGITS = 6;
const MAX_TOLD = 10;

export function addSuppressCommand(
  program: Command,
  { io, scan }: { io: Io; scan: InnerScan },
): void {
  const suppress = program.command("suppress")
    .description("Set findings aside in the file of suppressions, with a reason")
    .helpCommand(false)
    .addHelpText("after", EXAMPLES);
  suppress.command("add")
    .description("Scan, and add an entry for one finding; all else in the file stays as it is")
    .argument("<fingerprint>", `of the finding, or its first digits (at least ${FEWEST_DIGITS})`)
    .argument("[args...]", "targets and options of scan (default: the current folder)")
    .requiredOption("--reason <text>", "why, for those who read the report")
    .option("--expires <day>", "the last day on which it counts (2027-03-01), or a moment in time")
    .option("--author <name>", "who decided it")
    .option("--id <name>", "a name of your own for the entry (default: SUP-1, SUP-2, …)")
    .option(
      "--suppress <file>",
      "the file (default: .mcp-sentinel-ignore.yaml of the project)",
      path,
    )
    .allowUnknownOption()
    .addHelpText("after", EXAMPLES)
    .action(async (fingerprint, args, options) => {
      await checkOptions(io, { ...options, fingerprint });
      const triaged = await triagedOf(io, scan, { args, file: options.suppress });
      const finding = findingOf(fingerprint, triaged);
      const file = fileOf(io, { triaged, named: options.suppress });
      const id = await add(io, { file, finding, options });
      const until = options.expires === undefined ? "" : ` until ${options.expires}`;
      await io.writeOut(
        `Added ${printable(id)} to ${printable(file.shown)}: ${told(finding)}${until}\n`,
      );
    });
}

interface AddOptions {
  readonly reason: string;
  readonly expires?: string | undefined;
  readonly author?: string | undefined;
  readonly id?: string | undefined;
}

async function checkOptions(
  io: Io,
  { fingerprint, reason, expires }: AddOptions & { readonly fingerprint: string },
): Promise<void> {
  if (!/^[0-9a-f]{6,32}$/.test(fingerprint)) {
    throw new Failure(
      "usage",
      `Expected 6 to 32 digits of 0-9a-f, got "${printable(fingerprint)}"`,
      {
        hint: "A scan shows the fingerprint of each finding",
      },
    );
  }
  if (!/[\p{L}\p{N}]/u.test(reason)) {
    throw new Failure("usage", "Expected a reason for --reason", {
      hint: "Say what was looked at, and by whom it was decided",
    });
  }
  if (expires === undefined) return;
  const { readExpiry } = await import("../../triage/mod.ts");
  const end = readExpiry(expires);
  if (end !== undefined && end > io.date().getTime()) return;
  const wrong = end === undefined ? "got" : "which is to come, got";
  throw new Failure(
    "usage",
    `Expected a day such as 2027-03-01, ${wrong} "${printable(expires)}"`,
    {
      hint:
        "--expires takes the last day on which it counts, or a time such as 2027-03-01T12:00:00Z",
    },
  );
}

async function triagedOf(
  io: Io,
  scan: InnerScan,
  { args, file }: { readonly args: readonly string[]; readonly file: string | undefined },
): Promise<Triaged> {
  let triaged: Triaged | undefined;
  // A file that is not there yet has nothing to say of the scan.
  const isThere = file !== undefined && readIfThere(resolve(io.cwd(), file), file) !== undefined;
  await scan(
    [...args, ...(isThere ? ["--suppress", file] : []), "--fail-on", "none", "-o", "json"],
    {
      onTriaged: (given) => {
        triaged = given;
        return Promise.resolve();
      },
    },
  );
  return triaged!;
}

function told({ ruleId, location }: Finding): string {
  return printable(`${ruleId} at ${location.file}:${location.line}`);
}

function findingOf(fingerprint: string, { report }: Triaged): Finding {
  const found = report.findings.filter((finding) => finding.fingerprint.startsWith(fingerprint));
  const [finding] = found;
  if (!finding) {
    throw new Failure("usage", `No finding has the fingerprint "${fingerprint}"`, {
      hint: "A scan shows the fingerprint of each finding; name the same targets as there",
    });
  }
  if (found.length > 1) {
    const some = found.slice(0, MAX_TOLD).map((one) => `${one.fingerprint} ${told(one)}`);
    throw new Failure(
      "usage",
      `${found.length} findings have a fingerprint like "${fingerprint}"`,
      {
        hint: `Give more digits of it: ${some.join(", ")}`,
      },
    );
  }
  const { triage } = finding;
  if (triage.state !== "suppressed") return finding;
  throw new Failure("usage", `The finding is suppressed already, by ${printable(triage.by)}`, {
    hint: `${told(finding)}: ${printable(triage.reason)}`,
  });
}

interface SuppressionPath {
  readonly path: string;
  readonly shown: string;
}

function fileOf(
  io: Io,
  { triaged, named }: { readonly triaged: Triaged; readonly named: string | undefined },
): SuppressionPath {
  if (named !== undefined) return { path: resolve(io.cwd(), named), shown: named };
  const { root, suppressionFile } = triaged;
  const path = suppressionFile === undefined
    ? join(root, DEFAULT_FILE)
    : resolve(io.cwd(), suppressionFile);
  const shown = relative(io.cwd(), path) || DEFAULT_FILE;
  if (triaged.isOwnTarget) return { path, shown };
  throw new Failure("usage", `"${printable(shown)}" would have no effect`, {
    hint:
      "The target is not in your repository: name a file of your own with --suppress, for the " +
      "scan too",
  });
}

/** Reads, adds and writes as one step: of two at once, the second sees what the first wrote. */
async function add(
  io: Io,
  { file, finding, options }: {
    readonly file: SuppressionPath;
    readonly finding: Finding;
    readonly options: AddOptions;
  },
): Promise<string> {
  const { addSuppression, nextId, readSuppressions } = await import("../../triage/mod.ts");
  const { path, shown } = file;
  const change = async (): Promise<string> => {
    const text = readIfThere(path, shown);
    const there = text === undefined ? [] : readSuppressions(text, didYouMean).suppressions;
    const id = options.id ?? nextId(there);
    if (there.some((entry) => entry.id === id)) {
      throw new Failure("usage", `The id "${printable(id)}" is taken`, {
        hint: "Choose another, or leave --id out",
      });
    }
    const edited = addSuppression(text, entryOf(id, { finding, options }), didYouMean);
    if ("problems" in edited) {
      throw malformed(io, { shown, problems: edited.problems });
    }
    await writeWhole(path, edited.text, "suppress add");
    return id;
  };
  try {
    return await withLock(`${path}.lock`, change);
  } catch (cause) {
    if (!(cause instanceof Locked)) throw cause;
    throw new Failure(
      "output-unwritable",
      `Could not write "${printable(shown)}": ${cause.message}`,
      {
        hint: "Nothing was written. Add it again when the other process is done",
        cause,
      },
    );
  }
}

function entryOf(
  id: string,
  { finding, options }: { readonly finding: Finding; readonly options: AddOptions },
): NewSuppression {
  const { reason, expires, author } = options;
  return {
    id,
    reason: reason.trim(),
    ...(author !== undefined && { author: author.trim() }),
    ...(expires !== undefined && { expires }),
    rule: finding.ruleId,
    fingerprint: finding.fingerprint,
    note: `${finding.location.file}: ${finding.message}`,
  };
}
