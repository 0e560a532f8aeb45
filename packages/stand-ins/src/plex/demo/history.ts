import type { HistoryEntry, PlexItem } from '../model.ts';
import { DAY } from './items.ts';

const DEVICES = 3;
const DAYS_BETWEEN_VIEWINGS = 40;

/** A play for every time somebody watched something; the sums agree with the view counts. */
export function historyOf(items: readonly PlexItem[]): HistoryEntry[] {
  const plays: Omit<HistoryEntry, 'historyId'>[] = [];
  for (const { kind, ratingKey, use } of items) {
    if (kind === 'track') continue;
    for (const [account, { viewCount = 0, lastViewedAt }] of Object.entries(use)) {
      if (lastViewedAt === undefined) continue;
      for (let play = 0; play < viewCount; play += 1) {
        plays.push({
          ratingKey,
          accountId: Number(account),
          deviceId: 1 + ((ratingKey + play) % DEVICES),
          viewedAt: lastViewedAt - play * DAYS_BETWEEN_VIEWINGS * DAY,
        });
      }
    }
  }
  return plays
    .sort((a, b) => a.viewedAt - b.viewedAt)
    .map((play, place) => ({ historyId: place + 1, ...play }));
}
