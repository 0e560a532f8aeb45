import { TriedConnection } from '@marquee/contracts';
import type { YamlValue } from '@marquee/kometa';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../../api/call-problem.ts';
import { useTestConnectionMutation } from '../../../api/config-files.ts';
import { CheckLine } from '../../../ui/check-line.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';

/** Whether Marquee has a harmless question for it. */
export const canBeTried = (name: string): name is TriedConnection => TriedConnection.safeParse(name).success;

/** Tries what stands in the fields, before anything is saved. */
export function ConnectionTest(props: {
  name: TriedConnection;
  title: string;
  fileId: string;
  section: YamlValue | undefined;
}) {
  const { name, title, fileId } = props;
  const { t } = useTranslation();
  const [test, { data, error, isLoading, reset }] = useTestConnectionMutation();
  const values = textsOf(props.section);
  const written = JSON.stringify(values);
  const last = useRef(written);
  useEffect(() => {
    // An answer about other words than those in the fields would mislead.
    if (last.current !== written) reset();
    last.current = written;
  }, [written, reset]);
  const problem = error && problemWords(error, t);
  return (
    <Box sx={{ mt: 5 }}>
      <Button
        variant="outlined"
        loading={isLoading}
        aria-label={t('configForm.testWhat', { name: title })}
        onClick={() => void test({ name, body: { fileId, values } })}
      >
        {t('configForm.test')}
      </Button>
      <Box role="status" aria-live="polite">
        {data && (
          <Box component="ul" data-testid="test-result" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.checks.map((check) => (
              <CheckLine key={check.name} check={{ ...check, name: title }} />
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

/** The keys of a section that hold a text, as they are shown. */
function textsOf(section: YamlValue | undefined): Record<string, string> {
  if (typeof section !== 'object' || section === null || Array.isArray(section)) return {};
  return Object.fromEntries(
    Object.entries(section).flatMap(([key, value]) =>
      ['url', 'token', 'apikey'].includes(key) && value !== null && typeof value !== 'object'
        ? [[key, String(value)]]
        : [],
    ),
  );
}
