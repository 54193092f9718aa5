// Suppressions as a user meets them: comments, the file, what has no effect, and other people's.

import assert from "node:assert/strict";
import { join } from "node:path";
import { type CliResult, runCli, type RunOptions } from "../support/run_cli.ts";
import { type Tree, withFolder } from "../support/temp_folder.ts";

const RULE = "mcp-plain-http";
const CONFIG = '{"mcpServers":{"crm":{"type":"http","url":"http://crm.example.com/mcp"}}}';
const EVAL = "def f(x):\n    eval(x)\n";

interface Json {
  readonly findings: readonly {
    ruleId: string;
    file: string;
    severity: string;
    fingerprint: string;
    message: string;
    triage: Record<string, string>;
  }[];
  readonly notes: readonly { kind: string; file: string; line: number; message: string }[];
  readonly summary: { byTriage: Record<string, number> };
}

/** Scans a repository of the user's own. */
async function scanOwn(
  tree: Tree,
  args: readonly string[] = [],
  options: Omit<RunOptions, "cwd"> = {},
): Promise<Json & CliResult> {
  let scanned: Json & CliResult | undefined;
  await withFolder({ ".git/": "", ...tree }, async (cwd) => {
    const result = await runCli(["scan", "-o", "json", ...args], { cwd, ...options });
    scanned = { ...result, ...(result.stdout === "" ? {} : JSON.parse(result.stdout)) };
  });
  return scanned!;
}

function entry(lines: string): string {
  return `version: '1'\nsuppressions:\n  - id: SUP-1\n    reason: reviewed by the team\n` +
    lines.split("\n").map((line) => `    ${line}\n`).join("");
}

const FILE = ".mcp-sentinel-ignore.yaml";

Deno.test("scan sets aside what the project's file of suppressions names, and says why", async () => {
  const tree = { ".mcp.json": CONFIG, [FILE]: entry(`rule: ${RULE}\npath: .mcp.json`) };
  const { code, findings, notes, summary } = await scanOwn(tree);
  assert.equal(code, 0);
  assert.deepEqual(findings.map(({ ruleId, triage }) => [ruleId, triage]), [
    [RULE, { state: "suppressed", by: "SUP-1", reason: "reviewed by the team" }],
  ]);
  assert.deepEqual(notes, []);
  assert.deepEqual(summary.byTriage, { open: 0, suppressed: 1, known: 0 });
  await withFolder({ ".git/": "", ...tree }, async (cwd) => {
    const { stdout } = await runCli(["scan"], { cwd });
    assert.match(stdout, /high \(suppressed\): /);
    assert.match(stdout, /note: suppressed by SUP-1: reviewed by the team/);
    assert.match(stdout, /No open findings/);
    const sarif = JSON.parse((await runCli(["scan", "-o", "sarif"], { cwd })).stdout);
    assert.deepEqual(sarif.runs[0].results[0].suppressions, [
      { kind: "external", status: "accepted", justification: "reviewed by the team" },
    ]);
  });
});

