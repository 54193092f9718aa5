// What a file says of rules: which run, how grave their findings are, and where.

import { SEVERITIES, type Severity } from "../core/mod.ts";
import { type Fields, fieldsOf, type Value } from "../rules/mod.ts";
import type { PathRules, RuleWord } from "./layer.ts";
import { PATH_KEYS } from "./path_keys.ts";
import { leadsOut, listOf, type Reading } from "./read_config.ts";

/** Names of a list. */
export function readNames(
  value: Value,
  { reading, name, says }: {
    readonly reading: Reading;
    readonly name: string;
    readonly says: "on" | "off";
  },
): RuleWord[] {
  const { problems } = reading;
  return (listOf(value, { name, problems }) ?? []).flatMap((item) => {
    const given = item.kind === "scalar" ? item.value : undefined;
    if (typeof given === "string" && given.trim() !== "") {
      return [{ name: given, says, origin: reading.originAt(item.at) }];
    }
    problems.add(item.at, `Expected the id of a rule, a family, or all for "${name}"`);
    return [];
  });
}

/** A mapping from names to severities. */
export function readSeverities(
  value: Value,
  { reading, name }: { readonly reading: Reading; readonly name: string },
): RuleWord[] {
  const { problems } = reading;
  if (value.kind !== "map") {
    problems.add(value.at, `Expected rules with severities below "${name}"`);
    return [];
  }
  return value.entries.flatMap(({ key, at, value: held }) => {
    const given = held.kind === "scalar" ? String(held.value) : "";
    const severity = SEVERITIES.find((known): known is Severity => known === given);
    if (severity) return [{ name: key, says: severity, origin: reading.originAt(at) }];
    problems.add(
      held.at,
      `Expected one of ${SEVERITIES.join(", ")} for "${name}".${
        problems.suggest(given, SEVERITIES)
      }`,
    );
    return [];
  });
}

const MAX_PATHS = 200;

/** What holds for some paths. */
export function readPaths(value: Value, reading: Reading): PathRules[] {
  const { problems } = reading;
  if (value.kind !== "list" || value.items.length > MAX_PATHS) {
    problems.add(value.at, `Expected a list for "rules.paths", of at most ${MAX_PATHS} items`);
    return [];
  }
  return value.items.flatMap((item) => {
    const fields = fieldsOf(item, Object.keys(PATH_KEYS), { name: '"rules.paths"', problems });
    if (!fields) return [];
    const globs = readGlobs(fields, reading);
    const words = ["enable", "disable", "severity"].flatMap((key) => {
      const held = fields.value(key);
      if (!held) return [];
      const name = `rules.paths.${key}`;
      if (key === "severity") return readSeverities(held, { reading, name });
      return readNames(held, { reading, name, says: key === "enable" ? "on" : "off" });
    });
    if (words.length === 0) {
      problems.add(item.at, 'Expected "enable", "disable" or "severity" beside "path"');
    }
    const { folder } = reading.context;
    return [{ folder, globs, words, origin: reading.originAt(item.at) }];
  });
}

function readGlobs(fields: Fields, reading: Reading): string[] {
  const { problems } = reading;
  const value = fields.required("path");
  if (!value) return [];
  return (listOf(value, { name: "rules.paths.path", problems }) ?? []).flatMap((item) => {
    const given = item.kind === "scalar" ? item.value : undefined;
    if (typeof given === "string" && given.trim() !== "" && !leadsOut(given) && given[0] !== "!") {
      return [given];
    }
    problems.add(
      item.at,
      'Expected a path from the folder of this file, with "/", such as tests/**',
    );
    return [];
  });
}
