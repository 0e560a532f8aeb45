import type { LogLine } from '@marquee/contracts';
import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.ts';
import { LogRow, ROW_HEIGHT } from './log-row.tsx';

/** So near to the end counts as being there. */
const NEAR_END = 40;

/** Follows the newest line until somebody scrolls up to read; then what comes waits below, counted. */
export function LogView(props: {
  lines: readonly LogLine[];
  hasOlder: boolean;
  loadingOlder: boolean;
  onOlder(): void;
}) {
  const { lines } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const [open, setOpen] = useState<string | null>(null);
  const newest = lines.at(-1)?.id;
  const seen = useRef(newest);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]?.id ?? index,
    initialRect: { width: 800, height: 600 },
    overscan: 20,
  });
  const { scrollToIndex } = rows;

  useLayoutEffect(() => {
    if (!following || newest === undefined) return;
    seen.current = newest;
    scrollToIndex(lines.length - 1, { align: 'end' });
  }, [following, newest, lines.length, scrollToIndex]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => setFollowing(box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END);
    box.addEventListener('scroll', look, { passive: true });
    return () => box.removeEventListener('scroll', look);
  }, []);

  const waiting = following ? 0 : lines.filter(({ id }) => Number(id) > Number(seen.current ?? 0)).length;
  return (
    <Box sx={{ position: 'relative', flex: 1, minHeight: 0 }}>
      <Box
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t('logs.title')}
        // A scrolling part must be reachable by keyboard.
        tabIndex={0}
        data-following={following}
        sx={{
          position: 'absolute',
          inset: 0,
          overflowY: 'auto',
          border: 1,
          borderColor: 'line',
          borderRadius: 2,
          bgcolor: 'background.paper',
          py: 1,
        }}
      >
        {props.hasOlder && (
          <Box sx={{ display: 'grid', placeItems: 'center', py: 1 }}>
            <Button size="small" onClick={props.onOlder} loading={props.loadingOlder}>
              {t('logs.older')}
            </Button>
          </Box>
        )}
        <Box sx={{ position: 'relative', height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index];
            return (
              line && (
                <Box
                  key={key}
                  ref={rows.measureElement}
                  data-index={index}
                  data-testid="log-line"
                  sx={{ position: 'absolute', insetInline: 0, top: 0 }}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <LogRow
                    line={line}
                    open={open === line.id}
                    onToggle={() => setOpen(open === line.id ? null : line.id)}
                  />
                </Box>
              )
            );
          })}
        </Box>
      </Box>
      {!following && (
        <Button
          variant="contained"
          startIcon={<ArrowDownwardRounded />}
          onClick={() => setFollowing(true)}
          sx={{
            position: 'absolute',
            bottom: 16,
            right: 24,
            boxShadow: (theme) => theme.vars.palette.floating,
          }}
        >
          {waiting > 0 ? t('logs.newer', { count: waiting, told: formatCount(waiting) }) : t('logs.follow')}
        </Button>
      )}
    </Box>
  );
}
