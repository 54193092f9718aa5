// Ids and titles of the taxonomies that rules cite. Titles are the publishers' own: MITRE CWE,
// OWASP MCP Top 10 (v0.1 beta, 2025), OWASP Top 10 for LLM Applications (2025 and 2026), OWASP
// Top 10 for Agentic Applications (2026), MITRE ATLAS.

export const CWE = {
  "CWE-20": "Improper Input Validation",
  "CWE-22": "Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')",
  "CWE-74":
    "Improper Neutralization of Special Elements in Output Used by a Downstream Component ('Injection')",
  "CWE-77": "Improper Neutralization of Special Elements used in a Command ('Command Injection')",
  "CWE-78":
    "Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')",
  "CWE-94": "Improper Control of Generation of Code ('Code Injection')",
  "CWE-95":
    "Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection')",
  "CWE-150": "Improper Neutralization of Escape, Meta, or Control Sequences",
  "CWE-200": "Exposure of Sensitive Information to an Unauthorized Actor",
  "CWE-312": "Cleartext Storage of Sensitive Information",
  "CWE-319": "Cleartext Transmission of Sensitive Information",
  "CWE-321": "Use of Hard-coded Cryptographic Key",
  "CWE-451": "User Interface (UI) Misrepresentation of Critical Information",
  "CWE-470": "Use of Externally-Controlled Input to Select Classes or Code ('Unsafe Reflection')",
  "CWE-494": "Download of Code Without Integrity Check",
  "CWE-497": "Exposure of Sensitive System Information to an Unauthorized Control Sphere",
  "CWE-502": "Deserialization of Untrusted Data",
  "CWE-506": "Embedded Malicious Code",
  "CWE-522": "Insufficiently Protected Credentials",
  "CWE-552": "Files or Directories Accessible to External Parties",
  "CWE-668": "Exposure of Resource to Wrong Sphere",
  "CWE-798": "Use of Hard-coded Credentials",
  "CWE-829": "Inclusion of Functionality from Untrusted Control Sphere",
  "CWE-1007": "Insufficient Visual Distinction of Homoglyphs Presented to User",
  "CWE-1336": "Improper Neutralization of Special Elements Used in a Template Engine",
  "CWE-1427": "Improper Neutralization of Input Used for LLM Prompting",
} as const;

export const OWASP = {
  "MCP01:2025": "Token Mismanagement & Secret Exposure",
  "MCP02:2025": "Privilege Escalation via Scope Creep",
  "MCP03:2025": "Tool Poisoning",
  "MCP04:2025": "Software Supply Chain Attacks & Dependency Tampering",
  "MCP05:2025": "Command Injection & Execution",
  "MCP06:2025": "Intent Flow Subversion",
  "MCP07:2025": "Insufficient Authentication & Authorization",
  "MCP08:2025": "Lack of Audit and Telemetry",
  "MCP09:2025": "Shadow MCP Servers",
  "MCP10:2025": "Context Injection & Over-Sharing",
  "LLM01:2026": "Prompt Injection",
  "LLM02:2026": "Sensitive Information Disclosure",
  "LLM03:2026": "Excessive Agency",
  "LLM04:2026": "Supply Chain",
  "LLM05:2026": "Data and Model Poisoning",
  "LLM06:2026": "Unbounded Consumption",
  "LLM07:2026": "Misinformation",
  "LLM08:2026": "Hidden Context Exposure",
  "LLM09:2026": "Vector and Embedding Weaknesses",
  "LLM10:2026": "Improper Output Handling",
  "LLM01:2025": "Prompt Injection",
  "LLM02:2025": "Sensitive Information Disclosure",
  "LLM03:2025": "Supply Chain",
  "LLM04:2025": "Data and Model Poisoning",
  "LLM05:2025": "Improper Output Handling",
  "LLM06:2025": "Excessive Agency",
  "LLM07:2025": "System Prompt Leakage",
  "LLM08:2025": "Vector and Embedding Weaknesses",
  "LLM09:2025": "Misinformation",
  "LLM10:2025": "Unbounded Consumption",
  "ASI01:2026": "Agent Goal Hijack",
  "ASI02:2026": "Tool Misuse and Exploitation",
  "ASI03:2026": "Identity and Privilege Abuse",
  "ASI04:2026": "Agentic Supply Chain Vulnerabilities",
  "ASI05:2026": "Unexpected Code Execution (RCE)",
  "ASI06:2026": "Memory & Context Poisoning",
  "ASI07:2026": "Insecure Inter-Agent Communication",
  "ASI08:2026": "Cascading Failures",
  "ASI09:2026": "Human-Agent Trust Exploitation",
  "ASI10:2026": "Rogue Agents",
} as const;

export const ATLAS = {
  "AML.T0010": "AI Supply Chain Compromise",
  "AML.T0037": "Data from Local System",
  "AML.T0049": "Exploit Public-Facing Application",
  "AML.T0050": "Command and Scripting Interpreter",
  "AML.T0051": "LLM Prompt Injection",
  "AML.T0051.000": "Direct",
  "AML.T0051.001": "Indirect",
  "AML.T0051.002": "Triggered",
  "AML.T0053": "AI Agent Tool Invocation",
  "AML.T0054": "LLM Jailbreak",
  "AML.T0055": "Unsecured Credentials",
  "AML.T0056": "Extract LLM System Prompt",
  "AML.T0068": "LLM Prompt Obfuscation",
  "AML.T0083": "Credentials from AI Agent Configuration",
  "AML.T0086": "Exfiltration via AI Agent Tool Invocation",
  "AML.T0098": "AI Agent Tool Credential Harvesting",
  "AML.T0110": "AI Agent Tool Poisoning",
} as const;

export const TAXONOMIES = { cwe: CWE, owasp: OWASP, atlas: ATLAS } as const;

export type Taxonomy = keyof typeof TAXONOMIES;
export type TaxonomyId<T extends Taxonomy = Taxonomy> = T extends Taxonomy
  ? keyof typeof TAXONOMIES[T]
  : never;
