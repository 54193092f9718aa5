// Files of settings as a user meets them: which are found and which is stronger, what is wrong in
// them, what others' have no say in, and what no project's file may do.

import assert from "node:assert/strict";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { schemaText } from "../../src/cli/mod.ts";
import { SETTING_NAMES, settingOf, SETTINGS, VARIABLES } from "../../src/config/mod.ts";
import { SEVERITIES } from "../../src/core/mod.ts";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { PERSONAS } from "../../src/report/mod.ts";
import { type CliResult, ROOT, runCli, type RunOptions } from "../support/run_cli.ts";
import { madeUpToken } from "../support/secrets.ts";
import { type Tree, withFolder } from "../support/temp_folder.ts";

const FILE = ".mcp-sentinel.yaml";
const HTTP = '{"mcpServers":{"crm":{"type":"http","url":"http://crm.example.com/mcp"}}}';

interface Json {
  readonly findings: readonly { ruleId: string; file: string; severity: string }[];
  readonly notes: readonly { kind: string; file: string; line: number; message: string }[];
  readonly coverage: { analysed: number; percent: number; inPart: number };
  readonly configuration: { files: string[]; rulesOff: string[]; leftOut: number };
}

interface Place extends Omit<RunOptions, "cwd"> {
  /** In the folder of the test; `own` is a repository. */
  readonly cwd?: string;
}

/** Runs a line in the folder `own` of a tree, a repository. */
async function runIn(tree: Tree, args: readonly string[], place: Place = {}): Promise<CliResult> {
  let result: CliResult | undefined;
  await withFolder({ "own/.git/": "", ...tree }, async (folder) => {
    const { cwd = "own", env = {}, ...options } = place;
    const home = { HOME: join(folder, "home") };
    result = await runCli(args, { ...options, cwd: join(folder, cwd), env: { ...home, ...env } });
  });
  return result!;
}

async function scanIn(tree: Tree, args: readonly string[] = [], place?: Place): Promise<Json> {
  const { stdout, stderr } = await runIn(tree, ["scan", "-o", "json", ...args], place);
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout);
}

Deno.test("each layer is stronger than those before it, setting by setting", async () => {
  const tree: Tree = {
    [`own/${FILE}`]:
      "scan: { fail-on: info, strict: true, ignore: false }\nrules: { disable: [secrets, mcp-plain-http] }\n",
    "home/.mcp-sentinel/config.yaml":
      "scan: { fail-on: low, strict: false }\nrules: { enable: [secrets] }\n",
    "own/ci.yaml": "scan: { fail-on: high, min-coverage: 50 }\n",
  };
  const originsOf = async (args: string[], env: Record<string, string> = {}) => {
    const line = ["config", "show", "-o", "json", ...args];
    const { stdout, stderr } = await runIn(tree, line, { env });
    assert.notEqual(stdout, "", stderr);
    const { settings, rules } = JSON.parse(stdout);
    const shown = settings.filter(({ name }: { name: string }) => name.startsWith("scan."))
      .filter(({ origin }: { origin: { from: string } }) => origin.from !== "default")
      .map(({ name, value, origin }: Record<string, { from: string; line: number }>) => [
        name,
        value,
        origin!.from,
        origin!.line,
      ]);
    return [
      ...shown,
      ...rules.map((word: Record<string, unknown>) => [word["name"], word["says"]]),
    ];
  };
  assert.deepEqual(await originsOf([]), [
    ["scan.ignore", false, "project", 1],
    ["scan.fail-on", "low", "user", 1],
    ["scan.strict", false, "user", 1],
    ["mcp-plain-http", "off"],
    ["secrets", "on"],
  ]);
  const variables = { MCP_SENTINEL_SCAN_FAIL_ON: "medium", MCP_SENTINEL_SCAN_STRICT: "" };
  assert.deepEqual((await originsOf([], variables)).slice(0, 3), [
    ["scan.ignore", false, "project", 1],
    ["scan.fail-on", "medium", "environment", undefined],
    ["scan.strict", false, "user", 1],
  ]);
  // A file that is named stands in the place of the project's.
  const named = [
    ["scan.fail-on", "high", "named", 1],
    ["scan.min-coverage", 50, "named", 1],
    ["scan.strict", false, "user", 1],
    ["secrets", "on"],
  ];
  assert.deepEqual(await originsOf(["--config", "ci.yaml"], variables), named);
  assert.deepEqual(await originsOf([], { ...variables, MCP_SENTINEL_CONFIG: "ci.yaml" }), named);
});

