// The published JSON Schema of a file of settings, out of the table, so that editors complete it.

import { PATH_KEYS } from "./path_keys.ts";
import { ALL } from "./rule_choice.ts";
import { type Section, SECTIONS, SETTING_NAMES, settingOf } from "./settings.ts";

/** Raised with every change that makes an older file wrong. */
export const CONFIG_VERSION = "1";

interface SchemaNames {
  /** Ids of the built-in rules; those of others are taken too. */
  readonly rules: readonly string[];
  readonly families: readonly string[];
}

/** JSON Schema (draft 2020-12) of `.mcp-sentinel.yaml` and its like. */
export function configSchema({ rules, families }: SchemaNames): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:mcp-sentinel:config:${CONFIG_VERSION}`,
    title: "MCP Sentinel settings",
    type: "object",
    additionalProperties: false,
    properties: {
      version: { description: "The version of this shape.", enum: [CONFIG_VERSION] },
      ...Object.fromEntries(
        Object.entries(SECTIONS).map(([section, description]) => [section, {
          description: `${description}.`,
          type: ["object", "null"],
          additionalProperties: false,
          properties: sectionSchema(section as Section),
        }]),
      ),
    },
    $defs: {
      rule: {
        description: "The id of a rule, a family, or `all`.",
        anyOf: [{ enum: [ALL, ...families, ...rules] }, { type: "string", minLength: 1 }],
      },
      rules: listOf({ $ref: "#/$defs/rule" }),
      severities: {
        type: "object",
        propertyNames: { $ref: "#/$defs/rule" },
        ...settingOf("rules.severity").type.schema,
      },
    },
  };
}

function listOf(items: object): object {
  return { anyOf: [{ type: "array", items }, { type: "string", minLength: 1 }] };
}

function sectionSchema(section: Section): object {
  const names = SETTING_NAMES.filter((name) => name.startsWith(`${section}.`));
  return Object.fromEntries(names.map((name) => {
    const { type, what, isUsers } = settingOf(name);
    const value = setting(settingOf(name));
    return [name.slice(section.length + 1), {
      description: sentence(what, isUsers === true),
      ...(type.kind === "own" || type.kind === "rule" ? ownSchema(name) : {
        ...(type.isList ? listOf(type.schema) : type.schema),
        ...(value !== undefined && { default: value }),
      }),
    }];
  }));
}

function setting({ default: value, shown }: ReturnType<typeof settingOf>): unknown {
  return value === undefined ? undefined : shown ?? value;
}

function sentence(what: string, isUsers: boolean): string {
  const told = `${what[0]!.toUpperCase()}${what.slice(1).replace(" (repeatable)", "")}.`;
  return isUsers ? `${told} Not in a project's file.` : told;
}

function ownSchema(name: string): object {
  if (name === "rules.severity") return { $ref: "#/$defs/severities" };
  if (name !== "rules.paths") return { $ref: "#/$defs/rules" };
  return {
    type: "array",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["path"],
      properties: {
        path: { description: PATH_KEYS.path, ...listOf({ type: "string", minLength: 1 }) },
        enable: { description: PATH_KEYS.enable, $ref: "#/$defs/rules" },
        disable: { description: PATH_KEYS.disable, $ref: "#/$defs/rules" },
        severity: { description: PATH_KEYS.severity, $ref: "#/$defs/severities" },
      },
    },
  };
}
