import { ItemKind, type ItemSummary, type OverlayLevel } from '@marquee/contracts';
import PushPinOutlined from '@mui/icons-material/PushPinOutlined';
import PushPinRounded from '@mui/icons-material/PushPinRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Skeleton from '@mui/material/Skeleton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { skipToken } from '@reduxjs/toolkit/query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useItemsInfiniteQuery, useLibrariesQuery } from '../../../api/libraries.ts';
import { itemWords } from '../../../ui/item-words.ts';
import { Poster } from '../../../ui/poster.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { TallDialog } from '../dialog/tall-dialog.tsx';
import type { usePins } from './use-pins.ts';

const drawable: Record<string, ItemKind[]> = {
  movie: ['movie'],
  show: ['show', 'season', 'episode'],
  artist: ['artist', 'album'],
};

/** Any film, series, season or episode to try overlays on. */
export function ItemPicker(props: {
  itemId: string | null;
  level: OverlayLevel;
  pins: ReturnType<typeof usePins>;
  onPick(itemId: string): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const coarse = useMediaQuery('(pointer: coarse)', { noSsr: true });
  const { data: libraries = [] } = useLibrariesQuery();
  const usable = libraries.filter((library) => drawable[library.kind]);
  const [libraryId, setLibraryId] = useState<string | null>(null);
  const [wanted, setWanted] = useState<ItemKind>(props.level);
  const [search, setSearch] = useState('');
  const library =
    usable.find(({ id }) => id === libraryId) ??
    usable.find(({ kind }) => drawable[kind]?.includes(props.level)) ??
    usable[0];
  const kinds = (library && drawable[library.kind]) ?? [];
  const kind = kinds.includes(wanted) ? wanted : kinds[0];
  const query = useItemsInfiniteQuery(
    library && kind ? { libraryId: library.id, kind, sort: 'title', ...(search && { search }) } : skipToken,
  );
  const items = query.currentData?.pages.flatMap(({ entries }) => entries) ?? [];
  return (
    <TallDialog
      title={t('overlays.items.title')}
      width="sm"
      onClose={props.onClose}
      tools={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, '& .MuiSelect-select': { minWidth: 64 } }}>
          <SearchField
            label={t('overlays.items.search')}
            value={search}
            autoFocus={!coarse}
            onChange={setSearch}
          />
          <Select
            value={library?.id ?? ''}
            onChange={({ target }) => setLibraryId(target.value)}
            inputProps={{ 'aria-label': t('overlays.items.library') }}
            sx={{ flex: { xs: 1, sm: 'none' } }}
          >
            {usable.map(({ id, title }) => (
              <MenuItem key={id} value={id}>
                {title}
              </MenuItem>
            ))}
          </Select>
          {kinds.length > 1 && (
            <Select
              value={kind ?? ''}
              onChange={({ target }) => setWanted(ItemKind.parse(target.value))}
              inputProps={{ 'aria-label': t('overlays.items.kind') }}
              sx={{ flex: { xs: 1, sm: 'none' } }}
            >
              {kinds.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`kindNames.${one}`)}
                </MenuItem>
              ))}
            </Select>
          )}
        </Box>
      }
    >
      <Box
        component="ul"
        aria-label={t('overlays.items.found')}
        // Always as high, so that nothing jumps while one types.
        sx={{ listStyle: 'none', m: 0, mx: -2, p: 0, height: 'min(480px, 58dvh)', overflowY: 'auto' }}
      >
        {query.error && items.length === 0 && (
          <li>
            <ProblemNotice error={query.error} onRetry={query.refetch} />
          </li>
        )}
        {query.isFetching &&
          items.length === 0 &&
          Array.from({ length: 6 }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
            <Skeleton component="li" key={place} height={56} sx={{ mb: 2, mx: 2 }} />
          ))}
        {!query.isFetching && !query.error && items.length === 0 && (
          <Typography component="li" color="textSecondary" sx={{ p: 3 }}>
            {search ? t('overlays.items.nothing', { typed: search }) : t('overlays.items.empty')}
          </Typography>
        )}
        {items.map((item) => (
          <Found
            key={item.id}
            item={item}
            current={item.id === props.itemId}
            pinned={props.pins.pins.includes(item.id)}
            full={props.pins.full}
            onPin={() => props.pins.toggle(item.id)}
            onPick={() => props.onPick(item.id)}
          />
        ))}
        {query.hasNextPage && (
          <Box component="li" sx={{ p: 2 }}>
            <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
              {t('overlays.items.more')}
            </Button>
          </Box>
        )}
      </Box>
    </TallDialog>
  );
}

function Found(props: {
  item: ItemSummary;
  /** Drawn on already. */
  current: boolean;
  pinned: boolean;
  full: boolean;
  onPin(): void;
  onPick(): void;
}) {
  const { item, current, pinned } = props;
  const { t } = useTranslation();
  const { title, line } = itemWords(item, t, 'library');
  const pin = t(pinned ? 'overlays.items.unpin' : 'overlays.items.pin', { title });
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        borderRadius: 1,
        pr: 2,
        ...(current && { bgcolor: 'line' }),
        '&:hover': { bgcolor: 'line' },
      }}
    >
      <ButtonBase
        onClick={props.onPick}
        {...(current && { 'aria-current': true })}
        sx={{
          borderRadius: 1,
          flex: 1,
          minWidth: 0,
          justifyContent: 'flex-start',
          gap: 3,
          p: 2,
          textAlign: 'left',
        }}
      >
        <Box sx={{ width: 36, height: 54, flex: 'none', borderRadius: 1, overflow: 'hidden' }}>
          <Poster item={item} width={36} />
        </Box>
        <Box component="span" sx={{ minWidth: 0 }}>
          <Typography component="span" noWrap sx={{ display: 'block' }}>
            {title}
          </Typography>
          <Typography component="span" variant="body2" color="textSecondary" noWrap sx={{ display: 'block' }}>
            {line}
          </Typography>
        </Box>
      </ButtonBase>
      <Tooltip title={pin}>
        <span>
          <IconButton
            aria-label={pin}
            aria-pressed={pinned}
            disabled={!pinned && props.full}
            onClick={props.onPin}
            sx={{ ...(pinned && { color: 'accentStrong' }) }}
          >
            {pinned ? <PushPinRounded fontSize="small" /> : <PushPinOutlined fontSize="small" />}
          </IconButton>
        </span>
      </Tooltip>
    </Box>
  );
}