Deno.test("flags are stronger than all else, also those that take back", async () => {
  const tree = { [`own/${FILE}`]: "scan: { fail-on: none }\n", "own/.mcp.json": HTTP };
  const env = { MCP_SENTINEL_SCAN_FAIL_ON: "none", MCP_SENTINEL_OUTPUT_QUIET: "true" };
  const codeOf = async (...args: string[]) => (await runIn(tree, ["scan", ...args], { env })).code;
  assert.deepEqual([await codeOf(), await codeOf("--fail-on", "high")], [0, 1]);
  const strict = { ...tree, [`own/${FILE}`]: "scan: { strict: true, min-coverage: 100 }\n" };
  const broken = { ...strict, "own/.mcp.json": '{"mcpServers": {' };
  assert.equal((await runIn(broken, ["scan"])).code, 2);
  assert.equal((await runIn(broken, ["scan", "--no-strict", "--min-coverage", "0"])).code, 0);
});

Deno.test("the nearest file from the target upwards counts, and globs count from its folder", async () => {
  const tree: Tree = {
    [`own/${FILE}`]: "scan: { exclude: [a.py] }\n",
    [`own/sub/${FILE}`]: "scan: { exclude: [dir/a.py, c.py] }\n",
    "own/a.py": "x = 1\n",
    "own/sub/dir/a.py": "x = 1\n",
    "own/sub/dir/b.py": "x = 1\n",
    "own/sub/dir/deep/c.py": "x = 1\n",
    "own/dir/a.py": "x = 1\n",
    "own/dir/c.py": "x = 1\n",
  };
  const analysed = async (...args: string[]) => (await scanIn(tree, args)).coverage.analysed;
  // Of the whole the top's file counts, for a.py at any depth; the other is an ordinary file.
  assert.equal(await analysed("."), 4);
  assert.equal(await analysed("sub/dir"), 1);
  assert.equal(await analysed("sub/dir", "dir"), 3);
  assert.equal(await analysed("dir/a.py", "sub"), 3);
});

Deno.test("what is wrong in a file is told with its place and the nearest right name", async () => {
  const alias = "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b, *b]\n";
  const cases: readonly [text: string, error: RegExp][] = [
    ["scna: {}\n", /:1:1: Unknown key "scna"\. Did you mean "scan"\?/],
    ["scan:\n  fial-on: high\n", /:2:3: Unknown key "fial-on"\. Did you mean "fail-on"\?/],
    ["scan:\n  max_file_size: 1k\n", /:2:3: .*Did you mean "max-file-size"\?/],
    ["scan:\n  format: json\n", /:2:3: .*Did you mean "output\.format"\?/],
    ["fail-on: high\n", /:1:1: Unknown key "fail-on"/],
    [
      "scan:\n  fail-on: hihg\n",
      /:2:12: Expected one of .* for "scan\.fail-on"\. Did you mean "high"/,
    ],
    ["scan:\n  strict: 'true'\n", /:2:11: Expected true or false for "scan\.strict"/],
    ["scan:\n  strict: yes\n", /:2:11: Expected true or false/],
    ["scan:\n  max-file-size: -3\n", /:2:18: Expected a size/],
    ["scan:\n  max-file-size: 9999GiB\n", /:2:18: Expected a size/],
    ["scan:\n  min-coverage: 101\n", /:2:17: Expected a share in percent/],
    ["scan:\n  min-coverage: [5]\n", /:2:17: Expected a share in percent/],
    ["cache:\n  ttl: 24\n", /:2:8: Expected a duration/],
    ["scan:\n  exclude: 7\n", /:2:12: Expected a list/],
    ["scan:\n  exclude: [ok, '[']\n", /:2:17: Expected a glob/],
    ["scan:\n  exclude: ['']\n", /:2:13: Expected a glob/],
    ["scan: high\n", /:1:7: Expected settings below "scan"/],
    ["- scan\n", /:1:1: Expected sections/],
    ["version: 2\n", /:1:10: Expected '1' for "version"/],
    ["rules:\n  disable: [mcp-plain-htp]\n", /:2:13: Unknown rule "mcp-plain-htp"\. Did you mean/],
    ["rules:\n  disable: [secrets]\n  enable: secrets\n", /:3:11: "secrets" stands in both/],
    ["rules:\n  severity: { mcp-plain-http: hihg }\n", /:2:31: Expected one of .*mean "high"/],
    ["rules:\n  severity: [x]\n", /:2:13: Expected rules with severities/],
    ["rules:\n  paths: { path: x }\n", /:2:10: Expected a list for "rules\.paths"/],
    ["rules:\n  paths: [{ path: x }]\n", /:2:11: Expected "enable", "disable" or "severity"/],
    ["rules:\n  paths: [{ disable: all }]\n", /:2:11: Expected the key "path"/],
    ["rules:\n  paths: [{ pth: x, disable: all }]\n", /:2:13: Unknown key "pth".*"path"/],
    ["rules:\n  paths: [{ path: ../x, disable: all }]\n", /:2:19: Expected a path from the folder/],
    ["rules:\n  paths: [{ path: x, disable: [secerts] }]\n", /Unknown rule "secerts".*"secrets"/],
    ["scan:\n  strict: true\n  strict: true\n", /:3:3: The key "strict" stands here a second time/],
    ["__proto__: 1\n", /:1:1: Unknown key "__proto__"/],
    ["scan:\n  constructor: 1\n", /:2:3: Unknown key "constructor"/],
    [alias, /Anchors are not taken/],
    ["scan: [", /No YAML/],
    ["[".repeat(5000), /Brackets stand too deep/],
    ["scan: !!js/function x\n", /Tags are not taken|No YAML/],
    [`#${"x".repeat(300_000)}\nscan: {}\n`, /:1:1: Expected at most 256 KiB of configuration/],
    [many(30_000, (i) => `k${i}: ${i}\n`), /Expected at most 256 KiB|Too many values/],
  ];
  for (const [text, error] of cases) {
    const { code, stdout, stderr } = await runIn(
      { [`own/${FILE}`]: text, "own/.mcp.json": HTTP },
      ["scan"],
    );
    assert.deepEqual([code, stdout], [3, ""], text.slice(0, 80));
    assert.match(stderr, error, text.slice(0, 80));
    assert.match(stderr, /^(?:error: )\.mcp-sentinel\.yaml:/m, text.slice(0, 80));
  }
});

