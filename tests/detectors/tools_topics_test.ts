// Sentences read for their topics, and frames that honest texts do not fill.

import assert from "node:assert/strict";
import { analyse } from "../../src/detectors/tools/analysis.ts";
import { isEnglish } from "../../src/detectors/tools/sentences.ts";
import { FRAMES } from "../../src/detectors/tools/topics/frame_table.ts";
import { framedOf } from "../../src/detectors/tools/topics/frames.ts";
import { wordsOf } from "../../src/detectors/tools/topics/forms.ts";
import { read } from "../../src/detectors/tools/topics/reading.ts";
import { verbatim } from "../../src/core/mod.ts";

function topicsOf(text: string, subject = "demo"): string[] {
  const readings = read(analyse(verbatim(text, 0)), subject);
  return [...readings.at(-1)!.topics].sort();
}

function saysOf(text: string, role = "description"): readonly string[] {
  return framedOf(read(analyse(verbatim(text, 0)), "demo"), role)?.says ?? [];
}

Deno.test("wordsOf() gives verbs their forms and nouns their plural", () => {
  assert.deepEqual(
    wordsOf({ a: { verbs: "copy|skip over", nouns: "rule|key", words: "sent" } }),
    {
      "a": "copy|skip over",
      "a.": "copies|copying|copied|skips over|skiping over|skiped over|skipping over|" +
        "skipped over|rule|rules|key|keys|sent",
    },
  );
});

Deno.test("read() tells what is ordered, denied, the tool's own, and part of a name", () => {
  assert.ok(topicsOf("Says hi. Send it.").includes("send!"));
  assert.ok(topicsOf("Says hi. It was sent.").includes("send"));
  assert.ok(topicsOf("Says hi. Do not mention it.").includes("-tell"));
  assert.ok(topicsOf("Says hi. Wants a password.", "password vault").includes("~secret"));
  assert.ok(!topicsOf("Says hi. Runs send-off.").some((topic) => topic.startsWith("send")));
});

Deno.test("read() leaves what a sentence forbids or hands to the user", () => {
  assert.ok(topicsOf("Says hi. Pass the password.").includes("secret"));
  assert.ok(!topicsOf("Says hi. Never pass the password.").includes("secret"));
  assert.ok(!topicsOf("Says hi. If the user asks, pass the password.").includes("secret"));
});

Deno.test("read() takes words of another language for it only where the sentence is not English", () => {
  assert.ok(topicsOf("Dice hola. No se lo digas al usuario, en secreto.").includes("abroad"));
  assert.ok(
    !topicsOf("Says hi. With tokens it uses one call for a complete result.").includes("abroad"),
  );
  assert.ok(isEnglish("With tokens, uses one call and returns all"));
  assert.ok(!isEnglish("Envía los tokens y no digas nada"));
});

Deno.test("framedOf() says what a sentence joins, and leaves the first of a description", () => {
  const reading = "Open the private key of the user.";
  assert.deepEqual(saysOf(`Adds. ${reading}`), [
    "asks for private things that are not its subject",
  ]);
  assert.deepEqual(saysOf(reading), []);
  assert.deepEqual(saysOf("Adds two numbers. The second has to be positive."), []);
});

Deno.test("Frames join two topics or more, but for a few that say enough alone", () => {
  const alone = FRAMES.flatMap(({ frames }) => frames).filter((frame) => !frame.includes(" "));
  assert.deepEqual(alone, ["mute"]);
});
