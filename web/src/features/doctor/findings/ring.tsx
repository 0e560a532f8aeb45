import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { weights } from '../../../theme/tokens.ts';

const SIZE = 128;
const WIDTH = 8;
const RADIUS = (SIZE - WIDTH) / 2;
const LENGTH = 2 * Math.PI * RADIUS;

const Drawing = styled('svg')(({ theme }) => ({
  display: 'block',
  transform: 'rotate(-90deg)',
  '& .ground': { fill: 'none', stroke: theme.vars.palette.line },
  '& .full, & .good, & .fair, & .poor': { fill: 'none', strokeLinecap: 'round' },
  '& .full, & .good': { stroke: theme.vars.palette.success.main },
  '& .fair': { stroke: theme.vars.palette.warning.main },
  '& .poor': { stroke: theme.vars.palette.error.main },
}));

export function toneOf(value: number): 'full' | 'good' | 'fair' | 'poor' {
  if (value === 100) return 'full';
  if (value >= 85) return 'good';
  return value >= 60 ? 'fair' : 'poor';
}

/** A number within a ring that is as full as it is high. */
export function Ring({ value }: { value: number }) {
  const { t } = useTranslation();
  const circle = { cx: SIZE / 2, cy: SIZE / 2, r: RADIUS, strokeWidth: WIDTH };
  return (
    <Box
      role="img"
      aria-label={t('doctor.score.label', { value })}
      sx={{ position: 'relative', width: SIZE, height: SIZE, flex: 'none' }}
    >
      <Drawing width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        <circle className="ground" {...circle} />
        {value > 0 && (
          <circle
            className={toneOf(value)}
            {...circle}
            strokeDasharray={`${(value / 100) * LENGTH} ${LENGTH}`}
          />
        )}
      </Drawing>
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          inset: 0,
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          justifyContent: 'center',
        }}
      >
        <Typography
          component="span"
          sx={{
            fontSize: 40,
            lineHeight: 1,
            fontWeight: weights.strong,
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {value}
        </Typography>
        <Typography component="span" variant="caption" sx={{ color: 'text.low', mt: 1 }}>
          {t('doctor.score.of')}
        </Typography>
      </Box>
    </Box>
  );
}