function many(count: number, piece: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => piece(i)).join("");
}

Deno.test("an empty file and one of comments alone say nothing", async () => {
  for (const text of ["", "# scan:\n#   strict: true\n", "scan:\n", "version: '1'\n"]) {
    const { configuration } = await scanIn({ [`own/${FILE}`]: text, "own/.mcp.json": HTTP });
    assert.deepEqual(configuration, { files: [FILE], rulesOff: [], leftOut: 0 });
  }
});

Deno.test("a variable that means nothing, or says what cannot be, ends the scan", async () => {
  const errorOf = async (env: Record<string, string>) => {
    const { code, stderr } = await runIn({ "own/.mcp.json": HTTP }, ["scan"], { env });
    assert.equal(code, 3);
    return stderr;
  };
  assert.match(
    await errorOf({ MCP_SENTINEL_SCAN_FAIL_NO: "high" }),
    /MCP_SENTINEL_SCAN_FAIL_NO: Unknown variable\. Did you mean "MCP_SENTINEL_SCAN_FAIL_ON"\?/,
  );
  assert.match(
    await errorOf({ MCP_SENTINEL_SCAN_FAIL_ON: "hihg" }),
    /MCP_SENTINEL_SCAN_FAIL_ON: Expected one of .*Did you mean "high"\?/,
  );
  assert.match(await errorOf({ MCP_SENTINEL_CONFIG: "no.yaml" }), /"no\.yaml": no such file/);
});

Deno.test("keys and passwords are refused, by name and by shape, and never shown", async () => {
  const token = madeUpToken("Anthropic API key");
  const cases: readonly [text: string, place: string][] = [
    ["ai:\n  api-key: x\n", "2:3"],
    ["ai:\n  OPENAI_API_KEY: x\n", "2:3"],
    ["output:\n  authToken: x\n", "2:3"],
    ["ai: { providers: [{ password: x }] }\n", "1:21"],
    [`git:\n  base: ${token}\n`, "2:9"],
    [`# ${token}\nscan: {}\n`, "1:3"],
  ];
  for (const [text, place] of cases) {
    for (const file of [`own/${FILE}`, "home/.mcp-sentinel/config.yaml"]) {
      const { code, stderr } = await runIn({ [file]: text, "own/.mcp.json": HTTP }, ["scan"]);
      assert.equal(code, 3, text.replace(token, "TOKEN"));
      assert.ok(stderr.includes(`:${place}: Keys and passwords are not taken`), stderr);
      assert.ok(!stderr.includes(token));
    }
  }
});

