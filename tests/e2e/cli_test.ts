// The command line as a user meets it: exit codes, streams, options, and what help shows.

import assert from "node:assert/strict";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { exampleFile } from "../../src/cli/examples.ts";
import { commandReference } from "../../src/cli/mod.ts";
import { ALL_RULES } from "../../src/detectors/mod.ts";
import { TOKEN_FORMATS } from "../../src/detectors/secrets/token_formats.ts";
import { exampleChars } from "../../src/detectors/secrets/token_checks.ts";
import { REPORT_JSON_SCHEMA } from "../../src/report/mod.ts";
import { matchFile, ruleSet } from "../../src/scan/mod.ts";
import { type CliResult, ROOT, runCli, spawnCli } from "../support/run_cli.ts";
import { repositoryIn } from "../support/repository.ts";
import { plant, withFolder } from "../support/temp_folder.ts";

const CLEAN = { "server.py": "print('hello')\n" };
const HIGH = { ".mcp.json": config("http://crm.example.com/mcp") };
const LOW = { ".mcp.json": config("http://10.0.0.5/mcp") };
const FORMATS = ["term", "json", "sarif"] as const;
const GITHUB = TOKEN_FORMATS.find(({ name }) => name === "GitHub token")!
  .example(exampleChars(7));

function config(url: string): string {
  return JSON.stringify({ mcpServers: { crm: { type: "http", url } } });
}

interface Json {
  readonly findings: readonly {
    ruleId: string;
    severity: string;
    file: string;
    evidence: string;
  }[];
  readonly coverage: { analysed: number; skipped: Record<string, number> };
  readonly diagnostics: readonly { kind: string; file: string | null; message: string }[];
  readonly summary: { total: number; hidden: number };
  readonly complete: boolean;
}

async function scanJson(args: readonly string[], cwd?: string): Promise<Json & CliResult> {
  const result = await runCli(["scan", "-o", "json", ...args], cwd === undefined ? {} : { cwd });
  assert.ok(result.stdout !== "", result.stderr);
  return { ...result, ...JSON.parse(result.stdout) };
}

async function analysedPaths(args: readonly string[], cwd: string): Promise<string[]> {
  const { stderr } = await runCli(["scan", "-v", "--fail-on", "none", ...args], { cwd });
  return [...stderr.matchAll(/^\[[\d.]+s\] (.+): \d+ findings$/gm)].map(([, path]) => path!);
}

