// Titles are pinned: a peer that typed them from memory got several wrong.

import assert from "node:assert/strict";
import { ATLAS, CWE, OWASP } from "../../src/core/mod.ts";

Deno.test("the OWASP MCP Top 10 has its ten titles", () => {
  const titles = Object.entries(OWASP).filter(([id]) => id.startsWith("MCP"));
  assert.deepEqual(titles, [
    ["MCP01:2025", "Token Mismanagement & Secret Exposure"],
    ["MCP02:2025", "Privilege Escalation via Scope Creep"],
    ["MCP03:2025", "Tool Poisoning"],
    ["MCP04:2025", "Software Supply Chain Attacks & Dependency Tampering"],
    ["MCP05:2025", "Command Injection & Execution"],
    ["MCP06:2025", "Intent Flow Subversion"],
    ["MCP07:2025", "Insufficient Authentication & Authorization"],
    ["MCP08:2025", "Lack of Audit and Telemetry"],
    ["MCP09:2025", "Shadow MCP Servers"],
    ["MCP10:2025", "Context Injection & Over-Sharing"],
  ]);
});

Deno.test("the OWASP LLM Top 10 has its titles of 2026 and of 2025", () => {
  const titles = (year: string): string[] =>
    Object.entries(OWASP)
      .filter(([id]) => id.startsWith("LLM") && id.endsWith(year))
      .sort(([a], [b]) => a < b ? -1 : 1)
      .map(([, title]) => title);
  assert.deepEqual(titles("2026"), [
    "Prompt Injection",
    "Sensitive Information Disclosure",
    "Excessive Agency",
    "Supply Chain",
    "Data and Model Poisoning",
    "Unbounded Consumption",
    "Misinformation",
    "Hidden Context Exposure",
    "Vector and Embedding Weaknesses",
    "Improper Output Handling",
  ]);
  assert.deepEqual(titles("2025"), [
    "Prompt Injection",
    "Sensitive Information Disclosure",
    "Supply Chain",
    "Data and Model Poisoning",
    "Improper Output Handling",
    "Excessive Agency",
    "System Prompt Leakage",
    "Vector and Embedding Weaknesses",
    "Misinformation",
    "Unbounded Consumption",
  ]);
});

Deno.test("the OWASP Agentic Top 10 has its ten titles", () => {
  const titles = Object.entries(OWASP).filter(([id]) => id.startsWith("ASI"));
  assert.deepEqual(titles.map(([id, title]) => `${id.slice(0, 5)} ${title}`), [
    "ASI01 Agent Goal Hijack",
    "ASI02 Tool Misuse and Exploitation",
    "ASI03 Identity and Privilege Abuse",
    "ASI04 Agentic Supply Chain Vulnerabilities",
    "ASI05 Unexpected Code Execution (RCE)",
    "ASI06 Memory & Context Poisoning",
    "ASI07 Insecure Inter-Agent Communication",
    "ASI08 Cascading Failures",
    "ASI09 Human-Agent Trust Exploitation",
    "ASI10 Rogue Agents",
  ]);
});

Deno.test("CWE and ATLAS ids have the form of their publishers, and the pinned titles", () => {
  for (const id of Object.keys(CWE)) assert.match(id, /^CWE-\d+$/);
  for (const id of Object.keys(ATLAS)) assert.match(id, /^AML\.T\d{4}(\.\d{3})?$/);
  assert.equal(CWE["CWE-1427"], "Improper Neutralization of Input Used for LLM Prompting");
  assert.equal(CWE["CWE-798"], "Use of Hard-coded Credentials");
  assert.equal(CWE["CWE-319"], "Cleartext Transmission of Sensitive Information");
  assert.equal(ATLAS["AML.T0110"], "AI Agent Tool Poisoning");
  assert.equal(ATLAS["AML.T0053"], "AI Agent Tool Invocation");
});
