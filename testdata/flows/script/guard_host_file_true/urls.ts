// Refuses what is not of our hosts.
const HOSTS = new Set(["api.example.com", "cdn.example.com"]);

export function validateUrl(text: string): void {
  const { hostname } = new URL(text);
  if (!HOSTS.has(hostname)) {
    throw new Error("Expected one of our hosts");
  }
}
