import { PASSWORD_LENGTH } from '@marquee/contracts';
import { hash, verify } from '@node-rs/argon2';

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
    // Not in the same breath: a long queue that is told no one by one would hold up everything else.
    if (next) setImmediate(next);
    else running -= 1;
  }
}

/** Why a password is refused, or undefined when it may be used. */
export function passwordFault(password: string): string | undefined {
  const { length } = password.normalize('NFC');
  if (length < PASSWORD_LENGTH.shortest)
    return `A password needs at least ${PASSWORD_LENGTH.shortest} characters; this has ${length}.`;
  if (length > PASSWORD_LENGTH.longest)
    return `A password may have at most ${PASSWORD_LENGTH.longest} characters.`;
  return undefined;
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), PARAMETERS));
}

/** `still` is asked when its turn has come, and may throw to spare the work. */
export function passwordMatches(
  passwordHash: string,
  password: string,
  still: () => void = () => {},
): Promise<boolean> {
  return inTurn(async () => {
    still();
    return verify(passwordHash, password.normalize('NFC'));
  });
}
