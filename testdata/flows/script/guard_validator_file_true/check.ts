// Refuses unusual names.
export function checkName(name: string): void {
  if (!/^[a-z]+$/.test(name)) {
    throw new Error("Expected letters");
  }
}
