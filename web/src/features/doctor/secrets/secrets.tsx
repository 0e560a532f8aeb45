import type { ConfigSecret } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useConfigSecretsQuery,
  useMoveSecretsMutation,
  useRestoreSecretsMutation,
} from '../../../api/config-secrets.ts';
import { AskDialog } from '../../../ui/ask-dialog.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { ProblemLine } from '../../../ui/problem-line.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { RowsCard, RowsSkeleton } from '../../../ui/rows.tsx';
import { Told } from '../../../ui/told.tsx';
import { SecretRow } from './secret-row.tsx';

interface Done {
  words: string;
  /** What can be put back. */
  moved?: readonly string[];
}

/** Where keys, tokens and passwords are, and the way to keep them apart from what one shares. */
export function Secrets() {
  const { t } = useTranslation();
  const { data, error, refetch } = useConfigSecretsQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 5, maxWidth: '72ch' }}>
        <MarkedText text={t('doctor.secrets.what')} />
      </Typography>
      {data ? (
        <SecretList secrets={data.secrets} />
      ) : error ? (
        <ProblemNotice error={error} onRetry={refetch} />
      ) : (
        <RowsSkeleton count={4} />
      )}
    </>
  );
}

function SecretList({ secrets }: { secrets: readonly ConfigSecret[] }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState<readonly string[] | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [move, moving] = useMoveSecretsMutation();
  const [restore, restoring] = useRestoreSecretsMutation();
  const movable = secrets.flatMap(({ id, move: can }) => (can === 'to-env' ? [id] : []));
  const wanted = chosen.filter((id) => movable.includes(id));

  const saying = (first: string, left: readonly { why: string }[]) =>
    [first, left[0] && t('doctor.secrets.left', { count: left.length, why: left[0].why })]
      .filter(Boolean)
      .join(' ');
  const go = async (ids: readonly string[]) => {
    const { data } = await move({ body: { ids: [...ids] } });
    if (!data) return;
    setAsking(null);
    setChosen([]);
    const { moved, left } = data;
    setDone({ words: saying(t('doctor.secrets.moved', { count: moved.length }), left), moved });
  };
  const putBack = async (ids: readonly string[]) => {
    setDone(null);
    const { data } = await restore({ body: { ids: [...ids] } });
    if (data)
      setDone({ words: saying(t('doctor.secrets.restored', { count: data.moved.length }), data.left) });
  };

  if (secrets.length === 0) return <Typography role="status">{t('doctor.secrets.none')}</Typography>;
  const backWith = done?.moved;
  return (
    <>
      {movable.length > 0 && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 3, pl: { xs: 1, sm: 2 } }}>
          <Checkbox
            id="choose-all"
            checked={wanted.length === movable.length}
            indeterminate={wanted.length > 0 && wanted.length < movable.length}
            onChange={() => setChosen(wanted.length === movable.length ? [] : movable)}
          />
          <Typography component="label" htmlFor="choose-all" variant="body2" sx={{ flex: 1 }}>
            {t('doctor.secrets.chooseAll')}
          </Typography>
          <Button variant="contained" disabled={wanted.length === 0} onClick={() => setAsking(wanted)}>
            {wanted.length === 0
              ? t('doctor.secrets.move')
              : t('doctor.secrets.moveSome', { count: wanted.length })}
          </Button>
        </Box>
      )}
      <RowsCard>
        {secrets.map((secret) => (
          <SecretRow
            key={secret.id}
            secret={secret}
            chosen={wanted.includes(secret.id)}
            busy={restoring.isLoading}
            onChoose={() =>
              setChosen(
                wanted.includes(secret.id) ? wanted.filter((id) => id !== secret.id) : [...wanted, secret.id],
              )
            }
            onMove={() => setAsking([secret.id])}
            onBack={() => void putBack([secret.id])}
          />
        ))}
      </RowsCard>
      {asking && (
        <AskDialog
          title={t('doctor.secrets.ask.title', { count: asking.length })}
          what={t('doctor.secrets.ask.what')}
          go={t('doctor.secrets.move')}
          busy={moving.isLoading}
          error={moving.error}
          onGo={() => void go(asking)}
          onClose={() => setAsking(null)}
        />
      )}
      {restoring.error && <ProblemLine error={restoring.error} onClose={restoring.reset} />}
      {done && (
        <Told
          key={done.words}
          words={done.words}
          {...(backWith && backWith.length > 0 && { onUndo: () => void putBack(backWith) })}
          onClose={() => setDone(null)}
        />
      )}
    </>
  );
}
