import type { ItemAccount, OverlayAccount } from '@marquee/contracts';
import { useEffect } from 'react';
import type { StageProps } from '../stage/stage-props.ts';

/** A stage without pixels: it tells that all that matches is drawn, and can be taken hold of by a button. */
export function Stage({
  set,
  items,
  activeItemId,
  hidden,
  selection,
  before,
  onAccount,
  onPlace,
  onCopy,
  onSelect,
}: StageProps) {
  const active = items.find(({ item }) => item.itemId === activeItemId);
  useEffect(() => {
    if (!active) return;
    const overlays = set.definitions
      .filter(({ key }) => !hidden.has(key))
      .map(
        ({ key }): OverlayAccount => ({
          key,
          outcome: { fate: 'drawn', slot: null },
          reason: 'Drawn',
          text: null,
          box: null,
          content: null,
          back: null,
          addon: null,
          assumed: active.assumed.has(key),
          sampled: [],
        }),
      );
    const account: ItemAccount = {
      canvas: { width: 1000, height: 1500 },
      outcome: 'drawn',
      failure: null,
      applied: overlays.map(({ key }) => key),
      overlays,
      approximate: false,
    };
    onAccount(activeItemId, account);
  }, [set, active, activeItemId, hidden, onAccount]);
  return (
    <div
      data-testid="stage"
      data-selection={selection.join(' ')}
      data-before={before ? [...before.matched].join(' ') : 'bare'}
    >
      {set.definitions.map(({ key }) => (
        <span key={key}>
          <button type="button" onClick={() => onSelect([key], 'replace')}>{`on stage: ${key}`}</button>
          <button
            type="button"
            onClick={() => onPlace([{ key, horizontal_offset: 77 }], 'done', `Move ${key}`)}
          >{`drag ${key}`}</button>
          <button
            type="button"
            onClick={() => onCopy([{ key, horizontal_offset: 77 }])}
          >{`drag a copy of ${key}`}</button>
        </span>
      ))}
    </div>
  );
}