Deno.test("every condition of a suppression has to hold", async () => {
  const plain = await scanOwn({ ".mcp.json": CONFIG });
  const [{ fingerprint, message }] = plain.findings as [Json["findings"][number]];
  assert.equal(plain.code, 1);
  const cases: readonly [conditions: string, isSuppressed: boolean][] = [
    [`rule: ${RULE}`, true],
    ["rule: command-injection\npath: .mcp.json", false],
    [`fingerprint: ${fingerprint}`, true],
    [`fingerprint: ${fingerprint.replace(/./g, "a")}`, false],
    ["path: '*.json'", true],
    ["path: '**/.mcp.json'", true],
    ["path: mcp.json", false],
    ["path: .mcp.json/", false],
    ["path: .mcp.json\nlines: 1", true],
    ["path: .mcp.json\nlines: 1-9", true],
    ["path: .mcp.json\nlines: 2-9", false],
    [`rule: ${RULE}\nseverity: high`, true],
    [`rule: ${RULE}\nseverity: critical`, false],
    [`rule: ${RULE}\nmessage: ${JSON.stringify(message)}`, true],
    [`rule: ${RULE}\nmessage: ${JSON.stringify(message.slice(1))}`, false],
    [`rule: ${RULE}\nauthor: ann\nexpires: 2026-01-15`, true],
    [`rule: ${RULE}\nexpires: 2026-01-14`, false],
    [`rule: ${RULE}\nexpires: 2026-01-15T12:00:01Z`, true],
    [`rule: ${RULE}\nexpires: 2026-01-15T12:00:00Z`, false],
  ];
  for (const [conditions, isSuppressed] of cases) {
    const { code, findings } = await scanOwn({ ".mcp.json": CONFIG, [FILE]: entry(conditions) });
    assert.equal(findings[0]!.triage["state"], isSuppressed ? "suppressed" : "open", conditions);
    assert.equal(code, isSuppressed ? 0 : 1, conditions);
  }
});

Deno.test("what has expired, fits nothing or names no rule is told of", async () => {
  const cases: readonly [conditions: string, kind: string][] = [
    [`rule: ${RULE}\nexpires: 2026-01-14`, "expired"],
    ["path: server.py", "unused"],
    ["rule: mcp-plain-htp", "unknown-rule"],
  ];
  for (const [conditions, kind] of cases) {
    const tree = { ".mcp.json": CONFIG, [FILE]: entry(conditions) };
    const { notes } = await scanOwn(tree);
    assert.deepEqual(notes.map((note) => [note.kind, note.file, note.line]), [[kind, FILE, 3]]);
    await withFolder({ ".git/": "", ...tree }, async (cwd) => {
      const { stdout } = await runCli(["scan"], { cwd });
      assert.match(stdout, new RegExp(`${kind}: \\.mcp-sentinel-ignore\\.yaml:3\\b`));
    });
  }
});

Deno.test("scan fails on unused suppressions where that is asked for", async () => {
  const tree = { "server.py": "print()\n", [FILE]: entry("path: server.py") };
  assert.equal((await scanOwn(tree)).code, 0);
  assert.equal((await scanOwn(tree, ["--fail-on-unused-suppressions"])).code, 1);
  // Of a part it cannot be said.
  const part = { "a/server.py": "print()\n", [FILE]: entry("path: b/server.py") };
  assert.deepEqual((await scanOwn(part, ["a"])).notes, []);
  assert.equal((await scanOwn(part, ["a", "--fail-on-unused-suppressions"])).code, 0);
  assert.equal((await scanOwn(part, [".", "--fail-on-unused-suppressions"])).code, 1);
});

Deno.test("a critical finding needs an end or its own fingerprint to be set aside", async () => {
  const server = "import os\nfrom mcp.server.fastmcp import FastMCP\nmcp = FastMCP('x')\n\n" +
    "@mcp.tool()\ndef run(command: str) -> None:\n    os.system(command)";
  const states = async (tree: Tree) => {
    const { findings, notes } = await scanOwn(tree);
    const found = findings.find(({ ruleId }) => ruleId === "command-injection")!;
    assert.equal(found.severity, "critical");
    return [found.triage["state"], notes.map(({ kind }) => kind), found.fingerprint] as const;
  };
  const [, , fingerprint] = await states({ "server.py": server });
  const cases: readonly [tree: Tree, state: string, notes: readonly string[]][] = [
    [{ "server.py": server, [FILE]: entry("rule: command-injection") }, "open", ["unbound"]],
    [
      { "server.py": server, [FILE]: entry("rule: command-injection\nexpires: 2026-03-01") },
      "suppressed",
      [],
    ],
    [{ "server.py": server, [FILE]: entry(`fingerprint: ${fingerprint}`) }, "suppressed", []],
    [
      { "server.py": `${server}  # mcp-sentinel-ignore[command-injection]: a tool for admins` },
      "open",
      ["unbound"],
    ],
    [
      {
        "server.py":
          `${server}  # mcp-sentinel-ignore[command-injection]: for admins until=2026-03-01`,
      },
      "suppressed",
      [],
    ],
  ];
  for (const [tree, state, notes] of cases) {
    assert.deepEqual((await states(tree)).slice(0, 2), [state, notes], JSON.stringify(tree));
  }
});

