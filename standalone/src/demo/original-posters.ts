import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFileAtomic } from '@marquee/service-kit';

/** Where Kometa puts a poster aside before it draws on it. */
export async function keepOriginal(
  kometa: string,
  { library, ratingKey, jpeg }: { library: string; ratingKey: string; jpeg: Uint8Array },
): Promise<void> {
  const file = join(kometa, 'overlays', `${library} Original Posters`, `${ratingKey}.jpg`);
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, jpeg, { mode: 0o644 });
}
