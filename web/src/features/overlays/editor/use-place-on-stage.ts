import type { ItemAccount } from '@marquee/contracts';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useBefore } from '../items/use-before.ts';
import { useFirstItem } from '../items/use-first-item.ts';
import { usePins } from '../items/use-pins.ts';
import { useStageItems } from '../items/use-stage-items.ts';
import type { Editor } from './use-editor.ts';

/** Which items are on the stage, which one is looked at, and what became of the overlays on each. */
export function usePlaceOnStage({ text, entries, saved, savedSet, dirty }: Editor) {
  const [query, setQuery] = useSearchParams();
  const pins = usePins();
  const wanted = query.get('item');
  const first = useFirstItem(
    saved.text,
    entries,
    wanted === null && !pins.isLoading && pins.pins.length === 0,
  );
  const activeId = wanted ?? pins.pins[0] ?? first;
  const ids = useMemo(
    () => (activeId === null || pins.pins.includes(activeId) ? pins.pins : [activeId, ...pins.pins]),
    [activeId, pins.pins],
  );
  const staged = useStageItems(ids, text, entries);
  const before = useBefore(dirty ? activeId : null, saved.text, savedSet);
  const [accounts, setAccounts] = useState<Readonly<Record<string, ItemAccount>>>({});
  const onAccount = useCallback((itemId: string, account: ItemAccount) => {
    setAccounts((known) => (known[itemId] === account ? known : { ...known, [itemId]: account }));
  }, []);
  const activate = useCallback(
    (itemId: string) =>
      setQuery(
        (now) => {
          now.set('item', itemId);
          return now;
        },
        { replace: true },
      ),
    [setQuery],
  );
  const active = staged.items.find(({ item }) => item.itemId === activeId) ?? null;
  return {
    pins,
    ...staged,
    before,
    activeId,
    active,
    account: activeId === null ? null : (accounts[activeId] ?? null),
    onAccount,
    activate,
  };
}
