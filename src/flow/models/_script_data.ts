// JavaScript and TypeScript: databases, directories, documents, expressions, plain values.

import { ALL_KINDS, kindsOf } from "../kinds.ts";
import { type Lines, passes, sink } from "./build.ts";

const SQL = "an SQL statement";
const QUERY = "a query of a document database";
const XML = "an XML parser that follows entities";

export const DATA: Lines = [
  [
    "*.query *.execute *.raw *.unsafe *.$queryRawUnsafe *.$executeRawUnsafe *.queryRawUnsafe *.prepare *.exec *.whereRaw *.orderByRaw *.havingRaw *.selectRaw *.joinRaw *.groupByRaw *.multi *.runAndReadAll *.queryArray *.queryObject *.executeMultiple *.queryStream",
    sink("sql", SQL),
  ],
  [
    "sequelize.literal sequelize.Sequelize.literal *.literal drizzle-orm.sql.raw kysely.sql.raw *.sql.raw @prisma/client.Prisma.raw *.Prisma.raw",
    sink("sql", SQL),
  ],
  // A statement that was prepared takes values only.
  ["*.all *.run *.get *.each", {
    sinks: [{
      kind: "sql",
      words: SQL,
      args: [0],
      unless: { args: ["receiver"], name: /\.prepare\(\)$/ },
    }],
  }],
  [
    "*.escapeId *.escapeIdentifier *.escapeLiteral sqlstring.escape sqlstring.escapeId mysql.escape mysql2.escape *.mysql.escape *.pool.escape *.connection.escape *.conn.escape *.db.escape pg-format.ident pg-format.literal pg-escape.literal pg-escape.ident pg.escapeIdentifier pg.escapeLiteral",
    { passes: ["all"], marks: kindsOf("sql") },
  ],
  ["sqlstring.format mysql.format mysql2.format *.mysql.format *.pool.format *.connection.format", {
    passes: ["all"],
    marks: kindsOf("sql"),
  }],
  // Only what stands at `%s` goes in as it is.
  ["pg-format pg-format.default pg-escape", {
    passes: ["all"],
    marks: kindsOf("sql"),
    marksOnly: { args: [0], name: /^[^%]*(?:%\d{0,2}\$?[LI%][^%]*)*$/ },
  }],
  [
    "*.findOne *.findOneAndUpdate *.findOneAndDelete *.findOneAndReplace *.aggregate *.updateOne *.updateMany *.deleteOne *.deleteMany *.replaceOne *.countDocuments",
    { sinks: [{ kind: "nosql", words: QUERY, args: [0] }] },
  ],
  ["*.find", { sinks: [{ kind: "nosql", words: QUERY, args: [0] }], passes: ["receiver"] }],
  ["*.$where", sink("nosql", "code that a document database runs")],
  ["RegExp", { sinks: [{ kind: "regex", words: "a regular expression", args: [0] }], passes: [0] }],
  // RE2 takes time in proportion to the text.
  ["re2 re2-wasm.RE2", passes(0)],
  [
    "escape-string-regexp escape-string-regexp.default lodash.escapeRegExp lodash/escapeRegExp RegExp.escape regexp.escape",
    { sanitises: kindsOf("regex") },
  ],
  [
    "libxmljs.parseXml libxmljs.parseXmlString libxmljs.parseXmlAsync libxmljs2.parseXml libxmljs2.parseXmlString libxmljs2.default.parseXml libxmljs2.default.parseXmlString",
    {
      sinks: [
        { kind: "xml", words: XML, args: [0], when: { option: "noent", is: true } },
        { kind: "xml", words: XML, args: [0], when: { option: "replaceEntities", is: true } },
      ],
      passes: [0],
    },
  ],
  [
    "xpath.select xpath.select1 xpath.evaluate xpath.parse xpath.default.select",
    sink("xpath", "an XPath expression"),
  ],
  ["xpath.useNamespaces()", sink("xpath", "an XPath expression")],
  [
    "ldapjs.createClient().search ldapjs.default.createClient().search",
    sink("ldap", "an LDAP filter", { args: ["1.filter"] }),
  ],
  ["ldapts.Client().search", sink("ldap", "an LDAP filter", { args: ["1.filter"] })],
  [
    "ldap-escape.filter ldap-escape.dn ldapjs.EqualityFilter ldapts.EqualityFilter ldap-filters.attribute",
    { sanitises: kindsOf("ldap") },
  ],
  ["*.search", { passes: ["receiver"] }],
];

const CLEAN = kindsOf("template", "xml", "xpath");

export const VALUES: Lines = [
  [
    "Number parseInt parseFloat Number.parseInt Number.parseFloat BigInt Math.floor Math.ceil Math.trunc Math.round Math.max Math.min Math.abs Date.now Date.parse Date *.getTime *.toISOString *.indexOf *.lastIndexOf *.charCodeAt *.codePointAt lodash.toNumber lodash.clamp",
    { returns: "number" },
  ],
  [
    "Boolean isNaN Array.isArray Number.isInteger *.includes *.has *.startsWith *.endsWith *.test *.every *.some fs.existsSync",
    { returns: "boolean" },
  ],
  [
    "isUUID isEmail isInt isAlphanumeric isNumeric isIn isURL isHexadecimal isMongoId isAlpha isDecimal isIP isFQDN isSlug matches"
      .split(" ").map((name) => `validator.${name} validator.default.${name}`).join(" ") +
    " uuid.validate uuid.version",
    { returns: "boolean" },
  ],
  ["validator.toInt validator.toFloat validator.toBoolean validator.toDate", { returns: "number" }],
  [
    "he.encode he.escape he.default.encode validator.escape lodash.escape escape-html dompurify.sanitize isomorphic-dompurify.sanitize sanitize-html xss html-entities.encode",
    { passes: [0], marks: CLEAN },
  ],
  ["uuid.v4 uuid.v5 uuid.v7 nanoid.nanoid", { passes: "none" }],
  [
    "String Object.values Object.assign Object.entries structuredClone Promise.resolve Array.from Buffer.from Promise.all lodash.cloneDeep",
    passes("all"),
  ],
  ["JSON.stringify", { passes: ["all"], marks: kindsOf("log", "header") }],
  ["*.parse *.parseAsync", passes(0)],
  ["*.digest", { passes: ["receiver"], marks: ALL_KINDS }],
  ["process.exit Deno.exit process.abort", { exits: true, passes: "none" }],
  ["console.log console.error console.warn console.info console.debug console.trace", {
    passes: "none",
  }],
  ["Buffer.byteLength", { returns: "number" }],
  ["Error TypeError RangeError", passes(0)],
  ["assert assert.ok assert.strict assert/strict assert/strict.ok tiny-invariant invariant", {
    asserts: 0,
    passes: "none",
  }],
  ["*.bind", { passes: ["receiver"] }],
];