Deno.test("names of rules and settings that sound like secrets are none", async () => {
  const ids = ALL_RULES.map(({ id }) => id);
  for (const severity of SEVERITIES) {
    const text = `rules:\n  severity:\n${ids.map((id) => `    ${id}: ${severity}\n`).join("")}` +
      `  enable:\n${ids.map((id) => `    - ${id}\n`).join("")}`;
    const { code, stderr } = await runIn({ [`own/${FILE}`]: text, "own/a.py": "" }, ["scan"]);
    assert.equal(code, 0, stderr);
  }
});

Deno.test("a path of the user's file may begin at home, and saving a baseline compares with none", async () => {
  const tree = {
    "home/.mcp-sentinel/config.yaml": "cache: { directory: ~/kept }\n",
    [`own/${FILE}`]: "baseline: { compare: true, fail-on-new: low }\n",
    "own/a.py": "x = 1\n",
  };
  assert.match((await runIn(tree, ["cache", "clear"])).stdout, /^Cleared .*\/home\/kept\n$/);
  const { code, stderr } = await runIn(tree, ["scan", "--save-baseline"]);
  assert.deepEqual([code, /^Saved the baseline/m.test(stderr)], [0, true], stderr);
});

Deno.test("what settings leave out does not make a project a part of one, what flags leave out does", async () => {
  const tree = {
    [`own/${FILE}`]: "scan: { exclude: [vendor] }\n",
    "own/.mcp-sentinel-ignore.yaml":
      "version: '1'\nsuppressions:\n  - { id: S, reason: r, path: gone.py }\n",
    "own/a.py": "x = 1\n",
  };
  const kinds = async (...args: string[]) =>
    (await scanIn(tree, args)).notes.map(({ kind }) => kind);
  assert.deepEqual(await kinds(), ["unused"]);
  assert.deepEqual(await kinds("--exclude", "vendor"), []);
});

Deno.test("a project's file never leads out of the project, nor chooses where to reach", async () => {
  const outside = ["../rules", "/etc", "~/rules", "C:/rules", "..\\\\rules", "a/../../rules"];
  for (const path of outside) {
    for (const key of ["rules:\n  files", "baseline:\n  file", "suppression:\n  file"]) {
      const tree = { [`own/${FILE}`]: `${key}: "${path}"\n`, "own/.mcp.json": HTTP, "rules/": "" };
      for (const args of [["scan"], ["scan", "--config", FILE], ["scan", "--trust-target"]]) {
        const { code, stderr } = await runIn(tree, args);
        assert.equal(code, 3, path);
        assert.match(stderr, /:2:\d+: Expected a path inside the project/, path);
      }
    }
  }
  for (const key of ["ai", "guard", "proxy", "network"]) {
    const tree = { [`own/${FILE}`]: `${key}:\n  url: http://x.example\n`, "own/.mcp.json": HTTP };
    const { code, stderr } = await runIn(tree, ["scan", "--trust-target"]);
    assert.equal(code, 3);
    assert.match(stderr, /Unknown key/);
  }
});

Deno.test({
  name: "a link in a project does not lead its file out of it",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const tree = {
      "own/.git/": "",
      "own/.mcp.json": HTTP,
      [`own/${FILE}`]: "rules: { files: [link/own.yaml] }\n",
      "rules/own.yaml": "",
    };
    await withFolder(tree, async (folder) => {
      await Deno.symlink("../rules", join(folder, "own/link"));
      const cwd = join(folder, "own");
      const { code, stderr } = await runCli(["scan"], { cwd });
      assert.equal(code, 3);
      assert.match(stderr, /:1:\d+: Expected a path inside the project .* a link leads out/);
      await Deno.remove(join(cwd, FILE));
      await Deno.symlink("../rules/own.yaml", join(cwd, FILE));
      const linked = await runCli(["scan"], { cwd });
      assert.equal(linked.code, 3);
      assert.match(linked.stderr, /Could not read the configuration ".mcp-sentinel.yaml"/);
    });
  },
});

