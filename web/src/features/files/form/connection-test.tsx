import { TriedConnection } from '@marquee/contracts';
import type { YamlValue } from '@marquee/kometa';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTestConnectionMutation } from '../../../api/config-files.ts';
import { TestOutcome } from '../../../ui/test-outcome.tsx';

/** Whether Marquee has a harmless question for it. */
export const canBeTried = (name: string): name is TriedConnection => TriedConnection.safeParse(name).success;

/** Tries what stands in the fields, before anything is saved. */
export function ConnectionTest(props: {
  name: TriedConnection;
  title: string;
  fileId: string;
  /** Whose section it is; that of the whole file when absent. */
  library?: string;
  section: YamlValue | undefined;
  /** The button says what it tries, where several stand together. */
  called?: boolean;
}) {
  const { name, title, fileId, library } = props;
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
  return (
    <Box sx={{ mt: 5 }}>
      <Button
        variant="outlined"
        loading={isLoading}
        aria-label={t('configForm.testWhat', { name: title })}
        onClick={() =>
          void test({ name, body: { fileId, values, ...(library === undefined ? {} : { library }) } })
        }
      >
        {props.called ? t('configForm.testWhat', { name: title }) : t('configForm.test')}
      </Button>
      <TestOutcome outcome={data} error={error} name={title} />
    </Box>
  );
}

/** The keys of a section that hold a text, as they are shown. */
function textsOf(section: YamlValue | undefined): Record<string, string> {
  if (typeof section !== 'object' || section === null || Array.isArray(section)) return {};
  return Object.fromEntries(
    Object.entries(section).flatMap(([key, value]) =>
      ['url', 'token', 'apikey', 'topic', 'client_id'].includes(key) &&
      value !== null &&
      typeof value !== 'object'
        ? [[key, String(value)]]
        : [],
    ),
  );
}
