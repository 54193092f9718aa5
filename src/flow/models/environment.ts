// Reads of variables, and the logs that must not tell what stands in them.

import { type Lines, sink } from "./build.ts";

const log = sink("outgoing", "a log", { args: ["all"] });

export const ENVIRONMENT: Lines = [
  ["os.getenv os.environ.get os.environ.pop Deno.env.get os.Getenv os.LookupEnv", {
    readsVariable: true,
  }],
  ["console.log console.error console.warn console.info console.debug console.trace", log],
  [
    "print logging.debug logging.info logging.warning logging.error logging.critical logging.exception",
    log,
  ],
  ["logging.getLogger().debug logging.getLogger().info logging.getLogger().warning", log],
  ["logging.getLogger().error logging.getLogger().critical", log],
  ["log.Print log.Printf log.Println fmt.Print fmt.Printf fmt.Println", log],
];