Deno.test("another name of the file is told of", async () => {
  const tree = { "own/.mcp-sentinel.yml": "scan: {}\n", "own/.mcp.json": HTTP };
  const { code, stderr } = await runIn(tree, ["scan"]);
  assert.equal(code, 3);
  assert.match(stderr, /hint: Name it \.mcp-sentinel\.yaml/);
});

/** Everything that a file could say to hide what is found. */
const SILENCING: readonly [text: string, names: string][] = [
  ["rules: { disable: [all] }\n", "rules.disable"],
  ["rules: { severity: { all: info } }\n", "rules.severity"],
  ["rules: { paths: [{ path: '**', disable: all }] }\n", "rules.paths"],
  ["scan: { exclude: ['*'] }\n", "scan.exclude"],
  ["scan: { include: [none.py] }\n", "scan.include"],
  ["scan: { max-file-size: 1 }\n", "scan.max-file-size"],
  ["scan: { fail-on: none }\n", "scan.fail-on"],
  ["output: { severity: critical }\n", "output.severity"],
  ["baseline: { file: b.json }\n", "baseline.file"],
  ["suppression: { file: s.yaml }\n", "suppression.file"],
  ["git: { base: HEAD }\n", "git.base"],
  ["not: [ yaml", ""],
];

Deno.test("settings of another's target have no effect, and are told of", async () => {
  for (const [text, names] of SILENCING) {
    const folders: readonly [place: string, tree: Tree][] = [
      ["their", { "their/.git/": "" }],
      ["plain", {}],
      ["own/sub", { "own/sub/.git/": "" }],
    ];
    for (const [folder, tree] of folders) {
      const all = { ...tree, [`${folder}/${FILE}`]: text, [`${folder}/.mcp.json`]: HTTP };
      const target = folder === "own/sub" ? "sub" : `../${folder}`;
      const { code, stdout } = await runIn(all, ["scan", target, "-o", "json"]);
      assert.equal(code, 1, text);
      const { findings, notes, configuration }: Json = JSON.parse(stdout);
      assert.deepEqual(findings.map(({ severity }) => severity), ["high"], text);
      assert.deepEqual(configuration, { files: [], rulesOff: [], leftOut: 0 });
      assert.deepEqual(notes.map(({ kind, file, line }) => [kind, file, line]), [
        ["untrusted", FILE, 1],
      ]);
      assert.ok(
        notes[0]!.message.startsWith(`A configuration${names && ` (${names})`}: it has no`),
      );
    }
  }
  const trusted = {
    [`plain/${FILE}`]: "rules: { disable: [all] }\n",
    "plain/.mcp.json": HTTP,
  };
  const { findings, notes } = await scanIn(trusted, ["../plain", "--trust-target"]);
  assert.deepEqual([findings, notes], [[], []]);
});

Deno.test("a .gitignore of another's target has no effect, and is told of where it would hide", async () => {
  const tree: Tree = {
    "their/.git/": "",
    "their/.gitignore": "*.log\n/.mcp.json\nsub/\n",
    "their/.mcp.json": HTTP,
    "their/sub/deep/.mcp.json": HTTP,
    "their/app/.gitignore": ".mcp.json\n",
    "their/app/.mcp.json": HTTP,
    "own/.gitignore": "x\n",
  };
  const { findings, notes } = await scanIn(tree, ["../their"]);
  assert.equal(findings.length, 3);
  assert.deepEqual(notes.map(({ kind, file, message }) => [kind, file, message.split(":")[0]]), [
    ["untrusted", ".gitignore", "It would hide 2 files with findings"],
    ["untrusted", "app/.gitignore", "It would hide a file with findings"],
  ]);
  assert.deepEqual((await scanIn(tree, ["../their", "--no-ignore"])).notes, []);
  const harmless = { ...tree, "their/.gitignore": "*.log\n", "their/app/.gitignore": "" };
  assert.deepEqual((await scanIn(harmless, ["../their"])).notes, []);
  const trusted: Record<string, string> = {
    ...tree as Record<string, string>,
    "their/server.py": "x = 1\n",
  };
  for (const target of ["../their", "../their/app"]) {
    const args = ["scan", target, "-o", "json", "--trust-target"];
    const { code, stdout } = await runIn(trusted, args);
    if (target === "../their") assert.deepEqual(JSON.parse(stdout).findings, []);
    else assert.equal(code, 2, "nothing is left to scan");
  }
  // Outside of any repository too.
  const { ["their/.git/"]: _, ...bare } = trusted;
  assert.deepEqual((await scanIn(bare, ["../their", "--trust-target"])).findings, []);
  assert.equal((await scanIn(bare, ["../their"])).findings.length, 3);
});

