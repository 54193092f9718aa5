// Every shape of a server beside every sink: one flow where the value does harm, none where it is
// kept from it.

import assert from "node:assert/strict";
import { flowsIn } from "./_flows.ts";
import { GO } from "./matrix/go.ts";
import { combinations } from "./matrix/matrix.ts";
import { PYTHON } from "./matrix/python.ts";
import { SCRIPT } from "./matrix/script.ts";

const ALL = [PYTHON, SCRIPT, GO].flatMap((language) => [...combinations(language)]);

Deno.test("the matrix of flows has at least 400 cases", () => {
  assert.ok(ALL.length >= 400, `${ALL.length} cases`);
});

for (const { name, files, expected } of ALL) {
  Deno.test(`a flow in ${name}`, async () => {
    const found = await flowsIn(files);
    assert.deepEqual(found.map((flow) => flow.split(" ").slice(0, 2).join(" ")), expected);
  });
}
