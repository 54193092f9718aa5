// Folders that hold far more than one server should see, as a configuration writes them.

export type Breadth = "disk" | "system" | "home" | "keys";

const HOME =
  /^(?:~|\$HOME|\$\{(?:env:)?HOME\}|\$\{userHome\}|%USERPROFILE%|%HOMEPATH%|\$env:USERPROFILE|\$\{(?:env:)?USERPROFILE\}|\/(?:home|Users|root)|\/(?:home|Users)\/[^/]{1,80}|[A-Za-z]:\/Users|[A-Za-z]:\/Users\/[^/]{1,80}|\/mnt\/[a-z]\/Users(?:\/[^/]{1,80})?)$/i;
const SYSTEM =
  /^(?:\/(?:etc|usr|var|bin|sbin|lib|boot|dev|proc|sys|private|System|Library)|[A-Za-z]:\/Windows)$/;
const DISK = /^(?:\/{0,2}\*{0,2}|[A-Za-z]:|\/mnt\/[a-z])$/;
const KEYS = /\/\.(?:ssh|aws|gnupg|kube|azure|password-store|docker)$/;

/** How broad a folder is; `undefined` for an ordinary one, or one that a reader fills in. */
export function breadthOf(path: string): Breadth | undefined {
  const text = path.trim().replace(/^file:\/\//, "").replaceAll("\\", "/").slice(0, MAX_PATH);
  if (text === "" || /[<>]/.test(text)) return undefined;
  let end = text.length;
  while (end > 1 && text[end - 1] === "/") end--;
  const folder = text.slice(0, end);
  if (DISK.test(folder)) return "disk";
  if (SYSTEM.test(folder)) return "system";
  if (HOME.test(folder)) return "home";
  const parent = folder.slice(0, folder.lastIndexOf("/"));
  return KEYS.test(folder) && HOME.test(parent) ? "keys" : undefined;
}

/** Longer ones are no paths. */
const MAX_PATH = 1_000;

/** How a message calls it. */
export const BREADTH_WORDS: Readonly<Record<Breadth, string>> = {
  disk: "a whole disk",
  system: "a folder of the operating system",
  home: "a home folder",
  keys: "a folder of keys",
};
