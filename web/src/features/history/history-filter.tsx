import { ConfigVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/search-field.tsx';
import type { ChangeHistoryView, HistoryView } from './history-view.ts';

const ALL = '';
const origins = ConfigVersion.shape.origin.options;

/** Narrows the list; people are offered where there is more than one. */
export function HistoryFilter(props: {
  view: HistoryView;
  authors: readonly string[];
  /** Where only one file's versions are listed. */
  path: string | undefined;
  change: ChangeHistoryView;
}) {
  const { view, authors, path, change } = props;
  const { t } = useTranslation();
  const people = authors.filter((name) => name !== 'outside');
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, px: 4, pb: 2 }}>
      <Box sx={{ '& .MuiInputBase-root': { width: '100%' } }}>
        <SearchField
          label={t('history.search')}
          value={view.search ?? ''}
          onChange={(search) => change({ search })}
        />
      </Box>
      <Box sx={{ display: 'flex', gap: 2, '& > *': { flex: '1 1 0', minWidth: 0 } }}>
        <Select
          value={view.origin ?? ALL}
          displayEmpty
          inputProps={{ 'aria-label': t('history.origin') }}
          onChange={({ target }) =>
            change({ origin: ConfigVersion.shape.origin.safeParse(target.value).data })
          }
        >
          <MenuItem value={ALL}>{t('history.origins.all')}</MenuItem>
          {origins.map((origin) => (
            <MenuItem key={origin} value={origin}>
              {t(`history.origins.${origin}`)}
            </MenuItem>
          ))}
        </Select>
        {(people.length > 1 || view.by !== undefined) && (
          <Select
            value={view.by ?? ALL}
            displayEmpty
            inputProps={{ 'aria-label': t('history.by') }}
            onChange={({ target }) => change({ by: target.value || undefined })}
          >
            <MenuItem value={ALL}>{t('history.everybody')}</MenuItem>
            {[...new Set([...people, ...(view.by ? [view.by] : [])])].map((name) => (
              <MenuItem key={name} value={name}>
                {name}
              </MenuItem>
            ))}
          </Select>
        )}
      </Box>
      {view.of !== undefined && (
        <Chip
          size="small"
          variant="outlined"
          label={t('history.oneFile', { path: path ?? '…' })}
          onDelete={() => change({ of: undefined })}
          sx={{ alignSelf: 'flex-start', maxWidth: '100%' }}
        />
      )}
    </Box>
  );
}
