import type { ConfigReport } from '@marquee/contracts';
import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import ErrorRounded from '@mui/icons-material/ErrorRounded';
import HelpOutlineRounded from '@mui/icons-material/HelpOutlineRounded';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { Row, RowsCard } from '../../../ui/rows.tsx';
import { FilePlace } from '../file-place.tsx';
import { ReportPart } from './report-part.tsx';

const looks = {
  found: { icon: CheckCircleRounded, tone: 'success.main' },
  missing: { icon: ErrorRounded, tone: 'error.main' },
  unknown: { icon: HelpOutlineRounded, tone: 'text.low' },
} as const;

/** The libraries that config files name, and whether Plex has them. */
export function NamedLibraries({ report: { libraries, unnamed } }: { report: ConfigReport }) {
  const { t } = useTranslation();
  return (
    <ReportPart title={t('doctor.report.libraries')} what={t('doctor.report.librariesWhat')}>
      {libraries.length === 0 ? (
        <Typography>{t('doctor.report.librariesNone')}</Typography>
      ) : (
        <RowsCard>
          {libraries.map((library) => (
            <NamedLibrary key={`${library.file} ${library.name}`} library={library} />
          ))}
        </RowsCard>
      )}
      {unnamed.length > 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
          {t('doctor.report.unnamed', {
            count: unnamed.length,
            names: unnamed.map(({ title }) => title).join(', '),
          })}
        </Typography>
      )}
    </ReportPart>
  );
}

function NamedLibrary({ library }: { library: ConfigReport['libraries'][number] }) {
  const { t } = useTranslation();
  const { name, title, file, line, plex, libraryId } = library;
  const { icon: Icon, tone } = looks[plex];
  return (
    <Row sx={{ flexWrap: 'wrap', rowGap: 1 }}>
      <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
        <Typography variant="subtitle2" sx={{ overflowWrap: 'anywhere' }}>
          {libraryId === null ? (
            name
          ) : (
            <Link component={RouterLink} to={`/libraries/${libraryId}`} underline="hover">
              {name}
            </Link>
          )}
        </Typography>
        <FilePlace file={file} line={line} />
      </Box>
      <Box sx={{ flex: '1 1 200px', display: 'flex', alignItems: 'center', gap: 2 }}>
        <Icon sx={{ fontSize: 18, color: tone }} aria-hidden />
        <Typography variant="body2">
          {t(`doctor.report.plex.${plex}`)}
          {title !== name && `, ${t('doctor.report.as', { title })}`}
        </Typography>
      </Box>
    </Row>
  );
}
