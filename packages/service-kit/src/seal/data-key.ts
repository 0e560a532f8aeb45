import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { writeFileAtomic } from '../files/write-file-atomic.ts';

const KEY = /^[0-9a-f]{64}$/;

function parseKey(text: string, where: string): Buffer {
  const key = text.trim().toLowerCase();
  if (!KEY.test(key))
    throw new Error(`${where} must be 64 hexadecimal digits: \`openssl rand -hex 32\` makes some.`);
  return Buffer.from(key, 'hex');
}

/** The key that seals secrets: as given, or the one in `file`, which is made on the first start. */
export async function dataKey(given: string | undefined, file: string): Promise<Buffer> {
  if (given !== undefined) return parseKey(given, 'MARQUEE_DATA_KEY');
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (kept !== undefined) return parseKey(kept, file);
  const key = randomBytes(32);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFileAtomic(file, `${key.toString('hex')}\n`, { mode: 0o600 });
  return key;
}
