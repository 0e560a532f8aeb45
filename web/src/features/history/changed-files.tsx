import type { ConfigFileChange } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { ChangeMark } from './change-mark.tsx';

const MOST_FILES = 300;

/** The files that differ; the chosen one is shown below. */
export function ChangedFiles(props: {
  files: readonly ConfigFileChange[];
  chosen: string | undefined;
  onChoose(fileId: string): void;
}) {
  const { files } = props;
  const { t } = useTranslation();
  if (files.length === 0) {
    return <Typography color="textSecondary">{t('history.changes.none')}</Typography>;
  }
  return (
    <Box>
      <Box
        component="ul"
        aria-label={t('history.changes.label')}
        sx={{ listStyle: 'none', m: 0, p: 0, mx: -2, maxHeight: 216, overflowY: 'auto' }}
      >
        {files.slice(0, MOST_FILES).map((file) => (
          <li key={file.fileId}>
            <ChoiceRow chosen={file.fileId === props.chosen} onChoose={() => props.onChoose(file.fileId)}>
              <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
                <ChangeMark change={file.change} />
                <Typography component="span" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                  {file.path}
                </Typography>
              </Box>
            </ChoiceRow>
          </li>
        ))}
      </Box>
      {files.length > MOST_FILES && (
        <Typography variant="caption" color="textSecondary">
          {t('history.changes.many', { count: MOST_FILES, total: files.length })}
        </Typography>
      )}
    </Box>
  );
}
