import { ItemSort } from '@marquee/contracts';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useTranslation } from 'react-i18next';
import { useAppSelector } from '../../app/store.ts';
import { FilterBand, FilterRow, FilterToggle } from '../../ui/filter-band.tsx';
import type { KindLook } from '../../ui/kind-looks.ts';
import { SearchField } from '../../ui/search-field.tsx';
import type { Change, LibraryView } from './library-view.ts';
import { LookSwitch } from './look-switch.tsx';
import { ResolutionChip } from './resolution-chip.tsx';
import { SizeSlider } from './size-slider.tsx';
import { TextChip } from './text-chip.tsx';

interface FilterBarProps {
  look: KindLook;
  view: LibraryView;
  change(next: Change): void;
}

/** Search, order, filters and size; stays in sight while the posters pass beneath it. */
export function FilterBar({ look, view, change }: FilterBarProps) {
  const { t } = useTranslation();
  const list = useAppSelector((state) => state.settings.libraryLook === 'list');
  return (
    <FilterBand label={t('library.filters')} from="sm">
      <SearchField
        label={t('library.search')}
        value={view.search ?? ''}
        onChange={(search) => change({ search: search || undefined })}
      />
      <Select
        value={view.sort}
        onChange={({ target }) => change({ sort: ItemSort.parse(target.value) })}
        inputProps={{ 'aria-label': t('library.sort') }}
        data-testid="sort"
        sx={{ minWidth: { xs: 0, sm: 168 }, flex: { xs: 1, sm: 'none' } }}
      >
        {ItemSort.options.map((sort) => (
          <MenuItem key={sort} value={sort}>
            {t(`library.sorts.${sort}`)}
          </MenuItem>
        ))}
      </Select>
      <Chips look={look} view={view} change={change} />
      {look.shape !== 'row' && (
        <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 3 }}>
          {!list && <SizeSlider />}
          <LookSwitch />
        </Box>
      )}
    </FilterBand>
  );
}

function Chips({ look, view, change }: FilterBarProps) {
  const { t } = useTranslation();
  return (
    <FilterRow order={3}>
      {look.filters.includes('unwatched') && (
        <FilterToggle
          label={t('library.unwatched')}
          on={view.unwatched === 'true'}
          onChange={(on) => change({ unwatched: on ? 'true' : undefined })}
        />
      )}
      {look.filters.includes('resolution') && (
        <ResolutionChip value={view.resolution} onChange={(resolution) => change({ resolution })} />
      )}
      {look.filters.includes('genre') && (
        <TextChip
          name={t('library.genreName')}
          told={view.genre && t('library.genre', { value: view.genre })}
          hint={t('library.genreHint')}
          apply={t('library.filter')}
          onChange={(genre) => change({ genre })}
        />
      )}
      {look.filters.includes('label') && (
        <TextChip
          name={t('library.labelName')}
          told={view.label && t('library.label', { value: view.label })}
          hint={t('library.labelHint')}
          apply={t('library.filter')}
          onChange={(label) => change({ label })}
        />
      )}
    </FilterRow>
  );
}
