import type { DoctorKind, DoctorPlace } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { SeverityIcon } from '../../files/problems/severity-icon.tsx';
import { FilePlace } from '../file-place.tsx';
import { fixableIn } from './shown-findings.ts';

/** As many as one reads without asking for more. */
const FEW = 3;

/** Findings of one code: what they are called together, and where they are. */
export function KindOfFinding({ kind, onFix }: { kind: DoctorKind; onFix(places: readonly string[]): void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { title, places, more } = kind;
  const fixable = fixableIn([kind]);
  const shown = open || places.length <= FEW + 1 ? places : places.slice(0, FEW);
  const hidden = places.length - shown.length;
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, minHeight: 32 }}>
        <SeverityIcon severity={kind.severity} />
        <Typography variant="subtitle2" component="h3" sx={{ flex: 1, minWidth: 0 }}>
          {title}
          {places.length + more > 1 && (
            <Typography component="span" variant="body2" sx={{ color: 'text.low', ml: 2 }}>
              {formatCount(places.length + more)}
            </Typography>
          )}
        </Typography>
        {fixable.length > 1 && (
          <Button
            size="small"
            variant="outlined"
            aria-label={t('doctor.fixAllOf', { count: fixable.length, title })}
            onClick={() => onFix(fixable)}
          >
            {t('doctor.fixAll', { count: fixable.length })}
          </Button>
        )}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pl: { sm: '30px' } }}>
        {shown.map((place) => (
          <Place key={place.id} place={place} onFix={() => onFix([place.id])} />
        ))}
      </Box>
      {(hidden > 0 || open) && (
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)} sx={{ ml: { sm: '22px' } }}>
          {open ? t('doctor.fewer') : t('doctor.showMore', { count: hidden })}
        </Button>
      )}
      {more > 0 && (open || hidden === 0) && (
        <Typography variant="body2" sx={{ color: 'text.low', pl: { sm: '30px' } }}>
          {t('doctor.more', { count: more })}
        </Typography>
      )}
    </>
  );
}

function Place({ place, onFix }: { place: DoctorPlace; onFix(): void }) {
  const { t } = useTranslation();
  const { file, line, message, fix } = place;
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'start', gap: 3, py: 1.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {message}
        </Typography>
        <FilePlace file={file} line={line} />
      </Box>
      {fix !== null && (
        <Button
          size="small"
          title={fix}
          aria-label={t('doctor.fixWhat', { title: fix })}
          onClick={onFix}
          sx={{ flex: 'none', minWidth: 0, px: 2 }}
        >
          {t('doctor.fix')}
        </Button>
      )}
    </Box>
  );
}