Deno.test("scan exits 0 on a clean folder and tells nothing on stderr", async () => {
  await withFolder(CLEAN, async (folder) => {
    const { code, stdout, stderr } = await runCli(["scan", folder]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    assert.match(stdout, /^No findings$/m);
    assert.match(stdout, /1 analysed/);
  });
});

Deno.test("scan exits 1 when a finding is at or above --fail-on, 0 when none is", async () => {
  const cases = [
    [HIGH, [], 1],
    [HIGH, ["--fail-on", "high"], 1],
    [HIGH, ["--fail-on", "info"], 1],
    [HIGH, ["--fail-on", "critical"], 0],
    [HIGH, ["--fail-on", "none"], 0],
    [LOW, [], 0],
    [LOW, ["--fail-on", "medium"], 0],
    [LOW, ["--fail-on", "low"], 1],
  ] as const;
  for (const [tree, options, expected] of cases) {
    await withFolder(tree, async (folder) => {
      const { code, stdout } = await runCli(["scan", folder, ...options]);
      assert.equal(code, expected, options.join(" "));
      assert.match(stdout, /rule: mcp-plain-http/);
    });
  }
});

Deno.test("scan filters the report by --severity, and not the gate", async () => {
  await withFolder(HIGH, async (folder) => {
    const shown = await runCli(["scan", folder, "--severity", "critical"]);
    assert.equal(shown.code, 1);
    assert.doesNotMatch(shown.stdout, /mcp-plain-http/);
    assert.match(shown.stdout, /\b1\b[^\n]*(?:hidden|not shown|below)/);
    const json = await scanJson([folder, "--severity", "critical"]);
    assert.deepEqual([json.code, json.findings.length, json.summary.hidden], [1, 0, 1]);
  });
  await withFolder(LOW, async (folder) => {
    const low = await scanJson([folder, "--severity", "low"]);
    const medium = await scanJson([folder, "--severity", "medium"]);
    assert.deepEqual([low.findings.length, medium.findings.length], [1, 0]);
  });
});

Deno.test("scan filters the report by --min-confidence, and not the gate", async () => {
  const tree = { "server.py": "import os\n\ndef f(x):\n    os.system('ls ' + x)\n" };
  await withFolder(tree, async (folder) => {
    const all = await scanJson([folder]);
    assert.ok(all.findings.some(({ ruleId }) => ruleId === "command-injection"));
    const sure = await scanJson([folder, "--min-confidence", "high"]);
    assert.equal(sure.code, 1);
    assert.ok(!sure.findings.some(({ ruleId }) => ruleId === "command-injection"));
    assert.equal(sure.findings.length + sure.summary.hidden, all.findings.length);
  });
});

/** One finding of high severity and low confidence. */
const DOUBTFUL = { "app.py": "import os\n\ndef f():\n    return os.environ\n" };

Deno.test("scan shows each persona what it is for, and the gate sees the same", async () => {
  await withFolder(DOUBTFUL, async (folder) => {
    const outcome = async (...options: string[]) => {
      const { code, findings, summary } = await scanJson([folder, ...options]);
      return [code, findings.map(({ ruleId }) => ruleId), summary.hidden];
    };
    assert.deepEqual(await outcome(), [0, [], 1]);
    assert.deepEqual(await outcome("--persona", "regular"), [0, [], 1]);
    for (const shown of [["--persona", "pedantic"], ["--persona", "auditor"]]) {
      assert.deepEqual(await outcome(...shown), [1, ["environment-exposure"], 0]);
    }
    // A threshold that is given holds in the place of the persona's: what is shown counts.
    assert.deepEqual(await outcome("--min-confidence", "low"), [1, ["environment-exposure"], 0]);
    const narrower = ["--persona", "pedantic", "--min-confidence", "high"];
    assert.deepEqual(await outcome(...narrower), [1, [], 1]);
    const { stdout } = await runCli(["scan", folder]);
    assert.match(
      stdout,
      /^1 finding is hidden \(1 high\): below severity low or confidence medium/m,
    );
    assert.match(stdout, /the exit\s+code\s+does\s+not\s+count\s+it\./);
  });
});

Deno.test("scan refuses a missing target with exit 2, before anything is scanned", async () => {
  await withFolder(HIGH, async (folder) => {
    const missing = join(folder, "nope");
    for (const targets of [[missing], [folder, missing]]) {
      const { code, stdout, stderr } = await runCli(["scan", "-v", ...targets]);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
      assert.match(stderr, /^error: Could not read ".*nope": no such file or folder$/m);
      assert.match(stderr, /^ {2}hint: /m);
      assert.doesNotMatch(stderr, /findings/);
    }
  });
});

Deno.test("scan refuses an empty folder and one without supported files with exit 2", async () => {
  await withFolder({ "empty/": "", "image/a.png": "x" }, async (folder) => {
    for (const [name, told] of [["empty", /Name a folder/], ["image", /1 unsupported/]] as const) {
      const { code, stdout, stderr } = await runCli(["scan", join(folder, name)]);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
      assert.match(stderr, /^error: No file of a supported kind was found$/m);
      assert.match(stderr, told);
    }
  });
});

Deno.test("wrong usage exits 3, says what was expected, and guesses what was meant", async () => {
  const cases = [
    [["scann"], /unknown command 'scann'[^]*Did you mean scan\?/],
    [["scan", "--outptu", "json"], /unknown option '--outptu'[^]*Did you mean --output\?/],
    [["scan", "--severity", "hig"], /info, low, medium, high, critical.*Did you mean "high"\?/],
    [["scan", "--persona", "auditer"], /regular, pedantic, auditor.*Did you mean "auditor"\?/],
    [["scan", "--min-confidence", "lo"], /low, medium, high.*Did you mean "low"\?/],
    [["scan", "--fail-on", "nune"], /critical, none.*Did you mean "none"\?/],
    [["scan", "-o", "serif"], /term, json, sarif.*Did you mean "sarif"\?/],
    [["scan", "--color", "allways"], /auto, always, never.*Did you mean "always"\?/],
    [["scan", "--max-file-size", "big"], /Expected a size such as/],
    [["scan", "--max-file-size", "0"], /Expected a size such as/],
    [["scan", "--exclude", ""], /Expected a glob/],
    [["scan", "--exclude", "a[b"], /Expected a glob for --exclude, got "a\[b"/],
    [["scan", "--root", "no-such-folder"], /Expected a folder for --root/],
    [["scan", "src", "--root", "tests"], /--root to hold every target/],
    [["scan", "--severity"], /argument missing/],
    [["rules"], /Usage: mcp-sentinel rules/],
    [["rules", "lits"], /unknown command 'lits'[^]*Did you mean list\?/],
    [["rules", "list", "--family", "secret"], /mcp-config.*Did you mean "secrets"\?/],
    [["rules", "list", "--severity", "hig"], /Did you mean "high"\?/],
    [["rules", "list", "--language", "pyhton"], /typescript.*Did you mean "python"\?/],
    [
      ["rules", "list", "--cwe", "7"],
      /No rule cites "CWE-7" \(--cwe\)\. Did you mean "CWE-\d\d"\?/,
    ],
    [
      ["rules", "list", "--owasp", "MCP11"],
      /No rule cites "MCP11" \(--owasp\)\. Did you mean "MCP01"\?/,
    ],
    [["rules", "list", "--atlas", "AML.T9051"], /Did you mean "AML\.T0051"\?/],
    [
      ["rules", "list", "--tag", "secret"],
      /No rule has the tag "secret"\. Did you mean "secrets"\?/,
    ],
    [["rules", "list", "extra"], /too many arguments/],
    [["rules", "explain"], /missing required argument 'id'/],
    [
      ["rules", "explain", "comand-injection"],
      /Unknown rule "comand-injection"\. Did you mean "command-injection"\?/,
    ],
    [["completions", "tcsh"], /zsh, bash, fish, powershell/],
    [[], /Usage: mcp-sentinel/],
  ] as const;
  for (const [args, told] of cases) {
    const { code, stdout, stderr } = await runCli(args);
    assert.deepEqual({ code, stdout }, { code: 3, stdout: "" }, args.join(" "));
    assert.match(stderr, told, args.join(" "));
  }
});

Deno.test("scan ends with the same exit code in every format", async () => {
  const cases = [[HIGH, 1], [LOW, 0], [CLEAN, 0], [{ "empty/": "" }, 2]] as const;
  for (const [tree, expected] of cases) {
    await withFolder(tree, async (folder) => {
      const codes = [];
      for (const format of FORMATS) {
        codes.push((await runCli(["scan", folder, "-o", format])).code);
      }
      assert.deepEqual(codes, FORMATS.map(() => expected));
    });
  }
});

Deno.test("scan -o json writes what the schema describes, the same bytes each time", async () => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(REPORT_JSON_SCHEMA);
  const target = join(ROOT, "testdata/servers/vulnerable-notes");
  const { stdout, stderr, code } = await runCli(["scan", "-o", "json", target]);
  assert.deepEqual({ code, stderr }, { code: 1, stderr: "" });
  validate(JSON.parse(stdout));
  assert.deepEqual(validate.errors, null);
  assert.ok(JSON.parse(stdout).findings.length > 0);
  assert.equal((await runCli(["scan", "-o", "json", target])).stdout, stdout);
});

