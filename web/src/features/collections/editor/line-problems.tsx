import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { LineProblem } from './check-draft.ts';

const MOST = 20;
const looks = {
  error: { icon: ErrorOutlineRounded, tone: 'error.main' },
  warning: { icon: WarningAmberRounded, tone: 'warning.main' },
  info: { icon: InfoOutlined, tone: 'text.secondary' },
} as const;

/** What Kometa would stumble over in the lines: where, and how it is mended. */
export function LineProblems(props: {
  problems: readonly LineProblem[];
  onOpen(line: number): void;
  onFix(text: string): void;
}) {
  const { problems } = props;
  const { t } = useTranslation();
  return (
    <Box role="status" data-testid="line-problems">
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {problems.slice(0, MOST).map(({ severity, message, line, column, fix }) => {
          const { icon: Icon, tone } = looks[severity];
          return (
            <Box
              component="li"
              key={`${line} ${column} ${message}`}
              sx={{ display: 'flex', alignItems: 'start', gap: 2 }}
            >
              <Icon
                titleAccess={t(`collections.editor.severities.${severity}`)}
                sx={{ fontSize: 18, mt: '7px', flex: 'none', color: tone }}
              />
              <Typography variant="body2" sx={{ flex: 1, minWidth: 0, pt: '6px', overflowWrap: 'anywhere' }}>
                {message}
              </Typography>
              {fix && <Button onClick={() => props.onFix(fix.text)}>{fix.title}</Button>}
              <Button onClick={() => props.onOpen(line)} sx={{ flex: 'none', color: 'text.secondary' }}>
                {t('collections.yaml.line', { line })}
              </Button>
            </Box>
          );
        })}
      </Box>
      {problems.length > MOST && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {t('collections.yaml.moreProblems', { count: problems.length - MOST })}
        </Typography>
      )}
    </Box>
  );
}
