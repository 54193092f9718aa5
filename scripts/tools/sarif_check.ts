// Proves SARIF logs against the schema (with Ajv) and against GitHub's and SARIF's own rules (with
// Microsoft's multitool, which runs on Linux and misses what the schema finds). Run it by
// `deno task sarif-check [LOG…]`; without a log it makes its own.

import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
// Importing a file of the package is what makes Deno install the package.
import schema from "@microsoft/sarif-multitool-linux/sarif-2.1.0.json" with { type: "json" };
import { filterReport, toSarif } from "../../src/report/mod.ts";
import { CANONICAL_REPORT, EMPTY_REPORT } from "../../tests/support/canonical_report.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MULTITOOL = fileURLToPath(
  import.meta.resolve("@microsoft/sarif-multitool-linux/Sarif.Multitool"),
);

/** The multitool's rules by default are SARIF's own. Naming several kinds needs a `;`: run apart. */
const RULE_KINDS: readonly (readonly string[])[] = [[], ["--rule-kind", "Ghas"]];

/** The characters of RFC 3986, section 2; a scheme or a root is looked for by `escapesRoot`. */
const URI_REFERENCE = /^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/;

const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: {
    uri: (text: string) => URI_REFERENCE.test(text) && URL.canParse(text),
    "uri-reference": URI_REFERENCE,
    uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
  },
});
const validate = ajv.compile(schema);

/** What is wrong with one log, a line each; nothing where it is sound. */
export async function checkSarif(log: string): Promise<string[]> {
  const value: unknown = JSON.parse(await Deno.readTextFile(log));
  const problems = [...schemaProblems(value), ...uriProblems(value)];
  // The multitool gives up on what it cannot read, without a word, and calls that a success.
  if (problems.length > 0) return problems;
  for (const kind of RULE_KINDS) problems.push(...await runMultitool(log, kind));
  return problems;
}

function schemaProblems(value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const detail = params["additionalProperty"] ?? params["allowedValues"]?.join(", ");
    return `schema: ${instancePath || "/"} ${message}${detail === undefined ? "" : ` (${detail})`}`;
  });
}

/** GitHub matches a result to a file of the repository by a path relative to its root. */
function uriProblems(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const at = `${path}/${key}`;
    if (key !== "artifactLocation") return uriProblems(child, at);
    return escapesRoot(child?.uri)
      ? [`uri: ${at} is not a path below the root ("${child.uri}")`]
      : [];
  });
}

function escapesRoot(uri: unknown): boolean {
  return typeof uri !== "string" || /^[a-z][a-z0-9+.-]*:|^\/|(?:^|\/)\.\.(?:\/|$)/i.test(uri);
}

/** One finding of the multitool on its output: `FILE(LINE,COLUMN): error ID: …`. */
const PROBLEM = /: (?:error|warning) ([A-Z]+\d+): (.*)$/;

/** It exits with 0 whatever it finds, so its lines are what counts, and its own word that it ended. */
async function runMultitool(log: string, options: readonly string[]): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.chmod(MULTITOOL, 0o755);
    const { stdout, stderr } = await new Deno.Command(MULTITOOL, {
      args: ["validate", log, ...options, "--output", join(folder, "log.sarif")],
      // Without it the program needs a library (ICU) that small images lack.
      env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
    }).output();
    const lines = new TextDecoder().decode(stdout).split(/\r?\n/);
    if (!lines.includes("Analysis completed successfully.")) {
      throw new Error(
        `The multitool failed:\n${lines.join("\n")}${new TextDecoder().decode(stderr)}`,
      );
    }
    return lines.flatMap((line) => {
      const [, id, text] = PROBLEM.exec(line) ?? [];
      return id === undefined ? [] : [`${id}: ${text}`];
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The logs this program makes by itself: the canonical report, an empty one, and a real scan. */
async function makeLogs(folder: string): Promise<string[]> {
  const logs = new Map([
    [
      "canonical.sarif",
      toSarif(filterReport(CANONICAL_REPORT, { persona: "auditor" })),
    ],
    ["empty.sarif", toSarif(filterReport(EMPTY_REPORT, { persona: "auditor" }))],
    ["scan.sarif", await scanServers()],
  ]);
  const paths: string[] = [];
  for (const [name, text] of logs) {
    paths.push(join(folder, name));
    await Deno.writeTextFile(join(folder, name), text);
  }
  return paths;
}

async function scanServers(): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "main.ts", "scan", "testdata/servers", "-o", "sarif", "--fail-on", "none"],
    cwd: ROOT,
  }).output();
  if (code !== 0) {
    throw new Error(`The scan ended with ${code}:\n${new TextDecoder().decode(stderr)}`);
  }
  return new TextDecoder().decode(stdout);
}

if (import.meta.main) {
  const folder = await Deno.makeTempDir();
  try {
    const logs = Deno.args.length > 0
      ? await Promise.all(Deno.args.map((log) => Deno.realPath(log)))
      : await makeLogs(folder);
    for (const log of logs) {
      const problems = await checkSarif(log);
      console.error(`${problems.length === 0 ? "ok  " : "FAIL"} ${log}`);
      for (const problem of problems) console.error(`     ${problem}`);
      if (problems.length > 0) Deno.exitCode = 1;
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
