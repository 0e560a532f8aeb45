import { hash, verify } from '@node-rs/argon2';

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 256;
// argon2id is the library's default algorithm.
const PARAMETERS = { memoryCost: 65_536, timeCost: 3, parallelism: 4 };
/** Each hash takes 64 MiB: more at once would let a stranger fill the memory. */
const HASHES_AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= HASHES_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Why a password is refused, or undefined when it may be used. */
export function passwordFault(password: string): string | undefined {
  const { length } = password.normalize('NFC');
  if (length < SHORTEST_PASSWORD)
    return `A password needs at least ${SHORTEST_PASSWORD} characters; this has ${length}.`;
  if (length > LONGEST_PASSWORD) return `A password may have at most ${LONGEST_PASSWORD} characters.`;
  return undefined;
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), PARAMETERS));
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password.normalize('NFC')));
}