Deno.test("comments count on their line and on the line above", async () => {
  const ignored = "# mcp-sentinel-ignore[code-evaluation]: a calculator";
  const cases: readonly [text: string, state: string, notes: readonly string[]][] = [
    [EVAL, "open", []],
    [`def f(x):\n    eval(x)  ${ignored}\n`, "suppressed", []],
    [`def f(x):\n    ${ignored}\n    eval(x)\n`, "suppressed", []],
    [`def f(x):\n    ${ignored}\n\n    eval(x)\n`, "open", ["unused"]],
    [`def f(x):\n    y = 1  ${ignored}\n    eval(x)\n`, "open", ["unused"]],
    [`def f(x):\n    eval(x)  # mcp-sentinel-ignore[code-evaluation]\n`, "open", ["malformed"]],
    [`def f(x):\n    eval(x)  # mcp-sentinel-ignore: all\n`, "open", ["malformed"]],
    [`def f(x):\n    eval(x)  # mcp-sentinel-ignore[*]: all\n`, "open", ["malformed"]],
    [
      `def f(x):\n    eval(x)  # mcp-sentinel-ignore[code-evaluatio]: typo\n`,
      "open",
      ["unknown-rule"],
    ],
    [`def f(x):\n    eval(x)  ${ignored} until=2026-01-15\n`, "suppressed", []],
    [`def f(x):\n    eval(x)  ${ignored} until=2026-01-14\n`, "open", ["expired"]],
    [`def f(x):\n    eval(x)  ${ignored} until=2026-02-30\n`, "open", ["malformed"]],
  ];
  for (const [text, state, kinds] of cases) {
    const { findings, notes } = await scanOwn({ "server.py": text }, ["--persona", "auditor"]);
    const found = findings.find(({ ruleId }) => ruleId === "code-evaluation")!;
    assert.equal(found.triage["state"], state, text);
    assert.deepEqual(notes.map(({ kind }) => kind), kinds, text);
  }
});

Deno.test("another's target cannot silence the scan, and the attempt is told of", async () => {
  const tree = {
    "own/.git/": "",
    "their/.git/": "",
    "their/.mcp.json": CONFIG,
    "their/server.py":
      "def f(x):\n    # mcp-sentinel-ignore[code-evaluation]: trust me\n    eval(x)\n",
    [`their/${FILE}`]: entry(`rule: ${RULE}`),
    "plain/.mcp.json": CONFIG,
    [`plain/${FILE}`]: entry(`rule: ${RULE}`),
    "own/mine.yaml": entry(`rule: ${RULE}\npath: .mcp.json`),
  };
  await withFolder(tree, async (folder) => {
    const cwd = join(folder, "own");
    const scan = async (...args: string[]): Promise<Json> =>
      JSON.parse(
        (await runCli(["scan", "-o", "json", "--persona", "auditor", ...args], { cwd })).stdout,
      );
    const untouched = await scan("../their");
    assert.deepEqual(untouched.summary.byTriage["suppressed"], 0);
    assert.deepEqual(untouched.notes.map(({ kind, file, line }) => [kind, file, line]), [
      ["untrusted", FILE, 1],
      ["untrusted", "server.py", 2],
    ]);
    const trusted = await scan("../their", "--trust-target");
    assert.deepEqual([trusted.summary.byTriage["suppressed"], trusted.notes], [2, []]);
    // Not in any repository.
    assert.deepEqual((await scan("../plain")).notes.map(({ kind }) => kind), ["untrusted"]);
    // What the user names is the user's will.
    const given = await scan("../plain", "--suppress", "mine.yaml");
    assert.deepEqual(given.findings.map(({ triage }) => triage["state"]), ["suppressed"]);
  });
});

