import { OverlayEntry, type OverlayFile, OverlayLevel } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import type { Wish } from './overlay-wish.ts';

const kinds = OverlayEntry.shape.kind.options;

/** Narrows the list; offers only what there is. */
export function OverlayFilter(props: {
  wish: Wish;
  files: readonly OverlayFile[];
  shown: number;
  total: number;
  onChange(wish: Wish): void;
}) {
  const { wish, files, shown, total } = props;
  const { t } = useTranslation();
  const change = (next: Partial<Wish>) => props.onChange({ ...wish, ...next });
  const entries = files.flatMap((file) => file.entries);
  const levels = OverlayLevel.options.filter((level) => entries.some((entry) => entry.level === level));
  const problems = files.flatMap((file) => file.problems).length;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 6 }}>
      <SearchField
        label={t('overlays.list.search')}
        value={wish.search}
        onChange={(search) => change({ search })}
      />
      {/* One row on a phone, which is pushed along where it is longer. */}
      <Box
        sx={{
          display: 'flex',
          gap: 2,
          // To the edges of the screen, so that what is cut off is seen to go on.
          width: { xs: 'calc(100% + 32px)', sm: 'auto' },
          mx: { xs: -4, sm: 0 },
          px: { xs: 4, sm: 0 },
          overflowX: 'auto',
          scrollbarWidth: 'none',
          '& > *': { flex: 'none' },
        }}
      >
        <Select
          value={wish.kind}
          onChange={({ target }) => change({ kind: kinds.find((kind) => kind === target.value) ?? 'all' })}
          inputProps={{ 'aria-label': t('overlays.list.kind') }}
        >
          <MenuItem value="all">{t('overlays.list.allKinds')}</MenuItem>
          {kinds
            .filter((kind) => entries.some((entry) => entry.kind === kind))
            .map((kind) => (
              <MenuItem key={kind} value={kind}>
                {t(`overlays.kinds.${kind}`)}
              </MenuItem>
            ))}
        </Select>
        {levels.length > 1 && (
          <Select
            value={wish.level}
            onChange={({ target }) =>
              change({ level: levels.find((level) => level === target.value) ?? 'all' })
            }
            inputProps={{ 'aria-label': t('overlays.list.level') }}
          >
            <MenuItem value="all">{t('overlays.list.allLevels')}</MenuItem>
            {levels.map((level) => (
              <MenuItem key={level} value={level}>
                {t(`kindNames.${level}`)}
              </MenuItem>
            ))}
          </Select>
        )}
        {problems > 0 && (
          <Chip
            clickable
            variant="outlined"
            color={wish.problems ? 'primary' : 'default'}
            aria-pressed={wish.problems}
            label={t('overlays.list.onlyProblems')}
            onClick={() => change({ problems: !wish.problems })}
          />
        )}
      </Box>
      {shown !== total && (
        <Typography
          role="status"
          variant="body2"
          color="textSecondary"
          sx={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {t('overlays.list.hidden', { shown: formatCount(shown), total: formatCount(total) })}
        </Typography>
      )}
    </Box>
  );
}
