/** How names are compared: one spelling, one case. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