Deno.test("rules are chosen by id before family before all, and per path the last word counts", async () => {
  const token = madeUpToken("GitHub token");
  const tree = (settings: string): Tree => ({
    [`own/${FILE}`]: settings,
    "own/.mcp.json": HTTP,
    "own/app/.mcp.json": HTTP,
    "own/app/key.py": `KEY = "${token}"\n`,
    "own/tests/.mcp.json": HTTP,
  });
  const seen = async (settings: string) => {
    const { findings, configuration } = await scanIn(tree(settings));
    return [
      findings.map(({ ruleId, file, severity }) => `${file} ${ruleId} ${severity}`),
      configuration.leftOut,
    ];
  };
  const [http, app, key, test] = [
    ".mcp.json mcp-plain-http high",
    "app/.mcp.json mcp-plain-http high",
    "app/key.py provider-token high",
    "tests/.mcp.json mcp-plain-http low",
  ];
  const cases: readonly [settings: string, findings: readonly string[], leftOut: number][] = [
    ["", [http, app, key, test], 0],
    ["rules: { disable: [secrets] }", [http, app, test], 0],
    ["rules: { disable: [all], enable: [secrets] }", [key], 0],
    ["rules: { disable: [secrets], enable: [provider-token] }", [http, app, key, test], 0],
    ["rules: { enable: [secrets], disable: [provider-token] }", [http, app, test], 0],
    ["rules: { paths: [{ path: app/**, disable: all }] }", [http, test], 2],
    [
      "rules: { paths: [{ path: app/**, disable: all }, { path: app/key.py, enable: secrets }] }",
      [http, key, test],
      1,
    ],
    ["rules: { disable: all, paths: [{ path: app/**, enable: mcp-plain-http }] }", [app], 2],
    [
      "rules: { severity: { mcp-config: critical, all: low } }",
      [
        ".mcp.json mcp-plain-http critical",
        "app/.mcp.json mcp-plain-http critical",
        "app/key.py provider-token low",
        test,
      ],
      0,
    ],
    [
      "rules: { paths: [{ path: [tests/**, '*.json'], severity: { mcp-plain-http: medium } }] }",
      [
        ".mcp.json mcp-plain-http medium",
        app,
        key,
        "tests/.mcp.json mcp-plain-http medium",
      ],
      0,
    ],
    // No glob widens beyond what it says.
    ["rules: { paths: [{ path: ap, disable: all }, { path: .mcp.json, disable: all }] }", [
      app,
      key,
      test,
    ], 1],
  ];
  for (const [settings, findings, leftOut] of cases) {
    assert.deepEqual(await seen(settings), [findings, leftOut], settings);
  }
});

