// The static half of a SARIF log: the rules that ran, and the taxonomies they cite.
// Indices are positions in these arrays, so both are built once and in a stable order.

import {
  type Confidence,
  type RuleInfo,
  type Severity,
  TAXONOMIES,
  type Taxonomy,
} from "../core/mod.ts";

export type SarifLevel = "error" | "warning" | "note";

export const LEVELS: Readonly<Record<Severity, SarifLevel>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

/** GitHub reads over 9.0 as critical, from 7.0 as high, from 4.0 as medium and above 0 as low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
  info: "0.1",
};

/** GitHub's limit on the tags of a rule. */
const MAX_TAGS = 20;

interface Catalogue {
  readonly name: string;
  readonly fullName: string;
  readonly organization: string;
  readonly informationUri: string;
  readonly taxonomy: Taxonomy;
  /** Ids of the core's table that are this catalogue's. */
  readonly prefix: string;
  readonly helpUri?: (id: string) => string;
}

/** In the order of `run.taxonomies`. OWASP keeps three lists, each a tool component of its own. */
const CATALOGUES: readonly Catalogue[] = [
  {
    name: "CWE",
    fullName: "Common Weakness Enumeration",
    organization: "MITRE",
    informationUri: "https://cwe.mitre.org/",
    taxonomy: "cwe",
    prefix: "CWE-",
    helpUri: (id) => `https://cwe.mitre.org/data/definitions/${id.slice("CWE-".length)}.html`,
  },
  {
    name: "OWASP MCP",
    fullName: "OWASP MCP Top 10",
    organization: "OWASP Foundation",
    informationUri: "https://owasp.org/www-project-mcp-top-10/",
    taxonomy: "owasp",
    prefix: "MCP",
  },
  {
    name: "OWASP LLM",
    fullName: "OWASP Top 10 for LLM Applications",
    organization: "OWASP Foundation",
    informationUri: "https://genai.owasp.org/llm-top-10/",
    taxonomy: "owasp",
    prefix: "LLM",
  },
  {
    name: "OWASP Agentic",
    fullName: "OWASP Top 10 for Agentic Applications",
    organization: "OWASP Foundation",
    informationUri: "https://genai.owasp.org/",
    taxonomy: "owasp",
    prefix: "ASI",
  },
  {
    name: "MITRE ATLAS",
    fullName: "Adversarial Threat Landscape for Artificial-Intelligence Systems",
    organization: "MITRE",
    informationUri: "https://atlas.mitre.org/",
    taxonomy: "atlas",
    prefix: "AML.",
    helpUri: (id) => `https://atlas.mitre.org/techniques/${id}`,
  },
];

interface UsedCatalogue extends Catalogue {
  /** Sorted; a taxon's index is its position. */
  readonly ids: readonly string[];
}

/** The catalogues that `rules` cite, each with the ids they cite. */
export function usedCatalogues(rules: readonly RuleInfo[]): UsedCatalogue[] {
  return CATALOGUES.map((catalogue) => {
    const cited = rules.flatMap((rule) => citedIds(rule, catalogue));
    return { ...catalogue, ids: [...new Set(cited)].sort() };
  }).filter(({ ids }) => ids.length > 0);
}

function citedIds(rule: RuleInfo, { taxonomy, prefix }: Catalogue): string[] {
  return rule[taxonomy].filter((id) => id.startsWith(prefix));
}

/** `run.taxonomies`. */
export function taxonomyComponents(catalogues: readonly UsedCatalogue[]): object[] {
  return catalogues.map(({ name, fullName, organization, informationUri, ...catalogue }) => ({
    name,
    fullName,
    organization,
    informationUri,
    shortDescription: { text: `${fullName}.` },
    isComprehensive: false,
    taxa: catalogue.ids.map((id) => ({
      id,
      name: titleOf(catalogue.taxonomy, id),
      shortDescription: { text: `${titleOf(catalogue.taxonomy, id)}.` },
      ...(catalogue.helpUri && { helpUri: catalogue.helpUri(id) }),
    })),
  }));
}

/** A sub-technique of ATLAS (`AML.T0051.001`) is named after its technique too, as ATLAS does. */
function titleOf(taxonomy: Taxonomy, id: string): string {
  const titles: Readonly<Record<string, string>> = TAXONOMIES[taxonomy];
  const title = titles[id] ?? id;
  const parent = titles[id.replace(/\.\d{3}$/, "")];
  return taxonomy === "atlas" && parent !== undefined && parent !== title
    ? `${parent}: ${title}`
    : title;
}

/** `driver.rules[]`. */
export function ruleDescriptor(rule: RuleInfo, catalogues: readonly UsedCatalogue[]): object {
  return {
    id: rule.id,
    // A name that differs from its id in case alone would say nothing, and SARIF forbids it.
    ...(rule.id.includes("-") && { name: pascalCase(rule.id) }),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    relationships: relationships(rule, catalogues),
    properties: {
      tags: tagsOf(rule),
      precision: rule.confidence satisfies Confidence,
      "security-severity": SECURITY_SEVERITY[rule.severity],
    },
  };
}

function relationships(rule: RuleInfo, catalogues: readonly UsedCatalogue[]) {
  return catalogues.flatMap((catalogue, component) =>
    citedIds(rule, catalogue).map((id) => ({
      target: {
        id,
        index: catalogue.ids.indexOf(id),
        toolComponent: { name: catalogue.name, index: component },
      },
      // A weakness takes in what the rule finds; the other lists name risks it bears on.
      kinds: [catalogue.taxonomy === "cwe" ? "superset" : "relevant"],
    }))
  );
}

/** As CodeQL writes them, so GitHub's filters find them; the taxonomies first, lest a cut take them. */
function tagsOf(rule: RuleInfo): string[] {
  const external = [
    ...rule.cwe.map((id) => `external/cwe/${id}`),
    ...rule.owasp.map((id) => `external/owasp/owasp-${id.replace(":", "-")}`),
    ...rule.atlas.map((id) => `external/atlas/${id}`),
  ].map((tag) => tag.toLowerCase());
  return [...new Set(["security", ...external, ...rule.tags])].slice(0, MAX_TAGS);
}

/** `command-injection` as `CommandInjection`. */
function pascalCase(id: string): string {
  return id.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function helpText({ why, fix, limits }: RuleInfo): string {
  return [why, `Fix: ${fix}`, limits && `Limits: ${limits}`].filter(Boolean).join("\n\n");
}

function helpMarkdown({ why, fix, limits }: RuleInfo): string {
  return [
    escapeMarkdown(why),
    `**Fix:** ${escapeMarkdown(fix)}`,
    limits && `**Limits:** ${escapeMarkdown(limits)}`,
  ].filter(Boolean).join("\n\n");
}

/** Code spans stay; whatever else Markdown or HTML would read as markup is taken literally. */
export function escapeMarkdown(text: string): string {
  return text.split(/(`[^`]+`)/)
    .map((part, i) => i % 2 === 1 ? part : part.replace(/[\\`*_{}[\]<>#|~&!]/g, "\\$&"))
    .join("");
}
