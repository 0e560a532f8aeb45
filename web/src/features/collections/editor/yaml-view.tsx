import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DiffView } from '../../overlays/save/diff-view.tsx';
import { SectionCard } from './section-card.tsx';

/** What will stand in the file, and what of it changes. */
export function YamlView(props: {
  written: { before: string; after: string } | null;
  isNew: boolean;
  file: { path: string; line: number } | null;
}) {
  const { written, isNew, file } = props;
  const { t } = useTranslation();
  const changed = written !== null && !isNew && written.before !== written.after;
  return (
    <SectionCard
      title={t('collections.yaml.title')}
      what={file ? t('collections.yaml.what', file) : t('collections.yaml.whatNew')}
      {...(file && {
        action: (
          <Button
            component={Link}
            to={`/files?${new URLSearchParams({ file: file.path, line: `${file.line}` })}`}
            variant="outlined"
          >
            {t('collections.yaml.open')}
          </Button>
        ),
      })}
    >
      {written === null && <Typography color="textSecondary">{t('collections.yaml.unknown')}</Typography>}
      {changed && (
        <div>
          <Typography variant="subtitle2" sx={{ mb: 2 }}>
            {t('collections.yaml.changes')}
          </Typography>
          <DiffView before={written.before} after={written.after} label={t('collections.yaml.changes')} />
        </div>
      )}
      {written !== null && (
        <Box
          component="pre"
          role="region"
          aria-label={t('collections.yaml.text')}
          // What scrolls must be reached by keyboard.
          tabIndex={0}
          sx={{
            m: 0,
            p: 4,
            overflow: 'auto',
            borderRadius: 1,
            border: 1,
            borderColor: 'line',
            bgcolor: 'background.default',
            typography: 'mono',
          }}
        >
          {written.after}
        </Box>
      )}
    </SectionCard>
  );
}
