const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi;

function character(code: number, written: string): string {
  const allowed = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return allowed ? String.fromCodePoint(code) : written;
}

/** The five names that XML itself knows, and numbers. Anything else stays as written: no document adds names. */
export function decodeXmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (written, hex: string, decimal: string, name: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? written;
    return character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16), written);
  });
}
