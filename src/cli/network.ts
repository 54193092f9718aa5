// The network is for those command lines alone that ask for a model. All others give it up before
// anything is read, so that nothing that is scanned can make the program reach for it.

/** Whether a command line asks for what needs the network. */
export function needsNetwork(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args[0] === "ai" || args.slice(0, end < 0 ? args.length : end).includes("--ai");
}

/** Gives the network up for good, unless `args` need it. */
export async function dropNetwork(args: readonly string[]): Promise<void> {
  if (!needsNetwork(args)) await Deno.permissions.revoke({ name: "net" });
}
