// Tells of unusual names.
export function checkName(name: string): void {
  if (!/^[a-z]+$/.test(name)) {
    console.error("An unusual name");
  }
}