Deno.test("scan -o sarif writes one run with the findings of the JSON report", async () => {
  const target = join(ROOT, "testdata/servers/vulnerable-notes");
  const { stdout } = await runCli(["scan", "-o", "sarif", target]);
  const { findings } = await scanJson([target]);
  const log = JSON.parse(stdout);
  assert.equal(log.version, "2.1.0");
  assert.deepEqual(
    log.runs[0].results.map((result: { ruleId: string }) => result.ruleId).sort(),
    findings.map(({ ruleId }) => ruleId).sort(),
  );
});

Deno.test("scan --output-file writes what stdout would have had, and stdout stays empty", async () => {
  await withFolder({ "src/.mcp.json": HIGH[".mcp.json"], "out/": "" }, async (folder) => {
    for (const format of FORMATS) {
      const args = ["scan", join(folder, "src"), "-o", format];
      const { stdout } = await runCli(args);
      const file = join(folder, "out", `report.${format}`);
      const expected = { code: 1, stdout: "", stderr: `Wrote ${file}\n` };
      assert.deepEqual(await runCli([...args, "--output-file", file]), expected);
      assert.equal(await Deno.readTextFile(file), stdout);
      await Deno.writeTextFile(file, "an older and much longer report".repeat(1000));
      assert.deepEqual(await runCli([...args, "--output-file", file]), expected);
      assert.equal(await Deno.readTextFile(file), stdout);
    }
    const names = (await Array.fromAsync(Deno.readDir(join(folder, "out")))).length;
    assert.equal(names, FORMATS.length, "no temporary file is left");
  });
});

