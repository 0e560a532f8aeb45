import type { CollectionSummary } from '@marquee/contracts';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { FilterBand, FilterRow, FilterToggle } from '../../../ui/filter-band.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { serviceName } from '../service-name.ts';
import { type Change, choicesOf, isNarrowed, noFilters, type Wish } from './collection-wish.ts';

interface FilterProps {
  collections: readonly CollectionSummary[];
  wish: Wish;
  change(next: Change): void;
}

/** Search and filters; stay in sight while the collections pass beneath them. */
export function CollectionFilter({ collections, wish, change }: FilterProps) {
  const { t } = useTranslation();
  return (
    <FilterBand label={t('collections.filters')} from="md">
      <SearchField
        label={t('collections.search')}
        value={wish.search ?? ''}
        onChange={(search) => change({ search: search || undefined })}
      />
      <Choices collections={collections} wish={wish} change={change} />
      {isNarrowed(wish) && (
        <Button size="small" onClick={() => change(noFilters)}>
          {t('collections.clear')}
        </Button>
      )}
    </FilterBand>
  );
}

function Choices({ collections, wish, change }: FilterProps) {
  const { t } = useTranslation();
  const found = useMemo(
    () => ({
      library: choicesOf(collections, ({ libraries }) => libraries),
      file: choicesOf(collections, ({ file }) => [file]),
      builder: choicesOf(collections, ({ builders }) => builders),
      needs: choicesOf(collections, ({ needs }) => needs),
      off: collections.some(({ enabled }) => !enabled),
      problems: collections.some(({ problems }) => problems.errors + problems.warnings > 0),
    }),
    [collections],
  );
  return (
    <FilterRow>
      {(['library', 'file', 'builder', 'needs'] as const).map(
        (name) =>
          (found[name].length > 1 || wish[name] !== undefined) && (
            <Select
              key={name}
              displayEmpty
              value={wish[name] ?? ''}
              onChange={({ target }) => change({ [name]: target.value || undefined })}
              inputProps={{ 'aria-label': t(`collections.filter.${name}`) }}
              renderValue={(value) =>
                value === '' ? t(`collections.all.${name}`) : name === 'needs' ? serviceName(value, t) : value
              }
              sx={{ maxWidth: 220, ...(wish[name] !== undefined && { color: 'accentStrong' }) }}
            >
              <MenuItem value="">{t(`collections.all.${name}`)}</MenuItem>
              {found[name].map(({ value, count }) => (
                <MenuItem key={value} value={value} sx={{ gap: 4, justifyContent: 'space-between' }}>
                  {name === 'needs' ? serviceName(value, t) : value}
                  <Typography
                    component="span"
                    variant="caption"
                    color="textSecondary"
                    sx={{ fontVariantNumeric: 'tabular-nums' }}
                  >
                    {formatCount(count)}
                  </Typography>
                </MenuItem>
              ))}
            </Select>
          ),
      )}
      {(found.off || wish.state !== undefined) && (
        <FilterToggle
          label={t('collections.onlyOff')}
          on={wish.state === 'off'}
          onChange={(on) => change({ state: on ? 'off' : undefined })}
        />
      )}
      {(found.problems || wish.problems !== undefined) && (
        <FilterToggle
          label={t('collections.onlyProblems')}
          on={wish.problems === 'true'}
          onChange={(on) => change({ problems: on ? 'true' : undefined })}
        />
      )}
    </FilterRow>
  );
}
