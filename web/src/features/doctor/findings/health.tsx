import type { ConfigDoctor, DoctorScore } from '@marquee/contracts';
import AutoFixHighRounded from '@mui/icons-material/AutoFixHighRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Age } from '../../../ui/age.tsx';
import { Ring, toneOf } from './ring.tsx';

/** The score as a number that can be explained. */
export function Health(props: {
  doctor: ConfigDoctor;
  fixable: readonly string[];
  onFix(places: readonly string[]): void;
}) {
  const { doctor, fixable } = props;
  const { t } = useTranslation();
  const { score } = doctor;
  if (score === null) return null;
  return (
    <Card
      sx={{
        p: { xs: 4, sm: 6 },
        mb: 6,
        display: 'grid',
        gap: { xs: 4, sm: 6 },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'auto minmax(0, 1fr)' },
        alignItems: 'center',
      }}
    >
      <Ring value={score.value} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'start', mb: 4 }}>
          <Box sx={{ flex: '1 1 260px' }}>
            <Typography variant="h2">{t(`doctor.score.verdicts.${toneOf(score.value)}`)}</Typography>
            <Typography variant="body2" sx={{ color: 'text.low', mt: 1 }}>
              {t('doctor.checked', { count: doctor.files })} · <Age at={doctor.checkedAt} />
            </Typography>
          </Box>
          {fixable.length > 0 && (
            <Button
              variant="contained"
              startIcon={<AutoFixHighRounded />}
              onClick={() => props.onFix(fixable)}
            >
              {t('doctor.fixEverything', { count: fixable.length })}
            </Button>
          )}
        </Box>
        <Explained score={score} />
      </Box>
    </Card>
  );
}

function Explained({ score }: { score: DoctorScore }) {
  const { t } = useTranslation();
  const line = { display: 'flex', alignItems: 'baseline', gap: 3, py: 1 } as const;
  const number = {
    flex: 'none',
    width: 44,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
  } as const;
  return (
    <Box component="ul" aria-label={t('doctor.score.why')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      <Box component="li" sx={line}>
        <Typography variant="subtitle2" component="span" sx={number}>
          100
        </Typography>
        <Typography variant="body2" component="span" color="textSecondary">
          {score.parts.length === 0 ? t('doctor.score.full') : t('doctor.score.start')}
        </Typography>
      </Box>
      {score.parts.map(({ group, count, each, most, points }) => (
        <Box component="li" key={group} sx={line}>
          <Typography variant="subtitle2" component="span" sx={number}>
            −{points}
          </Typography>
          <Typography variant="body2" component="span">
            <Link href={`#${group}`} underline="hover">
              {t(`doctor.groups.${group}.count`, { count })}
            </Link>
            <Typography variant="body2" component="span" sx={{ color: 'text.low' }}>
              {' · '}
              {t('doctor.score.each', { each })}
              {points === most && `, ${t('doctor.score.most', { most })}`}
            </Typography>
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
