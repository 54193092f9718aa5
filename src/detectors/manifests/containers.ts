// `docker run` and its like, parsed: options with their values, and the image.

import { type Located, partOf } from "../../core/mod.ts";
import type { Command, Word } from "./command_line.ts";

export interface ContainerRun {
  readonly program: Word;
  readonly image?: Word;
  readonly options: readonly ContainerOption[];
}

export interface ContainerOption {
  /** Long form where there is one: `--volume` for `-v`. */
  readonly name: string;
  readonly value?: Located<string>;
  /** What to point at. */
  readonly word: Word;
}

const PROGRAMS = new Set(["docker", "podman", "nerdctl", "finch"]);

const LONG: Readonly<Record<string, string>> = {
  "-e": "--env",
  "-v": "--volume",
  "-p": "--publish",
  "-P": "--publish-all",
  "-u": "--user",
  "-w": "--workdir",
  "-h": "--hostname",
  "-l": "--label",
  "-m": "--memory",
  "-c": "--cpu-shares",
  "-a": "--attach",
  "--net": "--network",
};

/** Options that take none; all others take one, so that an unknown one hides no image. */
const WITHOUT_VALUE = new Set([
  "--rm",
  "--init",
  "--interactive",
  "--tty",
  "--detach",
  "--privileged",
  "--read-only",
  "--publish-all",
  "--quiet",
  "--no-healthcheck",
  "--oom-kill-disable",
  "--sig-proxy",
  "--env-host",
  "--disable-content-trust",
  "--replace",
  "--tls-verify",
  "--help",
  "--debug",
]);

export function containerRun({ program, name, args }: Command): ContainerRun | undefined {
  if (!PROGRAMS.has(name)) return undefined;
  const verb = args.findIndex(({ value }) => value === "run" || value === "create");
  if (verb < 0) return undefined;
  // Before the verb stand options of the program itself, and `container`.
  for (const { value } of args.slice(0, verb)) {
    if (/^(?:mcp|compose|exec|build|model|sandbox|ai)$/.test(value)) return undefined;
  }
  const options: ContainerOption[] = [];
  for (let i = verb + 1; i < args.length; i++) {
    const word = args[i]!;
    if (!word.value.startsWith("-")) return { program, image: word, options };
    const option = optionOf(word);
    const next = option.takesNext ? args[++i] : undefined;
    const value = option.value ?? next;
    options.push({ name: option.name, ...(value && { value }), word: next ?? word });
  }
  return { program, options };
}

function optionOf(word: Word): { name: string; value?: Located<string>; takesNext: boolean } {
  const text = word.value;
  const rest = (start: number): Located<string> => partOf(word, { start, end: text.length });
  const equals = text.indexOf("=");
  if (text.startsWith("--")) {
    const name = text.slice(0, equals < 0 ? text.length : equals);
    const long = LONG[name] ?? name;
    if (equals >= 0) return { name: long, value: rest(equals + 1), takesNext: false };
    return { name: long, takesNext: !WITHOUT_VALUE.has(long) };
  }
  // `-it`, `-ite NAME`, `-eNAME=value`: switches come first.
  let at = 1;
  while (at < text.length && /[itdqP]/.test(text[at]!)) at++;
  const letter = `-${text[at] ?? text.at(-1)}`;
  const name = LONG[letter] ?? letter;
  if (at >= text.length) return { name, takesNext: false };
  if (at + 1 === text.length) return { name, takesNext: true };
  return { name, value: rest(text[at + 1] === "=" ? at + 2 : at + 1), takesNext: false };
}

/** Where a mount comes from on the host; nothing for a named volume. */
export function mountSource({ name, value }: ContainerOption): Located<string> | undefined {
  if (!value) return undefined;
  if (name === "--volume") {
    const source = /^(?:[A-Za-z]:[\\/])?[^:]{0,400}(?=:)/.exec(value.value)?.[0];
    return source === undefined || /^[\w.-]+$/.test(source)
      ? undefined
      : partOf(value, { start: 0, end: source.length });
  }
  if (name !== "--mount" || /type=(?:volume|tmpfs)/.test(value.value)) return undefined;
  const hit = /(?:^|,)(?:source|src)=([^,]{1,400})/.exec(value.value);
  if (!hit) return undefined;
  const end = hit.index + hit[0].length;
  return partOf(value, { start: end - hit[1]!.length, end });
}
