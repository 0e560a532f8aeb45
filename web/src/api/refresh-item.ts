import { ItemSummary } from '@marquee/contracts';
import type { AppThunk } from '../app/store.ts';
import { api } from './api.ts';
import { librariesApi } from './libraries.ts';

/** One item changed: ask for it alone and put it where lists show it, instead of loading whole lists again. */
export function refreshItem(libraryId: string, itemId: string): AppThunk<Promise<void>> {
  return async (dispatch, getState) => {
    const asked = dispatch(
      librariesApi.endpoints.item.initiate({ itemId }, { forceRefetch: true, subscribe: false }),
    );
    const { data: item } = await asked;
    if (!item) {
      dispatch(api.util.invalidateTags([{ type: 'Items', id: libraryId }]));
      return;
    }
    const summary = ItemSummary.parse(item);
    for (const list of librariesApi.util.selectInvalidatedBy(getState(), [
      { type: 'Items', id: libraryId },
    ])) {
      if (list.endpointName !== 'items') continue;
      dispatch(
        librariesApi.util.updateQueryData('items', list.originalArgs, ({ pages }) => {
          for (const page of pages) {
            const place = page.entries.findIndex((entry) => entry.id === itemId);
            if (place >= 0) page.entries[place] = summary;
          }
        }),
      );
    }
  };
}