Deno.test("scan leaves no output file where it fails, and does not scan a new one", async () => {
  await withFolder(HIGH, async (folder) => {
    const file = join(folder, "report.json");
    const failed = await runCli(["scan", join(folder, "nope"), "--output-file", file]);
    assert.equal(failed.code, 2);
    await assert.rejects(Deno.stat(file), Deno.errors.NotFound);
    await runCli(["scan", folder, "-o", "json", "--output-file", file]);
    assert.equal(JSON.parse(await Deno.readTextFile(file)).coverage.found, 1);
  });
});

Deno.test({
  name: "scan --output-file writes through a link, and leaves it a link",
  ignore: Deno.build.os === "windows",
  fn: () =>
    withFolder({ "src/.mcp.json": HIGH[".mcp.json"], "real.json": "old" }, async (folder) => {
      const link = join(folder, "link.json");
      await Deno.symlink(join(folder, "real.json"), link);
      await runCli(["scan", join(folder, "src"), "-o", "json", "--output-file", link]);
      assert.ok((await Deno.lstat(link)).isSymlink);
      assert.equal(JSON.parse(await Deno.readTextFile(link)).findings.length, 1);
    }),
});

Deno.test("scan fails before it scans where its output cannot be written", async () => {
  await withFolder(HIGH, async (folder) => {
    for (const option of ["--output-file", "--log-file"]) {
      const file = join(folder, "missing", "report");
      const { code, stdout, stderr } = await runCli(["scan", folder, "-v", option, file]);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: "" });
      assert.match(
        stderr,
        /^error: Could not write ".*report" \(--[a-z-]+\): its folder does not/m,
      );
      assert.doesNotMatch(stderr, /findings/);
    }
  });
});

Deno.test("scan --quiet tells nothing but errors on stderr", async () => {
  await withFolder(HIGH, async (folder) => {
    const file = join(folder, "report.json");
    const args = ["scan", folder, "-o", "json", "--output-file", file];
    assert.equal((await runCli([...args, "--quiet"], { terminal: true })).stderr, "");
    assert.notEqual((await runCli(args)).stderr, "");
    const failed = await runCli(["scan", "--quiet", join(folder, "nope")]);
    assert.match(failed.stderr, /^error: /);
  });
});

