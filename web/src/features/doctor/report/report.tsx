import type { ConfigReport, DoctorPlace } from '@marquee/contracts';
import AutoFixHighRounded from '@mui/icons-material/AutoFixHighRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfigReportQuery } from '../../../api/config-doctor.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../../ui/rows.tsx';
import { FilePlace } from '../file-place.tsx';
import { Fixing } from '../findings/fixing.tsx';
import { FoundFiles } from './found-files.tsx';
import { NamedLibraries } from './named-libraries.tsx';
import { ReportPart } from './report-part.tsx';

/** What lies in the folder, and what of it goes by an old name. */
export function Report() {
  const { data, error, refetch } = useConfigReportQuery(undefined, { refetchOnMountOrArgChange: true });
  if (data) return <Loaded report={data} />;
  return error ? <ProblemNotice error={error} onRetry={refetch} /> : <RowsSkeleton count={6} />;
}

function Loaded({ report }: { report: ConfigReport }) {
  const { t } = useTranslation();
  return (
    <>
      <OldNames places={report.old} />
      <NamedLibraries report={report} />
      <FoundFiles report={report} />
      <Places title={t('doctor.report.missing')} places={report.missing} />
      <Places title={t('doctor.report.unlisted')} places={report.unlisted} />
    </>
  );
}

function OldNames({ places }: { places: readonly DoctorPlace[] }) {
  const { t } = useTranslation();
  const [fixing, setFixing] = useState<readonly string[] | null>(null);
  const movable = places.filter(({ fix }) => fix !== null);
  const files = new Set(movable.map(({ file }) => file)).size;
  const byHand = places.length - movable.length;
  const said = [
    movable.length > 0 &&
      t('doctor.report.oldWhat', {
        count: files,
        names: t('doctor.report.names', { count: movable.length }),
      }),
    byHand > 0 && t('doctor.report.oldByHand', { count: byHand }),
  ].filter(Boolean);
  return (
    <ReportPart title={t('doctor.report.old')}>
      <Card sx={{ p: 4, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Typography sx={{ flex: '1 1 280px' }}>
          {said.length === 0 ? t('doctor.report.oldNone') : said.join(' ')}
        </Typography>
        {movable.length > 0 && (
          <Button
            variant="contained"
            startIcon={<AutoFixHighRounded />}
            onClick={() => setFixing(movable.map(({ id }) => id))}
          >
            {t('doctor.report.migrate')}
          </Button>
        )}
      </Card>
      <Fixing places={fixing} onClose={() => setFixing(null)} />
    </ReportPart>
  );
}

function Places({ title, places }: { title: string; places: readonly DoctorPlace[] }) {
  if (places.length === 0) return null;
  return (
    <ReportPart title={title}>
      <Card component="ul" sx={{ listStyle: 'none', m: 0, px: 4, py: 2 }}>
        {places.map(({ id, file, line, message }) => (
          <Box component="li" key={id} sx={{ py: 1.5 }}>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {message}
            </Typography>
            <FilePlace file={file} line={line} />
          </Box>
        ))}
      </Card>
    </ReportPart>
  );
}
