// Text measured in terminal columns. A character is two columns wide where Unicode calls it East
// Asian Wide or an emoji, none where it combines, else one. Expects text made `showable`.

/** Unicode 17 `East_Asian_Width` W and F, by block; unassigned gaps count as wide, as UAX #11 asks. */
const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4dc0-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7fb]/u;

/**
 * What must not be cut apart: several characters drawn as one picture (a flag, a skin tone, a symbol
 * made an emoji), or a character with the marks that combine with it.
 */
const CLUSTER =
  /(?<picture>\p{RI}\p{RI}|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Emoji}\ufe0f\u20e3?)|.\p{M}*/gsu;

/** What stands where text was cut away. */
export const ELLIPSIS = "…";

interface Cluster {
  readonly text: string;
  readonly width: number;
}

function clustersOf(text: string): Cluster[] {
  return Array.from(text.matchAll(CLUSTER), ({ 0: cluster, groups }) => ({
    text: cluster,
    width: groups!["picture"] === undefined ? widthOf(cluster) : 2,
  }));
}

function widthOf(cluster: string): number {
  let sum = 0;
  for (const character of cluster) {
    if (!NO_WIDTH.test(character)) sum += WIDE.test(character) ? 2 : 1;
  }
  return sum;
}

/** The columns that `text` takes. */
export function columns(text: string): number {
  // Nearly all text is this, and needs no table.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return clustersOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** The longest start of `text` that takes at most `room` columns. */
export function takeStart(text: string, room: number): string {
  return fitting(clustersOf(text), room).join("");
}

/** The longest end of `text` that takes at most `room` columns. */
export function takeEnd(text: string, room: number): string {
  return fitting(clustersOf(text).reverse(), room).reverse().join("");
}

function fitting(clusters: readonly Cluster[], room: number): string[] {
  const taken: string[] = [];
  let left = room;
  for (const { text, width } of clusters) {
    left -= width;
    if (left < 0) break;
    taken.push(text);
  }
  return taken;
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
    if (columns(word) <= room) continue;
    const pieces = breakUp(word, room);
    line = pieces.pop()!;
    lines.push(...pieces);
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

/** Pieces of at most `room` columns, and of one cluster where even that is wider. */
function breakUp(word: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const { text, width } of clustersOf(word)) {
    if (piece !== "" && used + width > room) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += text;
    used += width;
  }
  return [...pieces, piece];
}
