import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { listPathOf, newRule } from "../../scripts/new_rule.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const KINDS = ["text", "syntax", "tool", "manifest", "client", "document"];

async function run(args: readonly string[], cwd: string): Promise<{ code: number; text: string }> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  const decoder = new TextDecoder();
  return { code, text: decoder.decode(stdout) + decoder.decode(stderr) };
}

Deno.test("new-rule starts a rule of each kind that type-checks and passes its own examples", async () => {
  const copy = await Deno.makeTempDir();
  try {
    for (const name of ["deno.json", "deno.lock", "src", "scripts", "tests"]) {
      await copyInto(`${ROOT}/${name}`, `${copy}/${name}`);
    }
    for (const kind of KINDS) {
      const made = await run(
        ["run", "-A", "scripts/new_rule.ts", `fresh-${kind}-rule`, "--kind", kind],
        copy,
      );
      assert.equal(made.code, 0, made.text);
    }
    const checked = await run(["check", "src/detectors"], copy);
    assert.equal(checked.code, 0, checked.text);
    const tested = await run(
      ["test", "--no-check", "-A", "tests/detectors/examples_test.ts"],
      copy,
    );
    // The template's words are refused, so that no rule is committed with them.
    assert.match(tested.text, /fresh-text-rule finds: What is found .*ok/);
    for (const kind of KINDS) {
      assert.doesNotMatch(tested.text, new RegExp(`fresh-${kind}-rule [^\\n]*FAILED`), tested.text);
    }
    assert.match(tested.text, /without secrets or placeholders of the template .*FAILED/);
  } finally {
    await Deno.remove(copy, { recursive: true });
  }
});

async function copyInto(from: string, to: string): Promise<void> {
  if (!(await Deno.stat(from)).isDirectory) return await Deno.copyFile(from, to);
  await Deno.mkdir(to);
  for await (const { name } of Deno.readDir(from)) {
    if (name !== "node_modules") await copyInto(`${from}/${name}`, `${to}/${name}`);
  }
}

Deno.test("new-rule refuses a bad id, an unknown kind and a rule that exists", () => {
  const list = 'import a from "./two_words.ts";\n\nexport const X = [\n  a,\n];\n';
  const make = (id: string, kind = "text", family?: string) =>
    newRule({ id, kind, family }, { list, version: "1.0.0", ids: ["known-elsewhere"] });
  assert.throws(() => make("Bad_Id"), /kebab-case/);
  assert.throws(() => make("one"), /two words/);
  assert.throws(() => make("two-words"), /two_words\.ts exists/);
  assert.throws(() => make("known-elsewhere"), /Rule "known-elsewhere" exists/);
  assert.throws(() => make("other-words", "text", "nope"), /--family is one of/);
  assert.throws(() => make("other-words", "magic"), /--kind is one of/);
  assert.equal(listPathOf("tool"), "src/detectors/tools/mod.ts");
  const { list: after } = make("other-words");
  assert.match(after, /import otherWords from ".\/other_words.ts";\n\nexport/);
  assert.ok(after.endsWith("  a,\n  otherWords,\n];\n"));
});
