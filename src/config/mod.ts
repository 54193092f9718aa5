// Settings: one table of them, what files and variables say of them, and what holds in the end.
// Pure: who finds files hands their texts over. What reads YAML is loaded where there is some.

import type { ConfigContext, ConfigRead } from "./read_config.ts";

export { CONFIG_VARIABLE, readEnvironment, VARIABLES } from "./environment.ts";
export {
  type Effective,
  EMPTY_LAYER,
  type FileOrigin,
  type Given,
  isSwitch,
  type Layer,
  merge,
  type Origin,
  originText,
  type PathRules,
  type RuleWord,
} from "./layer.ts";
export { readDuration, readPercent, readSize } from "./quantities.ts";
export type { ConfigContext, ConfigProblem, ConfigRead } from "./read_config.ts";
export { ALL, chosen, isAsked, type RuleChoice, severityOf } from "./rule_choice.ts";
export { PATH_KEYS } from "./path_keys.ts";
export { CONFIG_VERSION, configSchema } from "./schema.ts";
export {
  AI_PROVIDERS,
  COLOR_CHOICES,
  DIFF_SCOPES,
  FORMATS,
  type Section,
  SECTIONS,
  type Setting,
  SETTING_NAMES,
  type SettingName,
  settingOf,
  SETTINGS,
  VARIABLE_PREFIX,
  variableOf,
} from "./settings.ts";

/** Reads a file's text; where there is a problem, nothing of it should count. */
export async function readConfig(text: string, context: ConfigContext): Promise<ConfigRead> {
  const { readConfig: read } = await import("./read_config.ts");
  return read(text, context);
}
export type { ModelPrice } from "./value_types.ts";
