import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { DraftProblem } from './check-draft.ts';

const MOST = 6;

/** What Kometa would stumble over, above the form: also what has no field to stand at. */
export function ProblemSummary({ problems }: { problems: readonly DraftProblem[] }) {
  const { t } = useTranslation();
  const told = problems.filter(({ severity, blank }) => severity !== 'info' && !blank);
  if (told.length === 0) return null;
  return (
    <Box
      role="status"
      data-testid="draft-problems"
      sx={{ border: 1, borderColor: 'warning.main', borderRadius: 2, p: 4, bgcolor: 'background.paper' }}
    >
      <Typography variant="subtitle2">{t('collections.editor.problems', { count: told.length })}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 2, display: 'grid', gap: 1 }}>
        {told.slice(0, MOST).map(({ severity, message, path }) => {
          const Icon = severity === 'error' ? ErrorOutlineRounded : WarningAmberRounded;
          return (
            <Box component="li" key={`${path.join('.')} ${message}`} sx={{ display: 'flex', gap: 2 }}>
              <Icon
                titleAccess={t(`collections.editor.severities.${severity === 'error' ? 'error' : 'warning'}`)}
                sx={{ fontSize: 18, mt: '1px', color: severity === 'error' ? 'error.main' : 'warning.main' }}
              />
              <Typography variant="body2">{message}</Typography>
            </Box>
          );
        })}
      </Box>
      {told.length > MOST && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('collections.editor.moreProblems', { count: told.length - MOST })}
        </Typography>
      )}
    </Box>
  );
}
