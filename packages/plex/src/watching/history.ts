import { z } from 'zod';
import type { CallOptions } from '../connection/options.ts';
import type { Transport } from '../connection/transport.ts';
import { type Window, windowHeaders } from '../items/list-query.ts';
import { integerOrNull, listOf, text, textOrNull, timeOrNull } from '../reply/fields.ts';
import { type Page, pageOf } from '../reply/page.ts';

const PlexView = z
  .object({
    historyKey: textOrNull,
    /** Absent once the item itself is gone. */
    ratingKey: textOrNull,
    type: text,
    title: textOrNull,
    parentTitle: textOrNull,
    grandparentTitle: textOrNull,
    index: integerOrNull,
    parentIndex: integerOrNull,
    originallyAvailableAt: textOrNull,
    viewedAt: timeOrNull,
    accountID: integerOrNull,
    deviceID: integerOrNull,
    librarySectionID: textOrNull,
  })
  .transform(({ accountID, deviceID, librarySectionID, ...view }) => ({
    ...view,
    accountId: accountID,
    deviceId: deviceID,
    sectionId: librarySectionID,
  }));
export type PlexView = z.output<typeof PlexView>;
const Views = pageOf(PlexView);

const PlexAccount = z.object({ id: integerOrNull, name: textOrNull, thumb: textOrNull, key: textOrNull });
const Accounts = z.object({ Account: listOf(PlexAccount) }).transform(({ Account }) =>
  // Account 0 stands for nobody in particular.
  Account.flatMap(({ id, ...account }) => (id === null || id === 0 ? [] : [{ id, ...account }])),
);
export type PlexAccount = z.output<typeof Accounts>[number];

/** The owner of the server, whatever their plex.tv number is. */
export const OWNER_ACCOUNT = 1;

export interface HistoryWanted extends Window, CallOptions {
  accountId?: number | undefined;
  sectionId?: string | undefined;
  ratingKey?: string | undefined;
  since?: Date | undefined;
}

export function historyCalls(transport: Transport) {
  return {
    /** Newest first; only what the server still remembers. */
    page: ({
      accountId,
      sectionId,
      ratingKey,
      since,
      signal,
      ...window
    }: HistoryWanted = {}): Promise<Page<PlexView>> =>
      transport.read(
        {
          path: '/status/sessions/history/all',
          query: [
            ['sort', 'viewedAt:desc'],
            ...(accountId === undefined ? [] : [['accountID', accountId] as const]),
            ...(sectionId === undefined ? [] : [['librarySectionID', sectionId] as const]),
            ...(ratingKey === undefined ? [] : [['metadataItemID', ratingKey] as const]),
            ...(since === undefined ? [] : [['viewedAt>', Math.floor(since.getTime() / 1000)] as const]),
          ],
          headers: windowHeaders(window),
          signal,
        },
        Views,
      ),
    accounts: ({ signal }: CallOptions = {}): Promise<PlexAccount[]> =>
      transport.read({ path: '/accounts', signal }, Accounts),
  };
}
