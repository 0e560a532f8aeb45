const MASK = '[redacted]';
/** Shorter values would blank out ordinary words. */
const MIN_LENGTH = 6;
const MIN_PASSWORD_LENGTH = 12;

export interface Secrets {
  /** From now on this value appears in no log line and no error answer. */
  register(value: string | undefined): void;
  redact(text: string): string;
}

export function createSecrets(): Secrets {
  const spellings = new Set<string>();
  let pattern: RegExp | undefined;
  return {
    register(value) {
      if (value === undefined || value.length < MIN_LENGTH) return;
      for (const spelling of spellingsOf(value)) spellings.add(spelling);
      // Longest first, so that a secret which contains another is taken out whole.
      const longestFirst = [...spellings].toSorted((a, b) => b.length - a.length);
      pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'g');
    },
    redact: (text) => (pattern ? text.replace(pattern, MASK) : text),
  };
}

/** The password within an address, as it stands there and as it is meant; a short one may be an ordinary word. */
export function registerPassword(secrets: Pick<Secrets, 'register'>, address: string): void {
  const { password } = new URL(address);
  if (password.length < MIN_PASSWORD_LENGTH) return;
  secrets.register(password);
  secrets.register(decodeURIComponent(password));
}

function spellingsOf(value: string): string[] {
  const encoded = encodeURIComponent(value);
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  const json = inJson(value);
  // JSON inside a JSON string, as when an answer's text is logged.
  const jsonInJson = inJson(json);
  return [
    value,
    json,
    jsonInJson,
    inJson(jsonInJson),
    encoded,
    encoded.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    encoded.replaceAll('%20', '+'),
    Buffer.from(value).toString('hex'),
    ...base64Spellings(value),
  ];
}

/** Base64 of a text depends on what stands before it: the part that stays the same, at each of three offsets. */
function base64Spellings(value: string): string[] {
  const content = Buffer.from(value);
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), content])
      .toString('base64')
      .replace(/=+$/, '');
    const start = offset === 0 ? 0 : offset + 1;
    // The last character may hold bits of what follows.
    const end = (offset + content.length) % 3 === 0 ? padded.length : padded.length - 1;
    const stable = padded.slice(start, end);
    return stable.length < MIN_LENGTH ? [] : [stable, stable.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
