import type { AuditEntry } from '@marquee/contracts';
import ArrowForwardRounded from '@mui/icons-material/ArrowForwardRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatExact } from '../../i18n/format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { type Difference, differences } from './differences.ts';

export function AuditDetails({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const lines = differences(entry.before, entry.after);
  return (
    <Box sx={{ px: 4, pt: 2, pb: 4, pl: { md: 14 }, display: 'grid', gap: 4 }}>
      {lines.length > 0 && (
        <Box
          component="dl"
          data-testid="audit-diff"
          sx={{ m: 0, border: 1, borderColor: 'line', borderRadius: 1, bgcolor: 'background.default' }}
        >
          {lines.map((line) => (
            <DifferenceLine key={line.path} line={line} />
          ))}
        </Box>
      )}
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'max-content minmax(0, 1fr)',
          gap: 2,
          columnGap: 5,
        }}
      >
        <Fact name={t('audit.columns.at')}>{formatExact(entry.at)}</Fact>
        <Fact name={t('audit.columns.actor')}>
          {[entry.actor.name, t(`audit.via.${entry.actor.via}`)].join(', ')}
        </Fact>
        {entry.target && <Fact name={t('audit.columns.target')}>{entry.target.name}</Fact>}
        {entry.address && <Fact name={t('audit.columns.address')}>{entry.address}</Fact>}
        <Fact name={t('audit.columns.outcome')}>{t(`audit.outcomes.${entry.outcome}`)}</Fact>
        <Fact name={t('audit.code')}>
          <Typography component="span" variant="mono">
            {entry.action}
          </Typography>
        </Fact>
        {entry.requestId && (
          <Fact name={t('audit.requestId')}>
            <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, my: -2 }}>
              <Typography component="span" variant="mono">
                {entry.requestId}
              </Typography>
              <CopyButton text={entry.requestId} label={t('audit.copyId')} />
            </Box>
          </Fact>
        )}
      </Box>
    </Box>
  );
}

function DifferenceLine({ line }: { line: Difference }) {
  const { t } = useTranslation();
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '200px minmax(0, 1fr)' },
        gap: 2,
        px: 4,
        py: 2,
        '& + &': { borderTop: 1, borderColor: 'line' },
      }}
    >
      <Typography component="dt" variant="mono" color="textSecondary">
        {line.path}
      </Typography>
      <Box component="dd" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        {line.before !== null && (
          <Typography
            component="del"
            variant="mono"
            aria-label={`${t('audit.before')}: ${line.before}`}
            sx={{ color: 'text.low' }}
          >
            {line.before}
          </Typography>
        )}
        {line.before !== null && line.after !== null && (
          <ArrowForwardRounded sx={{ fontSize: 16, color: 'text.low' }} aria-hidden />
        )}
        {line.after !== null && (
          <Typography
            component="ins"
            variant="mono"
            aria-label={`${t('audit.after')}: ${line.after}`}
            sx={{ textDecoration: 'none' }}
          >
            {line.after}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" color="textSecondary">
        {name}
      </Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0 }}>
        {children}
      </Typography>
    </>
  );
}
