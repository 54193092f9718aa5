// Random edits of real code that touch no finding make nothing new, whatever they are.

import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { runCli } from "../support/run_cli.ts";
import { plant, withFolder } from "../support/temp_folder.ts";

/** Pieces of a file, each with a finding; equal ones are told apart. Then as a formatter has them. */
const PIECES = [
  "def first(x):\n    return eval(x)\n",
  "def second(x):\n    y = 1\n    return eval(x)\n",
  'def third(x):\n    os.system("ls " + x)\n',
  'def fourth(path):\n    return subprocess.run("cat " + path, shell=True)\n',
];
const FORMATTED = [
  "def first( x ):\n    return eval(\n        x,\n    )\n",
  "def second(x):\n    y=1\n\n    return eval( x )\n",
  "def third(x):\n    os.system('ls '+x)\n",
  "def fourth(path):\n    return subprocess.run(\n        'cat ' + path,\n        shell=True,\n    )\n",
];
const HEAD = "import os\nimport subprocess\n";

interface Edits {
  readonly order: readonly number[];
  readonly lines: readonly { readonly after: number; readonly text: string }[];
  readonly formatted: readonly boolean[];
  readonly name: string;
}

const EDITS: fc.Arbitrary<Edits> = fc.record({
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
  lines: fc.array(
    fc.record({
      after: fc.nat(3),
      text: fc.constantFrom(
        "\n",
        "# a note\n",
        "LIMIT = 10\n",
        "\n\n",
        "def plain():\n    return 1\n",
      ),
    }),
    { maxLength: 6 },
  ),
  formatted: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  name: fc.constantFrom("server.py", "renamed.py", "src/server.py"),
});

function edited({ order, lines, formatted }: Edits): string {
  const pieces = order.map((which, place) =>
    (formatted[which] ? FORMATTED : PIECES)[which]! +
    lines.filter(({ after }) => after === place).map((line) => line.text).join("")
  );
  return HEAD + pieces.join("\n");
}

const scan = async (cwd: string, ...args: string[]) => {
  const { stdout } = await runCli(
    [
      "scan",
      "-o",
      "json",
      "--persona",
      "auditor",
      "--no-cache",
      ...args,
      "--baseline-file",
      "../b.json",
    ],
    { cwd },
  );
  return JSON.parse(stdout);
};

Deno.test("moved functions, inserted lines, new names and white space make nothing new", async () => {
  const other = `${HEAD}${PIECES[2]}`;
  await withFolder(
    { "p/.git/": "", "p/server.py": HEAD + PIECES.join("\n"), "p/other.py": other },
    async (folder) => {
      const cwd = join(folder, "p");
      const saved = await scan(cwd, "--save-baseline");
      const { length } = saved.findings;
      assert.ok(length >= 5);
      await fc.assert(
        fc.asyncProperty(EDITS, async (edits) => {
          await Deno.remove(join(cwd, "server.py")).catch(() => {});
          await plant(cwd, { [edits.name]: edited(edits) });
          const { comparison, findings } = await scan(cwd);
          await Deno.remove(join(cwd, edits.name));
          assert.equal(findings.length, length);
          assert.deepEqual([comparison.counts.new, comparison.fixed], [0, []]);
          assert.equal(comparison.counts.changed + comparison.counts.unchanged, length);
          assert.ok(comparison.counts.unchanged >= 1);
        }),
        { numRuns: 30 },
      );
    },
  );
});
