import { type Language, type SurfaceItem, toFile } from "../../src/core/mod.ts";
import { SURFACE_KEYWORDS, toolSurface } from "../../src/mcp/mod.ts";
import { parse } from "../../src/syntax/mod.ts";

export async function surfaceOf(language: Language, code: string): Promise<SurfaceItem[]> {
  return toolSurface(await parse({ language, text: code }));
}

/**
 * One line an item (`tool search`) and one a text (`description = …`, `parameter query = …`); where
 * the source of a text differs from it, that follows after `<-`.
 */
export async function lines(language: Language, code: string): Promise<string[]> {
  const items = await surfaceOf(language, code);
  if (items.length > 0 && !SURFACE_KEYWORDS[language].some((word) => code.includes(word))) {
    throw new Error("The keywords would have passed this file over");
  }
  return items.flatMap((item) => [
    `${item.owner} ${item.name}`,
    ...item.texts.map(({ role, parameter, value }) => {
      const span = toFile(value, { start: 0, end: value.text.length });
      const source = code.slice(span.start, span.end);
      const what = parameter === undefined ? role : `${role} ${parameter}`;
      return `  ${what} = ${value.text}${source === value.text ? "" : ` <- ${source}`}`;
    }),
  ]);
}
