// Rules of one's own as a user meets them: --rules, `rules test` and `rules new`.

import assert from "node:assert/strict";
import { join } from "node:path";
import { readRules } from "../../src/rules/mod.ts";
import { kindOf } from "../../src/targets/mod.ts";
import { runCli } from "../support/run_cli.ts";
import { withFolder } from "../support/temp_folder.ts";

async function template(id: string, kind: string): Promise<string> {
  const { code, stdout, stderr } = await runCli(["rules", "new", id, "--kind", kind]);
  assert.deepEqual([code, stderr], [0, ""]);
  return stdout;
}

const SYNTAX = await template("no-deadline", "syntax");
const TEXT = await template("internal-host", "text");
const SERVER = 'import acme\nacme.call("orders")\nHOST = "billing.internal.example"\n';

Deno.test("scan --rules runs the rules of files and folders beside the built-in ones", async () => {
  const tree = {
    "rules/a.yaml": SYNTAX,
    "rules/more/b.yml": TEXT,
    "rules/readme.txt": "no rule",
    "project/server.py": SERVER,
  };
  await withFolder(tree, async (cwd) => {
    const ids = async (...args: string[]) => {
      const { code, stdout, stderr } = await runCli(["scan", "project", "-o", "json", ...args], {
        cwd,
      });
      assert.deepEqual([code, stderr], [0, ""]);
      return JSON.parse(stdout).findings.map((found: { ruleId: string }) => found.ruleId);
    };
    const rules = (...parts: string[]): string[] => ["--rules", join(cwd, "rules", ...parts)];
    assert.deepEqual(await ids(), []);
    assert.deepEqual(await ids(...rules()), ["no-deadline", "internal-host"]);
    assert.deepEqual(await ids(...rules("a.yaml")), ["no-deadline"]);
    assert.deepEqual(await ids(...rules("a.yaml"), ...rules("more")), [
      "no-deadline",
      "internal-host",
    ]);
    // The gate sees them as it does all others.
    const gated = ["scan", "project", ...rules(), "--fail-on", "medium"];
    assert.equal((await runCli(gated, { cwd })).code, 1);
  });
});

Deno.test("findings of one's own rules look like all others in every format", async () => {
  await withFolder({ "r.yaml": SYNTAX, "project/server.py": SERVER }, async (folder) => {
    const args = ["scan", join(folder, "project"), "--rules", join(folder, "r.yaml")];
    const { stdout } = await runCli(args);
    assert.match(stdout, /medium: The call of "orders" has no deadline/);
    assert.match(stdout, /rule: no-deadline \(high confidence, heuristic\)/);
    assert.match(stdout, /fix: {2}Give each call a deadline/);
    const json = JSON.parse((await runCli([...args, "-o", "json"])).stdout);
    assert.deepEqual(
      json.findings.map((found: { cwe: string[]; title: string }) => [found.title, found.cwe]),
      [["Service of the company called without a deadline", ["CWE-400"]]],
    );
    const sarif = JSON.parse((await runCli([...args, "-o", "sarif"])).stdout).runs[0];
    const { rules } = sarif.tool.driver;
    const [result] = sarif.results;
    assert.equal(rules[result.ruleIndex].id, "no-deadline");
    assert.equal(rules[result.ruleIndex].properties.precision, "high");
    assert.deepEqual(rules[result.ruleIndex].relationships[0].target.id, "CWE-400");
  });
});

Deno.test("scan never takes rules from what it scans, and does not scan those it was given", async () => {
  const tree = { "rules/a.yaml": TEXT, "mcp-sentinel-rules/a.yaml": TEXT, "server.py": SERVER };
  await withFolder(tree, async (cwd) => {
    const plain = JSON.parse((await runCli(["scan", ".", "-o", "json"], { cwd })).stdout);
    assert.deepEqual([plain.findings, plain.coverage.analysed], [[], 3]);
    const rules = join(cwd, "rules");
    const own = await runCli(["scan", ".", "-o", "json", "--rules", rules], { cwd });
    const report = JSON.parse(own.stdout);
    assert.deepEqual(
      report.findings.map(({ file }: { file: string }) => file),
      ["mcp-sentinel-rules/a.yaml", "server.py"],
    );
    assert.deepEqual([report.coverage.analysed, report.coverage.skipped.excluded], [2, 1]);
  });
});

Deno.test("malformed rules end every command with 3, and each problem is told", async () => {
  const bad = SYNTAX.replace("severity", "severty").replace("confidence: high", "confidence: sure");
  await withFolder({ "r.yaml": bad, "server.py": SERVER, "empty/": "" }, async (folder) => {
    const file = join(folder, "r.yaml");
    const told = [
      `error: ${file}:4:5: Unknown key "severty". Did you mean "severity"?`,
      `error: ${file}:4:5: Expected the key "severity"`,
      `error: ${file}:9:17: Expected one of low, medium, high for "confidence".`,
    ];
    for (
      const args of [
        ["scan", folder, "--rules", file],
        ["rules", "test", file],
        ["rules", "list", "--rules", file],
        ["rules", "explain", "no-deadline", "--rules", file],
      ]
    ) {
      const { code, stdout, stderr } = await runCli(args);
      assert.deepEqual([code, stdout], [3, ""], args.join(" "));
      const lines = stderr.split("\n").filter((line) => line.startsWith("error: "));
      assert.deepEqual(
        lines.map((line) => line.replace(/:\d+:\d+:/, "")).sort(),
        told.map((line) => line.replace(/:\d+:\d+:/, "")).sort(),
      );
      assert.match(stderr, /r\.yaml:8:5: Unknown key "severty"/);
      assert.match(stderr, /^ {2}hint: mcp-sentinel rules new ID shows a rule to start from$/m);
    }
    const missing = await runCli(["scan", folder, "--rules", join(folder, "nope")]);
    assert.equal(missing.code, 3);
    assert.match(missing.stderr, /Could not read the rules ".*nope": no such file or folder/);
    const empty = await runCli(["rules", "test", join(folder, "empty")]);
    assert.equal(empty.code, 3);
    assert.match(empty.stderr, /it holds no file of rules \(\.yaml, \.yml\)/);
    const none = await runCli(["scan", folder, "--rules", ""]);
    assert.deepEqual([none.code, none.stdout], [3, ""]);
  });
});