Deno.test("scan shows progress on a terminal only, and clears it", async () => {
  await withFolder(CLEAN, async (folder) => {
    const { stderr, stdout } = await runCli(["scan", folder, "--color", "never"], {
      terminal: true,
    });
    assert.match(stderr, /Scanning: 0 of 1 files/);
    assert.ok(stderr.endsWith("\r\x1b[2K"));
    assert.doesNotMatch(stdout, /Scanning/);
    assert.ok(!stdout.includes("\x1b"));
  });
});

Deno.test("scan colours as --color, NO_COLOR, FORCE_COLOR and the terminal say", async () => {
  await withFolder(HIGH, async (folder) => {
    const cases = [
      [[], {}, false, false],
      [[], {}, true, true],
      [[], { NO_COLOR: "1" }, true, false],
      [[], { TERM: "dumb" }, true, false],
      [[], { FORCE_COLOR: "1" }, false, true],
      [[], { FORCE_COLOR: "0" }, true, false],
      [["--color", "always"], { NO_COLOR: "1" }, false, true],
      [["--color", "never"], { FORCE_COLOR: "1" }, true, false],
    ] as const;
    for (const [options, env, terminal, coloured] of cases) {
      const { stdout } = await runCli(["scan", folder, ...options], { env, terminal });
      assert.equal(stdout.includes("\x1b["), coloured, JSON.stringify([options, env, terminal]));
    }
    for (const format of ["json", "sarif"]) {
      const { stdout } = await runCli(["scan", folder, "-o", format, "--color", "always"]);
      assert.ok(!stdout.includes("\x1b"));
    }
  });
});

Deno.test("scan tells details with --verbose and --log-file, and no secret among them", async () => {
  const tree = { "a.env": `TOKEN=${GITHUB}\n`, "b.png": "x" };
  await withFolder(tree, async (folder) => {
    const log = join(folder, "scan.log");
    const { stdout, stderr, code } = await runCli(["scan", folder, "-v", "--log-file", log]);
    assert.equal(code, 1);
    assert.match(stdout, /rule: provider-token/);
    assert.match(stderr, /Project root .*, 1 files to analyse/);
    assert.match(stderr, /a\.env: 1 findings/);
    assert.match(stderr, /The cache is not used: no home folder is known/);
    const logged = await Deno.readTextFile(log);
    assert.equal(logged, stderr);
    for (const text of [stdout, stderr]) assert.ok(!text.includes(GITHUB.slice(4)));
    const silent = await runCli(["scan", folder, "--log-file", log]);
    assert.equal(silent.stderr, "");
    assert.equal(await Deno.readTextFile(log), logged);
  });
});

Deno.test("scan takes files in and out by --include, --exclude and --no-ignore", async () => {
  const tree = {
    ".git/HEAD": "ref: refs/heads/main\n",
    ".gitignore": "ignored.py\n",
    "a.py": "",
    "b.ts": "",
    "ignored.py": "",
    "sub/c.py": "",
    "node_modules/d/index.js": "",
  };
  await withFolder(tree, async (cwd) => {
    const cases = [
      [[], ["a.py", "b.ts", "sub/c.py"]],
      [["--include", "*.py"], ["a.py", "sub/c.py"]],
      [["--include", "*.py", "--include", "*.ts"], ["a.py", "b.ts", "sub/c.py"]],
      [["--exclude", "sub"], ["a.py", "b.ts"]],
      [["--exclude", "sub", "--exclude", "*.ts"], ["a.py"]],
      [["--no-ignore"], ["a.py", "b.ts", "ignored.py", "node_modules/d/index.js", "sub/c.py"]],
      [["--no-ignore", "--exclude", "node_modules"], ["a.py", "b.ts", "ignored.py", "sub/c.py"]],
    ] as const;
    for (const [options, expected] of cases) {
      assert.deepEqual(await analysedPaths(options, cwd), expected, options.join(" "));
    }
    const { coverage } = await scanJson([], cwd);
    assert.equal(coverage.skipped["ignored"], 1);
  });
});

