// Refuses what is not of the web.
export function validateUrl(text: string): void {
  const { protocol } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") {
    throw new Error("Expected an address of the web");
  }
}
