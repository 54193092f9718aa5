// Variables of the environment, one for each setting that is a single value.

import type { Suggest } from "../rules/mod.ts";
import { EMPTY_LAYER, type Given, type Layer } from "./layer.ts";
import {
  SETTING_NAMES,
  type SettingName,
  settingOf,
  VARIABLE_PREFIX,
  variableOf,
} from "./settings.ts";

/** The variable that names a file as `--config` does. */
export const CONFIG_VARIABLE: string = `${VARIABLE_PREFIX}CONFIG`;

/** Every variable that means something. */
export const VARIABLES: readonly string[] = [
  CONFIG_VARIABLE,
  ...SETTING_NAMES.flatMap((name) => variableOf(name) ?? []),
];

export interface Environment {
  readonly get: (name: string) => string | undefined;
  /** The names of all variables, as far as they may be listed. */
  readonly names: readonly string[];
  readonly suggest: Suggest;
}

/** What the variables say, and what is wrong with them; one that is empty says nothing. */
export function readEnvironment(
  { get, names, suggest }: Environment,
): { readonly layer: Layer; readonly problems: readonly string[] } {
  const values = new Map<SettingName, Given>();
  const problems: string[] = [];
  for (const name of SETTING_NAMES) {
    const variable = variableOf(name);
    const text = variable === undefined ? undefined : get(variable);
    if (variable === undefined || text === undefined || text === "") continue;
    const { type } = settingOf(name);
    const value = type.read(text);
    if (value !== undefined) values.set(name, { value, origin: { from: "environment", variable } });
    else {
      const nearest = type.values ? `.${suggest(text, type.values)}` : "";
      problems.push(`${variable}: Expected ${type.expected}${nearest}`);
    }
  }
  for (const name of names) {
    if (!name.startsWith(VARIABLE_PREFIX) || VARIABLES.includes(name)) continue;
    // Upper and lower case count as distance.
    const nearest = suggest(name.toLowerCase(), VARIABLES.map((known) => known.toLowerCase()));
    problems.push(
      `${name}: Unknown variable.${nearest.replace(/".+"/, (said) => said.toUpperCase())}`,
    );
  }
  return { layer: { ...EMPTY_LAYER, values }, problems };
}