Deno.test("scan skips files above --max-file-size and says so", async () => {
  await withFolder({ "a.py": "#".repeat(2048), "b.py": "" }, async (folder) => {
    const cut = await scanJson([folder, "--max-file-size", "2047"]);
    assert.deepEqual([cut.code, cut.coverage.skipped["too-large"], cut.complete], [0, 1, false]);
    assert.deepEqual(cut.diagnostics.map(({ kind, file }) => [kind, file]), [
      ["too-large", "a.py"],
    ]);
    assert.equal((await scanJson([folder, "--max-file-size", "2k"])).complete, true);
  });
});

Deno.test("scan counts paths from --root, git's top level or the target", async () => {
  await withFolder({}, async (outer) => {
    const repository = join(outer, "repository");
    await plant(repository, { ".git/HEAD": "", "src/.mcp.json": HIGH[".mcp.json"] });
    const files = async (args: readonly string[], cwd: string): Promise<string[]> =>
      (await scanJson(args, cwd)).findings.map(({ file }) => file);
    assert.deepEqual(await files(["."], repository), ["src/.mcp.json"]);
    assert.deepEqual(await files(["src"], repository), ["src/.mcp.json"]);
    assert.deepEqual(await files(["src/.mcp.json"], outer + "/repository"), ["src/.mcp.json"]);
    assert.deepEqual(await files([], join(repository, "src")), ["src/.mcp.json"]);
    assert.deepEqual(await files(["src", "--root", ".."], repository), [
      "repository/src/.mcp.json",
    ]);
    await Deno.remove(join(repository, ".git"), { recursive: true });
    assert.deepEqual(await files(["src"], repository), [".mcp.json"]);
  });
});

Deno.test("scan gives findings of one fingerprint from any target in a repository", async () => {
  await withFolder({ ".git/HEAD": "", "src/.mcp.json": HIGH[".mcp.json"] }, async (cwd) => {
    const whole = JSON.parse((await scanJson(["."], cwd)).stdout);
    const part = JSON.parse((await scanJson(["src"], cwd)).stdout);
    assert.deepEqual(part.findings, whole.findings);
  });
});

Deno.test("scan takes several targets, and each file once", async () => {
  const tree = { "a/.mcp.json": HIGH[".mcp.json"], "b/server.py": "", "c/x.py": "" };
  await withFolder(tree, async (cwd) => {
    const json = await scanJson(["a", "b/server.py", "b", "a/.mcp.json"], cwd);
    assert.deepEqual([json.code, json.coverage.analysed, json.findings.length], [1, 2, 1]);
  });
});

Deno.test("scan follows names that project files give, also those that are not scanned", async () => {
  const tree = {
    ".gitignore": "tsconfig.json\n",
    "tsconfig.json": JSON.stringify({ compilerOptions: { paths: { "@/*": ["./src/*"] } } }),
    "src/server.ts":
      'import { run } from "@/run";\nserver.tool("t", {}, async ({ cmd }) => run(cmd));\n',
    "src/run.ts":
      'import { exec } from "node:child_process";\nexport const run = (cmd: string) => exec(cmd);\n',
  };
  await withFolder(tree, async (folder) => {
    const { findings } = await scanJson(["--exclude", "*.json"], folder);
    assert.deepEqual(
      findings.map(({ file, evidence }) => [file, evidence]),
      [["src/run.ts", "proven"]],
    );
  });
});

Deno.test("scan without targets scans the current folder", async () => {
  await withFolder(HIGH, async (cwd) => {
    assert.deepEqual((await scanJson([], cwd)).findings, (await scanJson(["."], cwd)).findings);
  });
});

Deno.test("rules list shows every rule, as text and as JSON", async () => {
  const ids = ALL_RULES.map(({ id }) => id);
  const text = await runCli(["rules", "list"]);
  assert.deepEqual([text.code, text.stderr], [0, ""]);
  assert.deepEqual(text.stdout.trim().split("\n").slice(1).map((line) => line.split(" ")[0]), ids);
  const json = await runCli(["rules", "list", "-o", "json"]);
  assert.deepEqual(JSON.parse(json.stdout).map((rule: { id: string }) => rule.id), ids);
});

