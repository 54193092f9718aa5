import { dropNetwork, run, systemIo } from "./src/cli/mod.ts";

await dropNetwork(Deno.args);
let isStuck = false;
Deno.exitCode = await run(Deno.args, systemIo(() => isStuck = true));
if (isStuck) Deno.exit();