Deno.test("rules that are switched off are told of on the terminal and change SARIF's levels", async () => {
  const tree = {
    [`own/${FILE}`]: "rules:\n  disable: [secrets]\n  severity: { mcp-plain-http: low }\n",
    "own/.mcp.json": HTTP,
  };
  const { code, stdout } = await runIn(tree, ["scan"]);
  assert.equal(code, 0);
  assert.match(stdout, /^Settings of \.mcp-sentinel\.yaml: \d+ rules switched off \(/m);
  const sarif = JSON.parse((await runIn(tree, ["scan", "-o", "sarif"])).stdout).runs[0];
  assert.equal(sarif.results[0].level, "note");
  const ids = sarif.tool.driver.rules.map(({ id }: { id: string }) => id);
  assert.ok(ids.includes("mcp-plain-http") && !ids.includes("provider-token"));
});

Deno.test("the coverage counts files that were analysed as a whole, of those that rules read", async () => {
  const tree: Tree = {
    "own/a.py": "x = 1\n",
    "own/b.py": "def (:\n",
    "own/c.py": "x = 1\n",
    "own/large.py": `# ${"x".repeat(5000)}\n`,
    "own/logo.png": "no kind that rules read",
  };
  const args = ["--max-file-size", "4k"];
  const { coverage } = await scanIn(tree, args);
  assert.deepEqual([coverage.analysed, coverage.inPart, coverage.percent], [3, 1, 50]);
  const gate = async (percent: string) => {
    const line = ["scan", ...args, "--min-coverage", percent];
    const { code, stdout, stderr } = await runIn(tree, line);
    return [code, stderr, /Files: 6 found, 3 analysed, 1 with syntax errors/.test(stdout)];
  };
  assert.deepEqual(await gate("50"), [0, "", true]);
  assert.deepEqual(await gate("50.1"), [
    2,
    "error: The coverage is 50 %, below 50.1 % (--min-coverage)\n",
    true,
  ]);
  const strict = await runIn(tree, ["scan", ...args, "--strict"]);
  assert.deepEqual([strict.code, strict.stderr], [2, "error: There is 1 diagnostic (--strict)\n"]);
  // Nothing was left out and nothing is in part.
  assert.equal((await runIn({ "own/a.py": "" }, ["scan", "--min-coverage", "100"])).code, 0);
});

Deno.test("a baseline that a file names is told of as long as there is none", async () => {
  const tree = {
    [`own/${FILE}`]: "baseline: { file: b.json, fail-on-new: high }\n",
    "own/.mcp.json": HTTP,
  };
  await withFolder({ "own/.git/": "", ...tree }, async (folder) => {
    const cwd = join(folder, "own");
    const first = await runCli(["scan"], { cwd });
    assert.equal(first.code, 1);
    assert.match(first.stderr, /note: \.mcp-sentinel\.yaml:1: There is no baseline yet/);
    assert.equal((await runCli(["scan", "--save-baseline"], { cwd })).code, 1);
    const second = await runCli(["scan"], { cwd });
    assert.deepEqual([second.code, second.stderr], [0, ""]);
    assert.equal((await runCli(["scan", "--no-baseline"], { cwd })).code, 1);
  });
});

Deno.test("the schema takes what the program takes, and refuses what it refuses", async () => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(schemaText()));
  const page = await Deno.readTextFile(join(ROOT, "docs/configuration.md"));
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const cases: readonly [text: string, isRight: boolean][] = [
    [example!, true],
    ["scan: { fail-on: none, max-file-size: 10MiB, min-coverage: 95 }", true],
    ["scan: { exclude: one, include: [a, b] }", true],
    ["rules: { disable: all, severity: { own-rule: low } }", true],
    ["scan:", true],
    ["scna: {}", false],
    ["scan: { fial-on: high }", false],
    ["scan: { fail-on: hihg }", false],
    ["scan: { strict: 'true' }", false],
    ["scan: { min-coverage: 101 }", false],
    ["cache: { ttl: 24 }", false],
    ["rules: { severity: { x: hihg } }", false],
    ["rules: { paths: [{ disable: all }] }", false],
    ["version: '2'", false],
  ];
  for (const [text, isRight] of cases) {
    assert.equal(validate(parse(text)), isRight, `schema: ${text}`);
    const own = text.includes("own-rule");
    const { code } = await runIn({ [`own/${FILE}`]: text, "own/a.py": "" }, ["config", "show"]);
    if (!own) assert.equal(code, isRight ? 0 : 3, `program: ${text}`);
  }
});

Deno.test("help, schema, docs and variables name every setting, and no other", async () => {
  const { stdout: help } = await runCli(["scan", "--help"]);
  const page = await Deno.readTextFile(join(ROOT, "docs/configuration.md"));
  const { properties } = JSON.parse(schemaText());
  const inSchema = Object.entries(properties as Record<string, { properties?: object }>)
    .flatMap(([section, { properties = {} }]) =>
      Object.keys(properties).map((key) => `${section}.${key}`)
    );
  assert.deepEqual(inSchema.sort(), [...SETTING_NAMES].sort());
  const inPage = [...page.matchAll(/^\| `(\w+\.[\w-]+)` \|/gm)].map(([, name]) => name!);
  assert.deepEqual(inPage.sort(), [...SETTING_NAMES].sort());
  for (const name of SETTING_NAMES) {
    const { flag } = settingOf(name);
    if (flag !== undefined) assert.ok(help.includes(`  ${flag} `), flag);
  }
  const variables = [...page.matchAll(/`(MCP_SENTINEL_[A-Z_]+)`/g)].map(([, name]) => name!);
  const meant = variables.filter((name) => name !== "MCP_SENTINEL_");
  assert.deepEqual([...new Set(meant)].sort(), [...VARIABLES].sort());
  assert.deepEqual(SETTINGS["output.persona"].type.values, PERSONAS);
});

