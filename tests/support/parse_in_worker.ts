// Parses the texts of its first argument (JSON) in one worker, under the permissions of its second
// (JSON; absent: its own), and prints the answers as JSON.

const [texts = "[]", permissions] = Deno.args;
const worker = new Worker(new URL("parse_worker.ts", import.meta.url), {
  type: "module",
  ...(permissions !== undefined && { deno: { permissions: JSON.parse(permissions) } }),
});

function ask(text: unknown): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = (event) => reject(new Error(event.message));
  worker.postMessage(text);
  return promise;
}

const answers: unknown[] = [];
for (const text of JSON.parse(texts)) answers.push(await ask(text));
console.log(JSON.stringify(answers));
worker.terminate();
