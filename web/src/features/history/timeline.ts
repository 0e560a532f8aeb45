import type { ConfigVersion } from '@marquee/contracts';
import { formatDayName } from '../../i18n/format.ts';

export type Entry = { kind: 'day'; name: string } | { kind: 'version'; version: ConfigVersion };

/** Versions beneath the days on which they were made, by the reader's own calendar. */
export function byDay(versions: readonly ConfigVersion[], now: number): Entry[] {
  const entries: Entry[] = [];
  let day = '';
  for (const version of versions) {
    const name = formatDayName(version.savedAt, now);
    if (name !== day) entries.push({ kind: 'day', name });
    day = name;
    entries.push({ kind: 'version', version });
  }
  return entries;
}