Deno.test("config show tells the place of each value", async () => {
  const tree = { [`own/${FILE}`]: "scan:\n  # why\n  fail-on: low\n", "own/a.py": "" };
  const args = ["config", "show", "--origin"];
  const { code, stdout } = await runIn(tree, args, {
    env: { MCP_SENTINEL_CACHE_TTL: "48h" },
  });
  assert.equal(code, 0);
  assert.match(stdout, /^scan\.fail-on {2,}low {2,}\.mcp-sentinel\.yaml:3$/m);
  assert.match(stdout, /^cache\.ttl {2,}48h {2,}MCP_SENTINEL_CACHE_TTL$/m);
  assert.match(stdout, /^scan\.max-file-size {2,}10MiB {2,}default$/m);
  const plain = await runIn(tree, ["config", "show", "."]);
  assert.match(plain.stdout, /^scan\.fail-on {2,}low$/m);
});

Deno.test("tools reads what settings let a scan read, in its own format", async () => {
  const server =
    "from fastmcp import FastMCP\nmcp = FastMCP('x')\n\n@mcp.tool()\ndef NAME(): ...\n";
  const tree = {
    [`own/${FILE}`]: "scan: { exclude: [b.py] }\noutput: { format: sarif, persona: auditor }\n",
    "own/a.py": server.replace("NAME", "first"),
    "own/b.py": server.replace("NAME", "second"),
  };
  const shown = await runIn(tree, ["tools"]);
  assert.deepEqual([shown.code, /first/.test(shown.stdout), /second/.test(shown.stdout)], [
    0,
    true,
    false,
  ]);
  const other = {
    "their/a.py": tree["own/a.py"],
    [`their/${FILE}`]: "scan: { exclude: [a.py] }\n",
  };
  const theirs = await runIn(other, ["tools", "../their"]);
  assert.match(theirs.stderr, /note: \.mcp-sentinel\.yaml: A configuration \(scan\.exclude\)/);
  assert.match(theirs.stdout, /first/);
});

Deno.test("cache works on the folder that the user's settings name", async () => {
  const tree = {
    "home/.mcp-sentinel/config.yaml": "cache: { directory: kept }\n",
    "own/a.py": "x = 1\n",
  };
  const { code, stdout } = await runIn(tree, ["cache", "clear"]);
  assert.equal(code, 0);
  assert.match(stdout, /^Cleared .*\.mcp-sentinel\/kept\n$/);
  const env = { MCP_SENTINEL_CACHE_DIRECTORY: "elsewhere" };
  assert.match((await runIn(tree, ["cache", "clear"], { env })).stdout, /own\/elsewhere\n$/);
});

Deno.test("suppress and baseline work on the files that settings name", async () => {
  const tree: Tree = {
    "own/.git/": "",
    [`own/${FILE}`]: "suppression: { file: ok.yaml }\nbaseline: { file: b.json }\n",
    "own/.mcp.json": HTTP,
    "home/.mcp-sentinel/config.yaml": "output: { file: ../../report.txt }\n",
  };
  await withFolder(tree, async (folder) => {
    const options = { cwd: join(folder, "own"), env: { HOME: join(folder, "home") } };
    const run = (...args: string[]) => runCli(args, options);
    const first = await run("scan", "-o", "json", "--output-file", join(folder, "first.json"));
    assert.match(
      first.stderr,
      /note: \.mcp-sentinel\.yaml:1: There is no file of suppressions yet/,
    );
    const { findings } = JSON.parse(await Deno.readTextFile(join(folder, "first.json")));
    const added = await run("suppress", "add", findings[0].fingerprint, "--reason", "reviewed");
    assert.deepEqual([added.code, /^Added SUP-1 to ok\.yaml: /.test(added.stdout)], [0, true]);
    // A scan for another command writes no report.
    await assert.rejects(Deno.stat(join(folder, "report.txt")), Deno.errors.NotFound);
    assert.equal((await run("scan")).code, 0);
    assert.match(await Deno.readTextFile(join(folder, "report.txt")), /suppressed by SUP-1/);
    await run("scan", "--save-baseline");
    const shown = await run("baseline", "show", "-o", "json");
    assert.equal(shown.stdout, await Deno.readTextFile(join(folder, "own/b.json")));
  });
});
