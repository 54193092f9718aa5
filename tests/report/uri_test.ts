import assert from "node:assert/strict";
import { uriReference } from "../../src/report/_uri.ts";

const NAMES = [
  ["src/server.py", "src/server.py"],
  ["a b/c.py", "a%20b/c.py"],
  ["a#b?c.py", "a%23b%3Fc.py"],
  ["100%/20%20.py", "100%25/20%2520.py"],
  ["天気/é.py", "%E5%A4%A9%E6%B0%97/%C3%A9.py"],
  ["a\nb\\c.py", "a%0Ab%5Cc.py"],
  ["-rf.py", "-rf.py"],
  ["a:b.py", "./a:b.py"],
  ["javascript:alert(1)/x.js", "./javascript:alert(1)/x.js"],
  ["src/a:b.py", "src/a:b.py"],
  ["@scope/[id].ts", "@scope/%5Bid%5D.ts"],
  ["//host/x.py", ".///host/x.py"],
] as const;

Deno.test("uriReference() gives a relative reference that leads back to the file", () => {
  for (const [file, uri] of NAMES) {
    assert.equal(uriReference(file), uri);
    // The characters of RFC 3986, section 2.
    assert.match(uri, /^(?:[A-Za-z0-9._~:/@!$&'()*+,;=-]|%[0-9A-F]{2})+$/);
    const resolved = new URL(uri, "https://example.test/project/");
    assert.equal(resolved.search + resolved.hash, "");
    assert.equal(decodeURIComponent(resolved.pathname), `/project/${file}`);
  }
});

Deno.test("uriReference() takes a name that is not well-formed UTF-16", () => {
  assert.equal(uriReference("a\ud800.py"), "a%EF%BF%BD.py");
});
