import type { Item } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../../i18n/format.ts';
import { Age } from '../../ui/age.tsx';

const CAST = 12;

/** Who made it, what it belongs to, how it is known elsewhere. */
export function Kinship({ item }: { item: Item }) {
  const { t } = useTranslation();
  const lines: [string, ReactNode][] = [
    [t('item.original'), item.originalTitle],
    [t('item.directedBy'), item.directors.join(', ')],
    [t('item.cast'), item.actors.slice(0, CAST).join(', ')],
    [t('item.studio'), item.studio],
    [t('item.countries'), item.countries.join(', ')],
    [t('item.released'), item.releasedAt && formatDay(item.releasedAt)],
    [t('item.added'), item.addedAt && <Age at={item.addedAt} />],
    [t('item.watched'), watched(item) && <Watched item={item} />],
    [t('item.genres'), chips(item.genres, (genre) => filtered(item, { genre }))],
    [t('item.collections'), chips(item.collections)],
    [t('item.labels'), chips(item.labels, (label) => filtered(item, { label }))],
    [t('item.ids'), ids(item.guids)],
  ];
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        mt: 6,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '128px minmax(0, 1fr)' },
        columnGap: 4,
        rowGap: { xs: 0, sm: 2 },
        alignItems: 'baseline',
      }}
    >
      {lines.map(
        ([name, value]) =>
          value && (
            <Fragment key={name}>
              <Typography component="dt" variant="body2" color="textDisabled">
                {name}
              </Typography>
              <Typography component="dd" sx={{ m: 0, mb: { xs: 3, sm: 0 } }}>
                {value}
              </Typography>
            </Fragment>
          ),
      )}
    </Box>
  );
}

/** Only what has a file of its own is watched; a series or an album is counted by its parts. */
function watched({ kind }: Item): boolean {
  return kind === 'movie' || kind === 'episode';
}

function Watched({ item }: { item: Item }) {
  const { t } = useTranslation();
  if (item.viewCount === 0) return t('item.unwatched');
  return (
    <>
      {t('item.watchedTimes', { count: item.viewCount })}
      {item.lastViewedAt && (
        <>
          {', '}
          {t('item.lastWatched', { age: '' })}
          <Age at={item.lastViewedAt} />
        </>
      )}
    </>
  );
}

function filtered(item: Item, filter: Record<string, string>): string {
  return `/libraries/${item.libraryId}?${new URLSearchParams(filter)}`;
}

function chips(words: readonly string[], to?: (word: string) => string): ReactNode {
  if (words.length === 0) return null;
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {words.map((word) =>
        to ? (
          <Chip key={word} label={word} clickable {...{ component: Link, to: to(word) }} />
        ) : (
          <Chip key={word} label={word} />
        ),
      )}
    </Box>
  );
}

function ids(guids: readonly string[]): ReactNode {
  if (guids.length === 0) return null;
  return (
    <Typography
      component="span"
      variant="mono"
      color="textSecondary"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5 }}
    >
      {guids.map((guid) => (
        <span key={guid}>{guid}</span>
      ))}
    </Typography>
  );
}
