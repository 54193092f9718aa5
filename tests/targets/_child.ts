// Discovers the targets of its command line under the permissions it was given; prints what comes.

import { Failure } from "../../src/core/mod.ts";
import { discover } from "../../src/targets/mod.ts";

const [cwd = "/", ...targets] = Deno.args;
try {
  const found = await discover(targets, { cwd, include: [], exclude: [], ignore: true });
  console.log(JSON.stringify(found));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.log(JSON.stringify({ kind: error.kind, message: error.message, hint: error.hint }));
}
