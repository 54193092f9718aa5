// Text measured in terminal columns. A character is two columns wide where Unicode calls it East
// Asian Wide or an emoji, none where it combines, else one. Expects text made `showable`.

/** Unicode 17 `East_Asian_Width` W and F, by block; unassigned gaps count as wide, as UAX #11 asks. */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4dc0-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7fb]/u;

/** Several characters drawn as one picture: a flag, a skin tone, a symbol made an emoji. */
const PICTURE = /\p{RI}\p{RI}|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Emoji}\ufe0f\u20e3?/u;
/** What must not be cut apart: a picture, or a character with the marks that combine with it. */
const CLUSTER = new RegExp(`${PICTURE.source}|.\\p{M}*`, "gsu");

/** What stands where text was cut away. */
export const ELLIPSIS = "…";

/** The columns that `text` takes. */
export function columns(text: string): number {
  let sum = 0;
  for (const [cluster] of text.matchAll(CLUSTER)) sum += clusterColumns(cluster);
  return sum;
}

function clusterColumns(cluster: string): number {
  if (PICTURE.test(cluster)) return 2;
  let sum = 0;
  for (const character of cluster) {
    if (!NO_WIDTH.test(character)) sum += WIDE.test(character) ? 2 : 1;
  }
  return sum;
}

/** The longest start of `text` that takes at most `room` columns. */
export function takeStart(text: string, room: number): string {
  let taken = "";
  let left = room;
  for (const [cluster] of text.matchAll(CLUSTER)) {
    left -= clusterColumns(cluster);
    if (left < 0) break;
    taken += cluster;
  }
  return taken;
}

/** The longest end of `text` that takes at most `room` columns. */
export function takeEnd(text: string, room: number): string {
  const clusters = Array.from(text.matchAll(CLUSTER), ([cluster]) => cluster);
  let start = clusters.length;
  let left = room;
  while (start > 0) {
    left -= clusterColumns(clusters[start - 1]!);
    if (left < 0) break;
    start--;
  }
  return clusters.slice(start).join("");
}

/** `text` in lines of at most `room` columns, broken at spaces, and inside a word only if it must. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (columns(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (columns(line) > room) {
      // One cluster at least, or a room of one column would never hold a wide one.
      const start = takeStart(line, room) || takeStart(line, 2);
      if (start === "" || start.length === line.length) break;
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}
