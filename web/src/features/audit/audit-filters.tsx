import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import OutlinedInput from '@mui/material/OutlinedInput';
import Select from '@mui/material/Select';
import { useTranslation } from 'react-i18next';
import { useUsersQuery } from '../../api/users.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { type AuditView, type ChangeView, groups, outcomes, ranges } from './audit-view.ts';

const ALL = 'all';

export function AuditFilters({ view, change }: { view: AuditView; change: ChangeView }) {
  const { t } = useTranslation();
  const { data: users = [] } = useUsersQuery();
  return (
    <Box
      role="search"
      aria-label={t('audit.filters')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 4 }}
    >
      <SearchField
        label={t('audit.search')}
        value={view.search ?? ''}
        onChange={(search) => change({ search: search || undefined })}
      />
      <Choice
        label={t('audit.group')}
        value={view.group}
        all={t('audit.anyGroup')}
        options={groups.map((group) => [group, t(`audit.groups.${group}`)])}
        onChange={(group) => change({ group })}
      />
      <Choice
        label={t('audit.outcome')}
        value={view.outcome}
        all={t('audit.anyOutcome')}
        options={outcomes.map((outcome) => [outcome, t(`audit.outcomes.${outcome}`)])}
        onChange={(outcome) => change({ outcome })}
      />
      <Choice
        label={t('audit.actor')}
        value={users.some(({ id }) => id === view.actor) ? view.actor : undefined}
        all={t('audit.anyActor')}
        options={users.map(({ id, name }) => [id, name])}
        onChange={(actor) => change({ actor })}
      />
      <Choice
        label={t('audit.range')}
        value={view.range}
        all={t('audit.anyRange')}
        options={ranges.map((range) => [range, t(`audit.ranges.${range}`)])}
        onChange={(range) => change({ range, from: undefined, until: undefined })}
      />
      {view.range === 'own' && (
        <>
          <Day label={t('audit.from')} value={view.from} onChange={(from) => change({ from })} />
          <Day label={t('audit.until')} value={view.until} onChange={(until) => change({ until })} />
        </>
      )}
    </Box>
  );
}

function Choice<T extends string>(props: {
  label: string;
  value: T | undefined;
  all: string;
  options: (readonly [T, string])[];
  onChange(value: T | undefined): void;
}) {
  const { label, value, all, options, onChange } = props;
  return (
    <Select
      value={value ?? ALL}
      inputProps={{ 'aria-label': label }}
      onChange={({ target }) => onChange(options.find(([option]) => option === target.value)?.[0])}
      sx={{ flex: { xs: '1 1 40%', sm: 'none' }, minWidth: { sm: 140 } }}
    >
      <MenuItem value={ALL}>{all}</MenuItem>
      {options.map(([option, name]) => (
        <MenuItem key={option} value={option}>
          {name}
        </MenuItem>
      ))}
    </Select>
  );
}

function Day(props: { label: string; value: string | undefined; onChange(value: string | undefined): void }) {
  return (
    <OutlinedInput
      type="date"
      value={props.value ?? ''}
      inputProps={{ 'aria-label': props.label }}
      onChange={({ target }) => props.onChange(target.value || undefined)}
      sx={{ flex: { xs: '1 1 40%', sm: 'none' } }}
    />
  );
}
