import type { ConfigReport } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { formatBytes, formatCount } from '../../../i18n/format.ts';
import { Row, RowsCard } from '../../../ui/rows.tsx';
import { ReportPart } from './report-part.tsx';

/** As many as one reads in a line or two. */
const FEW = 6;

/** The files by what they are. */
export function FoundFiles({ report: { kinds, truncated } }: { report: ConfigReport }) {
  const { t } = useTranslation();
  return (
    <ReportPart title={t('doctor.report.files')} what={t('doctor.report.filesWhat')}>
      <RowsCard>
        {kinds.map(({ kind, count, sizeBytes, files }) => (
          <Row key={kind} sx={{ flexWrap: 'wrap', rowGap: 1, alignItems: 'baseline' }}>
            <Box sx={{ flex: '1 1 180px', minWidth: 0 }}>
              <Typography variant="subtitle2">{t(`doctor.report.kinds.${kind}`)}</Typography>
              <Typography variant="caption" color="textSecondary">
                {t('doctor.report.count', { count, told: formatCount(count) })} · {formatBytes(sizeBytes)}
              </Typography>
            </Box>
            <Typography component="div" variant="body2" sx={{ flex: '3 1 280px', minWidth: 0 }}>
              {files.slice(0, FEW).map(({ fileId, path }) => (
                <Link
                  key={fileId}
                  component={RouterLink}
                  to={`/files?file=${encodeURIComponent(path)}`}
                  underline="hover"
                  sx={{ mr: 3, display: 'inline-block', overflowWrap: 'anywhere' }}
                >
                  {path}
                </Link>
              ))}
              {count > FEW && (
                <Typography component="span" variant="body2" sx={{ color: 'text.low' }}>
                  {t('doctor.report.more', { count: count - Math.min(FEW, files.length) })}
                </Typography>
              )}
            </Typography>
          </Row>
        ))}
      </RowsCard>
      {truncated && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
          {t('doctor.report.truncated')}
        </Typography>
      )}
    </ReportPart>
  );
}
