// Go: databases, directories, documents, expressions, plain values.

import { kindsOf } from "../kinds.ts";
import { type Lines, passes, sink, sinks } from "./build.ts";

const SQL = "an SQL statement";
const QUERY = "a query of a document database";

export const DATA: Lines = [
  // `pgx` and its pools take a context first, others the statement.
  [
    "*.Query *.QueryRow *.Exec *.Prepare",
    sinks(
      sink("sql", SQL, { args: [0] }),
      sink("sql", SQL, { args: [1], unless: { args: [0], name: /^(?!context\.)/ } }),
    ),
  ],
  ["*.QueryRowx *.Queryx *.MustExec *.Preparex *.Raw *.NamedExec *.NamedQuery", sink("sql", SQL)],
  [
    "*.QueryContext *.QueryRowContext *.ExecContext *.PrepareContext *.QueryxContext *.NamedExecContext",
    sink("sql", SQL, { args: [1] }),
  ],
  ["*.Select *.Get", { sinks: [{ kind: "sql", words: SQL, args: [1] }] }],
  ["*.SelectContext *.GetContext", { sinks: [{ kind: "sql", words: SQL, args: [2] }] }],
  ["*.Where *.Order *.Having *.Group *.Joins", { sinks: [{ kind: "sql", words: SQL, args: [0] }] }],
  [
    "github.com/lib/pq.QuoteIdentifier github.com/lib/pq.QuoteLiteral github.com/jackc/pgx/v5.Identifier().Sanitize",
    {
      sanitises: kindsOf("sql"),
    },
  ],
  [
    "*.FindOne *.Find *.Aggregate *.UpdateOne *.UpdateMany *.DeleteOne *.DeleteMany *.ReplaceOne *.CountDocuments *.FindOneAndUpdate *.FindOneAndDelete *.FindOneAndReplace",
    { sinks: [{ kind: "nosql", words: QUERY, args: [1] }] },
  ],
  // RE2 takes time in proportion to the text.
  ["regexp.MustCompile regexp.Compile regexp.MustCompilePOSIX", passes(0)],
  ["regexp.QuoteMeta", { sanitises: kindsOf("regex") }],
  [
    "github.com/antchfx/xmlquery.Find github.com/antchfx/xmlquery.FindOne github.com/antchfx/xmlquery.QueryAll github.com/antchfx/xmlquery.Query github.com/antchfx/htmlquery.Find github.com/antchfx/htmlquery.FindOne github.com/antchfx/htmlquery.QueryAll github.com/antchfx/jsonquery.Find",
    sink("xpath", "an XPath expression", { args: [1] }),
  ],
  [
    "github.com/antchfx/xpath.Compile github.com/antchfx/xpath.MustCompile",
    sink("xpath", "an XPath expression"),
  ],
  [
    "github.com/go-ldap/ldap/v3.NewSearchRequest gopkg.in/ldap.v3.NewSearchRequest github.com/go-ldap/ldap.NewSearchRequest",
    sink("ldap", "an LDAP filter", { args: [6] }),
  ],
  [
    "github.com/go-ldap/ldap/v3.EscapeFilter github.com/go-ldap/ldap.EscapeFilter gopkg.in/ldap.v3.EscapeFilter github.com/go-ldap/ldap/v3.EscapeDN",
    { sanitises: kindsOf("ldap") },
  ],
  ["html.EscapeString html/template.HTMLEscapeString encoding/xml.EscapeText", {
    sanitises: kindsOf("template", "xml"),
  }],
  [
    "strconv.Atoi strconv.ParseInt strconv.ParseUint strconv.ParseFloat strconv.ParseBool len cap time.ParseDuration time.Parse net.ParseIP net/netip.ParseAddr",
    { returns: "number" },
  ],
  ["strconv.Quote strconv.QuoteToASCII *.Quote", { sanitises: kindsOf("log", "header") }],
  ["encoding/json.Marshal", { passes: [0], marks: kindsOf("log", "header") }],
  ["*.RequireInt *.GetInt *.GetFloat *.GetBool *.RequireFloat *.RequireBool", {
    returns: "number",
  }],
  ["os.Exit log.Fatal log.Fatalf log.Fatalln log.Panic log.Panicf", {
    exits: true,
    passes: "none",
  }],
];
