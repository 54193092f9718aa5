import assert from "node:assert/strict";
import { addSuppression, type NewSuppression, nextId } from "../../src/triage/mod.ts";
import { readSuppressions } from "../../src/triage/mod.ts";

const FINGERPRINT = "0123456789abcdef".repeat(2);
const ENTRY: NewSuppression = {
  id: "SUP-9",
  reason: 'looked at: it\'s "fine" # really',
  author: "ann",
  expires: "2027-03-01",
  rule: "code-evaluation",
  fingerprint: FINGERPRINT,
  note: "server.py: Evaluates\ncode",
};
const WRITTEN = (indent: string) =>
  [
    "# server.py: Evaluates<U+000A>code",
    `- id: SUP-9`,
    String.raw`  reason: "looked at: it's \"fine\" # really"`,
    "  author: ann",
    "  expires: 2027-03-01",
    "  rule: code-evaluation",
    `  fingerprint: ${FINGERPRINT}`,
  ].map((line) => `${indent}${line}\n`).join("");
const suggest = () => "";

function add(text: string | undefined): string {
  const edited = addSuppression(text, ENTRY, suggest);
  assert.ok("text" in edited, JSON.stringify(edited));
  const { suppressions, problems } = readSuppressions(edited.text, suggest);
  assert.deepEqual(problems, [], edited.text);
  const added = suppressions.at(-1)!;
  assert.deepEqual([added.id, added.reason, added.author, added.rule, added.fingerprint], [
    ENTRY.id,
    ENTRY.reason,
    ENTRY.author,
    ENTRY.rule,
    ENTRY.fingerprint,
  ]);
  return edited.text;
}

Deno.test("addSuppression() puts an entry below the last, and leaves all else as it is", () => {
  const head = "# ours\nversion:   '1'   # the only one\n\n\nsuppressions:   # by hand\n";
  const first = (indent: string) =>
    `${indent}# why it is here\n${indent}- id:   SUP-1\n${indent}  reason:  "a"  # short\n` +
    `${indent}  rule: x      # the rule\n`;
  for (const indent of ["", "  ", "      "]) {
    const foot = "\n# the end\n";
    assert.equal(
      add(head + first(indent) + foot),
      head + first(indent) + WRITTEN(indent) + foot,
    );
    // Without a newline at the end of the file.
    const cut = head + first(indent).trimEnd();
    assert.equal(add(cut), head + first(indent) + WRITTEN(indent));
    const windows = (head + first(indent)).replaceAll("\n", "\r\n");
    assert.equal(add(windows), windows + WRITTEN(indent).replaceAll("\n", "\r\n"));
  }
});

Deno.test("addSuppression() keeps keys that stand behind the list, and long texts", () => {
  const list = "suppressions:\n- id: SUP-1\n  rule: x\n  reason: |\n    one\n    two\n";
  assert.equal(add(`${list}version: '1'\n`), `${list}${WRITTEN("")}version: '1'\n`);
  const dash = "version: '1'\nsuppressions:\n  -\n    id: SUP-1\n    reason: a\n    rule: x\n";
  assert.equal(add(dash), dash + WRITTEN("  "));
});

Deno.test("addSuppression() begins a file, and a list that is empty", () => {
  const begun = add(undefined);
  assert.match(begun, /^# Findings .*\nversion: '1'\nsuppressions:\n {2}# server\.py/);
  assert.equal(add(""), begun);
  const empty = "version: '1'\n# none yet\nsuppressions: # to come\n# foot\n";
  assert.equal(
    add(empty),
    `version: '1'\n# none yet\nsuppressions: # to come\n${WRITTEN("  ")}# foot\n`,
  );
  for (const list of ["[]", "null", "~", "[ ]"]) {
    const text = add(`# ours\nversion: '1' # one\nsuppressions: ${list} # why\n# foot\n`);
    for (const comment of ["# ours", "# one", "# foot"]) assert.ok(text.includes(comment), text);
  }
  const flow = "version: '1' # one\nsuppressions: [{ id: a, reason: b, rule: c }] # why\n";
  const text = add(flow);
  assert.equal(readSuppressions(text, suggest).suppressions.length, 2);
  assert.ok(text.includes("# one"));
});

Deno.test("addSuppression() changes nothing of a file with problems", () => {
  const edited = addSuppression("version: '1'\nsuppressions:\n  - id: a\n", ENTRY, suggest);
  assert.ok("problems" in edited);
  assert.deepEqual(edited.problems.map(({ line, message }) => [line, message]), [
    [3, 'Expected "rule", "fingerprint" or "path"'],
    [3, 'Expected the key "reason"'],
  ]);
});

Deno.test("nextId() takes the next number that is free", () => {
  assert.equal(nextId([]), "SUP-1");
  assert.equal(nextId([{ id: "SUP-2" }]), "SUP-3");
  assert.equal(nextId([{ id: "a" }, { id: "b" }]), "SUP-3");
});
