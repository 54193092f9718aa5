import { run, systemIo } from "./src/cli/mod.ts";

let isStuck = false;
Deno.exitCode = await run(Deno.args, systemIo(() => isStuck = true));
if (isStuck) Deno.exit();
