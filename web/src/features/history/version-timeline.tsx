import type { ConfigVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/now.ts';
import { byDay } from './timeline.ts';
import { VersionEntry } from './version-entry.tsx';

const DAY_HEIGHT = 40;
const VERSION_HEIGHT = 55;
/** So many entries before the end the next page is asked for. */
const AHEAD = 10;

/** All versions by day; only those in sight are drawn, and older ones come while one scrolls. */
export function VersionTimeline(props: {
  versions: readonly ConfigVersion[];
  chosen: string | undefined;
  compared: string | undefined;
  onChoose(id: string): void;
  older: 'none' | 'some' | 'loading' | 'failed';
  onOlder(): void;
}) {
  const { versions, chosen, compared, older, onOlder } = props;
  const { t } = useTranslation();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => byDay(versions, now), [versions, now]);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (entries[index]?.kind === 'day' ? DAY_HEIGHT : VERSION_HEIGHT),
    getItemKey: (index) => {
      const entry = entries[index];
      return entry?.kind === 'version' ? entry.version.id : `day ${entry?.name ?? index}`;
    },
    initialRect: { width: 360, height: 800 },
    overscan: 10,
  });
  const last = rows.getVirtualItems().at(-1)?.index ?? 0;
  const nearEnd = last >= entries.length - AHEAD;
  useEffect(() => {
    if (nearEnd && older === 'some') onOlder();
  }, [nearEnd, older, onOlder]);
  return (
    <Box
      ref={scroller}
      role="region"
      aria-label={t('history.list')}
      tabIndex={0}
      sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 2, pb: 4 }}
    >
      <Box sx={{ position: 'relative', height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, key, start }) => {
          const entry = entries[index];
          return (
            entry && (
              <Box
                key={key}
                ref={rows.measureElement}
                data-index={index}
                sx={{ position: 'absolute', insetInline: 0, top: 0 }}
                style={{ transform: `translateY(${start}px)` }}
              >
                {entry.kind === 'day' ? (
                  <Typography
                    variant="subtitle2"
                    component="h2"
                    color="textSecondary"
                    sx={{ px: 2, pt: 4, pb: 1 }}
                  >
                    {entry.name}
                  </Typography>
                ) : (
                  <VersionEntry
                    version={entry.version}
                    chosen={entry.version.id === chosen}
                    compared={entry.version.id === compared}
                    onChoose={() => props.onChoose(entry.version.id)}
                  />
                )}
              </Box>
            )
          );
        })}
      </Box>
      {(older === 'loading' || older === 'failed') && (
        <Box sx={{ display: 'grid', placeItems: 'center', pt: 3 }}>
          <Button size="small" loading={older === 'loading'} onClick={onOlder}>
            {t(older === 'failed' ? 'tryAgain' : 'history.more')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
