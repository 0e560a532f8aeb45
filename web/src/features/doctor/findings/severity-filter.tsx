import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import type { Shown } from './shown-findings.ts';

export function SeverityFilter(props: {
  counts: Record<Shown, number>;
  only: Shown;
  onChange(only: Shown): void;
}) {
  const { t } = useTranslation();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={props.only}
      aria-label={t('doctor.filter')}
      onChange={(_event, next: Shown | null) => next && props.onChange(next)}
      sx={{ flexWrap: 'wrap', '& .MuiToggleButton-root': { px: 3 } }}
    >
      <ToggleButton value="all">
        {t('doctor.all')} {formatCount(props.counts.all)}
      </ToggleButton>
      {(['error', 'warning', 'info'] as const).map((severity) => (
        <ToggleButton key={severity} value={severity}>
          {t(`doctor.severities.${severity}`)} {formatCount(props.counts[severity])}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
