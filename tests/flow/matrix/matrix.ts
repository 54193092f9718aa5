// Programs out of two halves: how a value gets in, and what is done with it. `IMPORTS` and `BODY`
// stand on lines of their own in a shape; the body finds what was sent in `value`.

/** How a server is asked: the texts of its files, with one hole for the body. */
export interface Shape {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** What is done with `value`: so that it does harm, and so that it does not. */
export interface Deed {
  readonly name: string;
  /** The kind of sink, as `src/core/flow_kinds.ts` names it. */
  readonly kind: string;
  readonly vulnerable: Part;
  readonly hardened: Part;
}

export interface Part {
  readonly imports: string;
  readonly body: string;
}

export interface Language {
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly deeds: readonly Deed[];
}

/** The shape with its holes filled. */
export function program({ files }: Shape, part: Part): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, filled(text, part)]),
  );
}

function filled(text: string, { imports, body }: Part): string {
  return text.replace(
    /^([ \t]*)(IMPORTS|BODY)$/gm,
    (_, indent: string, hole: string) =>
      lines(hole === "BODY" ? body : imports).map((line) => line && indent + line).join("\n"),
  );
}

function lines(text: string): string[] {
  return text.replace(/^\n|\n[ \t]*$/g, "").split("\n");
}

/** Every combination, named. */
export function* combinations({ name, shapes, deeds }: Language): Generator<{
  readonly name: string;
  readonly files: Record<string, string>;
  /** Evidence and kind of each flow that there is. */
  readonly expected: readonly string[];
}> {
  for (const shape of shapes) {
    for (const deed of deeds) {
      const title = `${name}: ${shape.name}, ${deed.name}`;
      yield {
        name: title,
        files: program(shape, deed.vulnerable),
        expected: [`proven ${deed.kind}`],
      };
      yield { name: `${title}, hardened`, files: program(shape, deed.hardened), expected: [] };
    }
  }
}
