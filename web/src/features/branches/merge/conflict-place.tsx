import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offered, Place } from './decided-text.ts';
import { SideText } from './side-text.tsx';

const offers = ['folder', 'branch', 'both'] as const;

/** One place that both have changed: what it was, what each made of it, and whose lines are taken. */
export function ConflictPlace(props: {
  branch: string;
  place: Place;
  number: number;
  count: number;
  line: number;
  onTake(taken: Offered): void;
  onLine(line: number): void;
}) {
  const { branch, place, number, count, line } = props;
  const { t } = useTranslation();
  const id = useId();
  const { base, options, taken } = place;
  const isWhole = options.both === null;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      data-undecided={taken === null || undefined}
      tabIndex={-1}
      sx={{
        border: 1,
        borderColor: taken === null ? 'warning.main' : 'line',
        borderRadius: 1,
        bgcolor: 'background.paper',
        p: { xs: 3, sm: 4 },
        display: 'grid',
        gap: 3,
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Typography id={id} variant="subtitle2" component="h3">
          {isWhole ? t('branches.merge.wholeFile') : t('branches.merge.place', { number, count })}
        </Typography>
        {!isWhole && (
          <Button size="small" onClick={() => props.onLine(line)} sx={{ px: 2 }}>
            {t('branches.merge.line', { line })}
          </Button>
        )}
        <Typography
          variant="caption"
          sx={{ ml: 'auto', color: taken === null ? 'warning.main' : 'text.secondary' }}
        >
          {t(taken === null ? 'branches.merge.undecided' : `branches.merge.taken.${taken}`, { branch })}
        </Typography>
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(3, minmax(0, 1fr))' },
        }}
      >
        <SideText label={t('branches.merge.sides.base')} text={base} base={null} />
        <SideText label={t('branches.merge.sides.folder')} text={options.folder ?? ''} base={base} />
        <SideText
          label={t('branches.merge.sides.branch', { branch })}
          text={options.branch ?? ''}
          base={base}
        />
      </Box>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={taken}
        aria-label={isWhole ? t('branches.merge.wholeFile') : t('branches.merge.take', { number })}
        onChange={(_event, next: Offered | null) => next && props.onTake(next)}
        sx={{
          justifySelf: 'start',
          '& .MuiToggleButton-root': { px: { xs: 2, sm: 3 } },
        }}
      >
        {offers
          .filter((offer) => options[offer] !== null)
          .map((offer) => (
            <ToggleButton key={offer} value={offer}>
              {t(`branches.merge.offers.${offer}`)}
            </ToggleButton>
          ))}
      </ToggleButtonGroup>
    </Box>
  );
}
