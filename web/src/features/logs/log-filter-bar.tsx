import { LogFilter, LogLevel, ServiceName } from '@marquee/contracts';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/search-field.tsx';

const ALL = 'all';

export function LogFilterBar({ filter, onChange }: { filter: LogFilter; onChange(next: LogFilter): void }) {
  const { t } = useTranslation();
  const change = (more: { [K in keyof LogFilter]: LogFilter[K] | undefined }) =>
    onChange(LogFilter.parse({ ...filter, ...more }));
  return (
    <Box role="search" aria-label={t('library.filters')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      <SearchField
        label={t('logs.search')}
        value={filter.search ?? ''}
        onChange={(search) => change({ search: search || undefined })}
      />
      <Select
        value={filter.service ?? ALL}
        inputProps={{ 'aria-label': t('logs.service') }}
        onChange={({ target }) => change({ service: ServiceName.safeParse(target.value).data })}
        sx={{ flex: { xs: 1, sm: 'none' }, minWidth: 140 }}
      >
        <MenuItem value={ALL}>{t('logs.allServices')}</MenuItem>
        {ServiceName.options.map((service) => (
          <MenuItem key={service} value={service}>
            {service}
          </MenuItem>
        ))}
      </Select>
      <Select
        value={filter.level ?? ALL}
        inputProps={{ 'aria-label': t('logs.level') }}
        onChange={({ target }) => change({ level: LogLevel.safeParse(target.value).data })}
        sx={{ flex: { xs: 1, sm: 'none' }, minWidth: 160 }}
      >
        <MenuItem value={ALL}>{t('logs.allLevels')}</MenuItem>
        {LogLevel.options.slice(1).map((level) => (
          <MenuItem key={level} value={level}>
            {level === 'error' ? level : t('logs.andAbove', { level })}
          </MenuItem>
        ))}
      </Select>
    </Box>
  );
}