Deno.test("a repository within one's own cannot silence the scan", async () => {
  const { notes, summary } = await scanOwn({
    "sub/.git/": "",
    "sub/server.py": "def f(x):\n    eval(x)  # mcp-sentinel-ignore[code-evaluation]: trust me\n",
  }, ["--persona", "auditor"]);
  assert.equal(summary.byTriage["suppressed"], 0);
  assert.deepEqual(notes.map(({ kind, file }) => [kind, file]), [["untrusted", "sub/server.py"]]);
});

Deno.test("a file of suppressions that is not as it should be ends the scan with its place", async () => {
  const alias = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b, *b]\n";
  const cases: readonly [text: string, error: RegExp][] = [
    ["", /:1:1: Expected suppressions, and the file is empty/],
    ["version: '2'\nsuppressions: []\n", /:1:10: Expected one of 1 for "version"/],
    ["version: '1'\n", /:1:1: Expected the key "suppressions"/],
    [
      "version: '1'\nsuppression: []\n",
      /:2:1: Unknown key "suppression"\. Did you mean "suppressions"/,
    ],
    ["version: '1'\nsuppressions: x\n", /:2:15: Expected a list/],
    [entry("rule: x\nexpire: 2027-01-01"), /:6:5: Unknown key "expire"\. Did you mean "expires"/],
    [entry("rule: x\nexpires: 2027-02-30"), /:6:14: Expected a day such as 2027-03-01/],
    [entry("rule: x\nexpires: soon"), /:6:14: Expected a day/],
    [entry("severity: high"), /:3:5: Expected "rule", "fingerprint" or "path"/],
    [entry("rule: x\nlines: 1-2"), /:6:5: Expected "path" or "fingerprint" beside "lines"/],
    [entry("path: a.py\nlines: 9-2"), /:6:12: Expected a line or lines/],
    [entry("path: ../a.py"), /:5:11: Expected a path from the folder of this file/],
    [entry("path: '!a.py'"), /:5:11: Expected a path/],
    [entry("fingerprint: abc"), /:5:18: Expected a fingerprint/],
    [entry("rule: x\nseverity: hihg"), /:6:15: Expected one of .*Did you mean "high"/],
    [entry("rule: x").replace("SUP-1", "comment"), /:3:9: Choose an id/],
    [entry("rule: x").replace("reviewed by the team", "''"), /:4:13: Expected text for "reason"/],
    [
      entry("rule: x") + entry("rule: y").split("\n").slice(2).join("\n"),
      /:6:9: The id "SUP-1" is taken in line 3/,
    ],
    [alias, /Anchors are not taken/],
    ["version: [", /No YAML/],
    ["[".repeat(5000), /Brackets stand too deep/],
    [
      "version: '1'\nversion: '1'\nsuppressions: []\n",
      /:2:1: The key "version" stands here a second time/,
    ],
    ["__proto__: 1\nversion: '1'\nsuppressions: []\n", /:1:1: Unknown key "__proto__"/],
    ["version: '1'\nsuppressions: !!js/function x\n", /Tags are not taken|No YAML/],
    [`#${"x".repeat(300_000)}`, /:1:1: Expected at most 256 KiB of suppressions/],
  ];
  for (const [text, error] of cases) {
    const { code, stdout, stderr } = await scanOwn({ "server.py": EVAL, [FILE]: text });
    assert.deepEqual([code, stdout], [3, ""], text.slice(0, 80));
    assert.match(stderr, error, text.slice(0, 80));
  }
  const missing = await scanOwn({ "server.py": EVAL }, ["--suppress", "none.yaml"]);
  assert.equal(missing.code, 3);
  assert.match(missing.stderr, /Could not read the suppressions "none\.yaml": no such file/);
});
