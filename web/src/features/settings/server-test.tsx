import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTestIntegrationMutation } from '../../api/settings.ts';
import { TestOutcome } from '../../ui/test-outcome.tsx';
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
      <TestOutcome outcome={data} error={error} />
    </Box>
  );
}
