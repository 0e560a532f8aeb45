import Box from '@mui/material/Box';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CARD_HEIGHT, CollectionCard } from './collection-card.tsx';
import { type ListProps, nothingToggles } from './list-props.ts';
import { useChooseKey } from './use-choose-key.ts';
import { usePlaces } from './use-places.ts';

/** Any number of collections as cards, of which only those on the screen are drawn. */
export function CollectionCards({ collections, posterOf, selection, covered }: ListProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const total = collections.length;
  const places = usePlaces({ ref, total, leastWidth: 320, height: CARD_HEIGHT, gap: 16, covered });
  const { columns } = places;
  useChooseKey(selection, collections[places.active]?.id);
  return (
    <Box
      ref={ref}
      role="grid"
      aria-label={t('collections.title')}
      aria-rowcount={Math.ceil(total / columns)}
      aria-colcount={columns}
      data-testid="collection-list"
      data-total={total}
      {...places.keys}
      sx={{ position: 'relative' }}
      style={{ height: places.height }}
    >
      {places.rows.map((row) => (
        <Box
          key={row.index}
          role="row"
          aria-rowindex={row.index + 1}
          style={{
            position: 'absolute',
            insetInline: 0,
            transform: `translateY(${row.start}px)`,
            display: 'grid',
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            columnGap: 16,
          }}
        >
          {collections.slice(row.index * columns, (row.index + 1) * columns).map((one, place) => {
            const index = row.index * columns + place;
            return (
              <Box key={one.id} role="gridcell" aria-colindex={place + 1}>
                <CollectionCard
                  one={one}
                  poster={posterOf(one)}
                  index={index}
                  tabIndex={index === places.active ? 0 : -1}
                  chosen={selection?.ids.has(one.id) ?? null}
                  onToggle={selection?.toggle ?? nothingToggles}
                />
              </Box>
            );
          })}
        </Box>
      ))}
    </Box>
  );
}
