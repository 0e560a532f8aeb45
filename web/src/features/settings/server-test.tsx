import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../api/call-problem.ts';
import { useTestIntegrationMutation } from '../../api/settings.ts';
import { CheckLine } from '../../ui/check-line.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { refusedServerFields, type ServerDraft, serverWish } from './settings-draft.ts';

/** Tries what stands in the fields, before anything is saved. */
export function ServerTest({ draft }: { draft: ServerDraft }) {
  const { t } = useTranslation();
  const [test, { data, error, isLoading, reset }] = useTestIntegrationMutation();
  const tried = JSON.stringify(serverWish(draft));
  const last = useRef(tried);
  useEffect(() => {
    // An answer about other words than those in the fields would mislead.
    if (last.current !== tried) reset();
    last.current = tried;
  }, [tried, reset]);
  const incomplete = refusedServerFields(draft).length > 0;
  const problem = error && problemWords(error, t);
  return (
    <Box>
      <Button
        variant="outlined"
        loading={isLoading}
        disabled={incomplete}
        onClick={() => void test({ section: 'plex', body: serverWish(draft) })}
      >
        {t('settings.test')}
      </Button>
      <Box role="status" aria-live="polite">
        {data && (
          <Box component="ul" data-testid="test-result" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.checks.map((check) => (
              <CheckLine key={check.name} check={check} />
            ))}
          </Box>
        )}
        {problem && (
          <Box sx={{ display: 'flex', gap: 3, pt: 3 }}>
            <StateMark state="down" />
            <Box>
              <Typography variant="subtitle2">{problem.title}</Typography>
              <Typography variant="body2" color="textSecondary">
                {problem.mend}
              </Typography>
            </Box>
          </Box>
        )}
      </Box>
    </Box>
  );
}
