// The nouns of the product. This room imports nothing and touches nothing outside itself.

export * from "./capability.ts";
export * from "./changes.ts";
export * from "./client_config.ts";
export * from "./comparison.ts";
export * from "./context.ts";
export * from "./diagnostic.ts";
export * from "./document.ts";
export * from "./failure.ts";
export * from "./finding.ts";
export * from "./fingerprint.ts";
export * from "./flow_facts.ts";
export * from "./flow_kinds.ts";
export * from "./mapped_text.ts";
export * from "./printable.ts";
export * from "./redact.ts";
export * from "./report.ts";
export * from "./rule.ts";
export * from "./served_surface.ts";
export * from "./server_def.ts";
export * from "./server_surface.ts";
export * from "./severity.ts";
export * from "./source_file.ts";
export * from "./span.ts";
export * from "./surface.ts";
export * from "./taxonomy.ts";
export * from "./triage_note.ts";
