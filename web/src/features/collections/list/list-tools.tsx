import GridViewRounded from '@mui/icons-material/GridViewRounded';
import ViewListRounded from '@mui/icons-material/ViewListRounded';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { type Change, SORTS, type Wish } from './collection-wish.ts';

/** In which order, and as what. A table is sorted by its heads. */
export function ListTools({ wish, change }: { wish: Wish; change(next: Change): void }) {
  const { t } = useTranslation();
  return (
    <>
      {wish.look === 'cards' && (
        <Select
          value={wish.sort}
          onChange={({ target }) => change({ sort: SORTS.find((sort) => sort === target.value) })}
          inputProps={{ 'aria-label': t('collections.sort') }}
          sx={{ minWidth: { sm: 144 } }}
        >
          {SORTS.map((sort) => (
            <MenuItem key={sort} value={sort}>
              {t(`collections.sorts.${sort}`)}
            </MenuItem>
          ))}
        </Select>
      )}
      <ToggleButtonGroup
        exclusive
        aria-label={t('collections.look')}
        value={wish.look}
        onChange={(_, look: Wish['look'] | null) => look && change({ look })}
      >
        <ToggleButton value="cards" aria-label={t('collections.cards')}>
          <GridViewRounded fontSize="small" />
        </ToggleButton>
        <ToggleButton value="table" aria-label={t('collections.table')}>
          <ViewListRounded fontSize="small" />
        </ToggleButton>
      </ToggleButtonGroup>
    </>
  );
}
