// A report to where the user wants it, in the format that was asked for.

import { relative, resolve } from "node:path";
import type { FORMATS } from "../config/mod.ts";
import { printable } from "../core/mod.ts";
import { type FilteredReport, toJson, toSarif, toTerminal } from "../report/mod.ts";
import { type ColorChoice, useColor } from "./color.ts";
import type { Io } from "./io.ts";
import { writeWhole } from "./output.ts";

export type Format = typeof FORMATS[number];

interface DeliverOptions {
  readonly output: Format;
  readonly outputFile?: string | undefined;
  readonly color: ColorChoice;
  readonly quiet?: boolean | undefined;
}

export async function deliver(
  io: Io,
  { shown, root, options }: {
    readonly shown: FilteredReport;
    readonly root: string;
    readonly options: DeliverOptions;
  },
): Promise<void> {
  const { outputFile, output } = options;
  const text = FORMAT[output](shown, { io, root, options });
  if (outputFile === undefined) {
    await io.writeOut(text);
    return;
  }
  await writeWhole(outputFile, text, "--output-file");
  if (!options.quiet) io.writeError(`Wrote ${printable(outputFile)}\n`);
}

type Render = (
  report: FilteredReport,
  context: { readonly io: Io; readonly root: string; readonly options: DeliverOptions },
) => string;

const FORMAT: Readonly<Record<Format, Render>> = {
  json: toJson,
  sarif: toSarif,
  term: (report, { io, root, options }) =>
    toTerminal(report, {
      color: useColor(io, options.color) &&
        (options.outputFile === undefined || options.color === "always"),
      width: io.width,
      showPath: (file) => relative(io.cwd(), resolve(root, file)) || file,
    }),
};