for (const rule of ALL_RULES) {
  Deno.test(`rules explain ${rule.id} shows what it says, and its examples masked`, async () => {
    const { code, stdout, stderr } = await runCli(["rules", "explain", rule.id]);
    assert.deepEqual([code, stderr], [0, ""]);
    const folded = stdout.replaceAll(/\s+/g, " ");
    for (const text of [rule.id, rule.title, rule.why, rule.fix, rule.limits]) {
      assert.ok(folded.includes(text.replaceAll(/\s+/g, " ")), text);
    }
    for (const example of [...rule.bad, ...rule.good]) {
      const file = exampleFile(example);
      const { secrets } = await matchFile(file, ruleSet(ALL_RULES));
      for (const { start, end } of secrets) {
        const secret = file.text.slice(start, end);
        assert.ok(secret.length < 16 || !stdout.includes(secret), `${example.note} is shown`);
      }
    }
    for (const { name, token, accepts } of TOKEN_FORMATS) {
      const whole = [...stdout.matchAll(new RegExp(token, "g"))].filter(([hit]) => accepts(hit));
      assert.deepEqual(whole, [], name);
    }
  });
}

Deno.test("--help and --version go to stdout and exit 0", async () => {
  for (const args of [["--help"], ["-h"], ["help"], ["scan", "--help"], ["help", "scan"]]) {
    const { code, stdout, stderr } = await runCli(args);
    assert.deepEqual([code, stderr], [0, ""], args.join(" "));
    assert.match(stdout, /^Usage: mcp-sentinel/);
  }
  const { version } = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));
  for (const flag of ["--version", "-V"]) {
    assert.deepEqual(await runCli([flag]), { code: 0, stdout: `${version}\n`, stderr: "" });
  }
});

Deno.test("help shows examples, and every example is accepted", async () => {
  const { stdout: rule } = await runCli(["rules", "new", "no-deadline"]);
  const commands = ["list", "explain", "test", "new"].map((name) => ["rules", name]);
  const triage = [["baseline"], ["baseline", "save"], ["audit"]];
  const others = [[], ["scan"], ["tools"], ["init"], ["config", "show"], ...triage];
  for (const args of [...others, ...commands]) {
    const { stdout } = await runCli([...args, "--help"]);
    const examples = [...stdout.matchAll(/^ {2}mcp-sentinel ((?:\S| (?! ))+)/gm)]
      .map(([, line]) => line!.replace(/ > .*/, "").trim());
    assert.ok(examples.length > 0, `${args.join(" ")} has examples`);
    await withFolder(
      {
        ".mcp.json": "{}",
        "src/a.py": "",
        "server/a.py": "",
        "packages/a/a.py": "",
        "rules/no-deadline.yaml": rule,
        "tools.json": '{"tools": []}',
        "ci.yaml": "",
        "verdicts.json": '{"format": "mcp-sentinel-verdicts-1", "verdicts": []}',
      },
      async (cwd) => {
        const { git, commit } = repositoryIn(cwd);
        await git("init", "-q", "-b", "main", ".");
        for (let count = 0; count < 2; count++) await commit({});
        for (const example of examples) {
          // The examples of all rules have a test of their own.
          if (example.endsWith("--builtin")) continue;
          // It takes a finding that is there, and has tests of its own.
          if (example.startsWith("suppress add")) continue;
          const words = example.split(" ").map((word) => word.replace(/^'(.*)'$/, "$1"));
          const at = words.indexOf("--output-file");
          if (at >= 0) words[at + 1] = join(cwd, words[at + 1]!);
          const { code, stderr } = await runCli(words, {
            cwd,
            env: { HOME: join(cwd, ".git/home") },
            answers: [],
          });
          assert.equal(code, 0, `${example}: ${stderr}`);
        }
      },
    );
  }
});

Deno.test("docs/cli.md is what the program says of itself", async () => {
  const page = await Deno.readTextFile(join(ROOT, "docs/cli.md"));
  assert.equal(page.replaceAll("\r\n", "\n"), commandReference());
});

