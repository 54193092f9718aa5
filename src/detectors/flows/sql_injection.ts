import type { Rule } from "../../core/mod.ts";
import type { SyntaxTree } from "../../syntax/mod.ts";

export default {
  id: "sql-injection",
  family: "data-flow",
  title: "A caller's value in the text of an SQL statement",
  why:
    "A quote ends the value and what follows is SQL: whoever steers the model reads and changes " +
    "any table that the server may.",
  fix: "Pass values as parameters of the statement; take names of tables and columns from a list.",
  limits: "A server that is meant to run any statement is reported too; give it a role that may " +
    "only read.",
  severity: "high",
  confidence: "high",
  cwe: ["CWE-89"],
  owasp: ["MCP05:2025", "LLM10:2026", "ASI05:2026"],
  atlas: ["AML.T0053"],
  since: "0.1.0",
  tags: ["injection", "data-flow"],
  matcher: { kind: "flow" },
  sinks: ["sql"],
  bad: [
    {
      file: "server.py",
      code: `import sqlite3

@mcp.tool()
def find(name: str) -> list:
    connection = sqlite3.connect("crm.db")
    return connection.execute(f"SELECT * FROM people WHERE name = '{name}'").fetchall()
`,
      note: "A value between quotes",
    },
    {
      file: "server.py",
      code: `def query_for(table: str) -> str:
    return "SELECT count(*) FROM " + table

@mcp.tool()
def count(table: str) -> int:
    cursor = connect().cursor()
    cursor.execute(query_for(table))
    return cursor.fetchone()[0]
`,
      note: "Put together in another function",
    },
  ],
  good: [
    {
      file: "server.py",
      code: `import sqlite3

@mcp.tool()
def find(name: str) -> list:
    connection = sqlite3.connect("crm.db")
    return connection.execute("SELECT * FROM people WHERE name = ?", (name,)).fetchall()
`,
      note: "A parameter of the statement",
    },
    {
      file: "server.py",
      code: `TABLES = ["people", "orders"]

@mcp.tool()
def count(table: str, limit: int) -> int:
    if table not in TABLES:
        raise ValueError("No such table")
    cursor = connect().cursor()
    cursor.execute(f"SELECT count(*) FROM {table} LIMIT {limit}")
    return cursor.fetchone()[0]
`,
      note: "A name out of a list, and a number",
    },
  ],
} satisfies Rule<SyntaxTree>;