Deno.test("rules test holds rules to their examples", async () => {
  await withFolder({ "a.yaml": SYNTAX, "b.yaml": TEXT }, async (folder) => {
    const { code, stdout, stderr } = await runCli(["rules", "test", folder]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.equal(
      stdout,
      "ok    no-deadline    2 bad, 2 good\nok    internal-host  1 bad, 1 good\n\n" +
        "2 rules, 6 examples: all as expected\n",
    );
  });
});

Deno.test("rules test says which examples are not as expected, and exits 1", async () => {
  const rule = SYNTAX
    .replace('acme.call("orders", limit=5)', 'acme.send("orders")')
    .replace('other.call("orders")', 'x = 1\n          acme.call("orders")')
    .replace("note: under another name", "note: under another name\n        limit: true")
    .replace("note: a deadline\n", "note: a deadline\n        limit: true\n");
  await withFolder({ "a.yaml": rule }, async (folder) => {
    const { code, stdout, stderr } = await runCli(["rules", "test", join(folder, "a.yaml")]);
    assert.deepEqual([code, stderr], [1, ""]);
    assert.deepEqual(stdout.split("\n"), [
      "FAIL  no-deadline  2 bad, 2 good",
      '        bad "no deadline" (server.py): not found',
      '        bad "under another name" (server.py): found at 2:1: this is no miss any more, so ' +
      "`limit` can go",
      '        good "a deadline" (server.py): not found: this is no false alarm any more, so ' +
      "`limit` can go",
      '        good "another library" (server.py): found at 3:1',
      "",
      "1 rule, 4 examples: 4 not as expected",
      "",
    ]);
  });
});

Deno.test("rules test takes no example that proves nothing", async () => {
  const rule = SYNTAX.replace('acme.call("orders", timeout=10)', "acme.call(((");
  await withFolder({ "a.yaml": rule }, async (folder) => {
    const { code, stdout } = await runCli(["rules", "test", folder]);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /good "a deadline" \(server\.py\): the code has syntax errors, so it shows/,
    );
  });
});

Deno.test("rules list and explain show rules of one's own", async () => {
  await withFolder(
    { "a.yaml": SYNTAX.replace("holds the tool", "holds\u202ethe tool") },
    async (folder) => {
      const rules = ["--rules", folder];
      const list = await runCli(["rules", "list", "--family", "custom", "-o", "json", ...rules]);
      assert.deepEqual(JSON.parse(list.stdout).map(({ id }: { id: string }) => id), [
        "no-deadline",
      ]);
      const cited = await runCli(["rules", "list", "--cwe", "400", ...rules]);
      assert.match(cited.stdout, /^no-deadline +medium +custom +Service of the company/m);
      const tagged = await runCli(["rules", "list", "--tag", "availability", ...rules]);
      assert.match(tagged.stdout, /^no-deadline /m);
      assert.equal((await runCli(["rules", "list", "--tag", "availability"])).code, 3);
      const page = await runCli(["rules", "explain", "no-deadline", ...rules]);
      assert.equal(page.code, 0);
      assert.match(page.stdout, /What it does not see\n {2}Sees calls by the library's own name/);
      assert.match(page.stdout, /Found: no deadline \(server\.py\)/);
      assert.match(page.stdout, /^ {2}CWE-400\b/m);
      assert.match(page.stdout, /holds<U\+202E>the tool/);
    },
  );
});

Deno.test("what rules test and rules new do not take", async () => {
  const none = await runCli(["rules", "test"]);
  assert.equal(none.code, 3);
  assert.match(none.stderr, /Expected a file or folder of rules to test, or --builtin/);
  for (const id of ["Bad", "one", "a--b", "../a-b", "a-b\u001b[31m"]) {
    const { code, stdout, stderr } = await runCli(["rules", "new", id]);
    assert.deepEqual([code, stdout], [3, ""], id);
    assert.match(stderr, /Expected an id in kebab-case/);
    assert.ok(!stderr.includes("\u001b"));
  }
  const { stderr } = await runCli(["rules", "new", "a-b", "--kind", "sintax"]);
  assert.match(stderr, /syntax, text.*Did you mean "syntax"\?/);
});

Deno.test("every example of the page about rules of one's own passes", async () => {
  const page = await Deno.readTextFile(new URL("../../docs/custom-rules.md", import.meta.url));
  const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text!);
  assert.equal(blocks.length, 2);
  const { rules, problems } = await readRules(
    blocks.map((text, i) => ({ path: `${i}.yaml`, text })),
    { kindOf, suggest: () => "", taken: new Set() },
  );
  assert.deepEqual([rules.length, problems], [2, []]);
});