Deno.test("completions prints a script for each shell", async () => {
  const marks = {
    bash: "complete -F",
    zsh: "#compdef",
    fish: "complete -c",
    powershell: "Register-",
  };
  const shells = Object.entries(marks);
  const results = await Promise.all(shells.map(([shell]) => spawnCli(["completions", shell])));
  for (const [i, [shell, mark]] of shells.entries()) {
    const { code, stdout, stderr } = results[i]!;
    assert.deepEqual([code, stderr], [0, ""], shell);
    assert.ok(stdout.includes(mark), `${shell} lacks "${mark}"`);
    assert.ok(stdout.includes("mcp-sentinel"));
  }
});

Deno.test("complete gives commands, options and their values", async () => {
  const cases = [
    [["scan", "--severity", ""], ["info", "low", "medium", "high", "critical"]],
    [["scan", "--fail-on", "n"], ["none"]],
    [["scan", "-o", ""], ["term", "json", "sarif"]],
    [["rules", ""], ["list", "explain", "test", "new"]],
    [["rules", "explain", ""], ALL_RULES.map(({ id }) => id)],
  ] as const;
  const results = await Promise.all(cases.map(([words]) => spawnCli(["complete", "--", ...words])));
  for (const [i, [words, expected]] of cases.entries()) {
    const { code, stdout, stderr } = results[i]!;
    assert.deepEqual([code, stderr], [0, ""], words.join(" "));
    const given = stdout.trim().split("\n").filter((line) => !/^:\d+$/.test(line))
      .map((line) => line.split("\t")[0]);
    assert.deepEqual(given, expected, words.join(" "));
  }
});

Deno.test({
  name: "completions work in a bash that has no completion package",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const script = (await spawnCli(["completions", "bash"])).stdout;
    // Stands for the program: it answers as `complete` does, and for a path with nothing.
    const check = `${script}
mcp-sentinel() { case "$*" in *"--severity "*) printf 'high\\t\\ninfo\\t\\n:4\\n';; *) printf ':4\\n';; esac; }
compopt() { echo "compopt $*"; }
try() {
  COMP_LINE="$1" COMP_POINT=\${#1} COMPREPLY=()
  __mcp_sentinel_or_files
  echo "[\${COMPREPLY[*]}]"
}
try "mcp-sentinel scan --severity "
try "mcp-sentinel scan --severity h"
try "mcp-sentinel scan READ"
`;
    const { stdout, stderr } = await new Deno.Command("bash", {
      args: ["--norc", "--noprofile", "-c", check],
      env: { PATH: Deno.env.get("PATH") ?? "" },
      clearEnv: true,
    }).output();
    const lines = new TextDecoder().decode(stdout).split("\n").filter((line) => line !== "");
    assert.equal(new TextDecoder().decode(stderr), "");
    assert.deepEqual(lines, [
      "compopt +o default",
      "[high info]",
      "compopt +o default",
      "[high]",
      "compopt +o default",
      "compopt -o default",
      "[]",
    ]);
  },
});

Deno.test("scan refuses an empty path with exit 3, and says which option had it", async () => {
  for (const option of ["--root", "--output-file", "--log-file"]) {
    const { code, stdout, stderr } = await runCli(["scan", option, "", "."]);
    assert.deepEqual([code, stdout], [3, ""]);
    assert.match(stderr, new RegExp(`'${option} <\\w+>' .*Expected a path`));
  }
});

Deno.test("scan says that what its thresholds hide still counts for the exit code", async () => {
  const { code, stdout } = await runCli([
    "scan",
    "testdata/servers/vulnerable-texts",
    "--persona",
    "auditor",
    "--severity",
    "critical",
  ]);
  assert.equal(code, 1);
  assert.match(stdout, /No findings at or above the thresholds/);
  assert.match(stdout, /\d+ findings are hidden.*the exit\s+code counts them too/s);
});
