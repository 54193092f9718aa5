// A server of Node alone, which takes a URL apart.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";

createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const file = url.searchParams.get("file") ?? "index.html";
  const text = readFileSync(`/srv/www/${file}`, "utf8"); // expect: proven path
  response.end(`${text.length}`);
}).listen(3000);
