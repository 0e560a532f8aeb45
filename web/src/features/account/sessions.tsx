import type { Session } from '@marquee/contracts';
import ComputerRounded from '@mui/icons-material/ComputerRounded';
import SmartphoneRounded from '@mui/icons-material/SmartphoneRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndAllSessionsMutation, useEndSessionMutation, useSessionsQuery } from '../../api/sessions.ts';
import { useAppDispatch } from '../../app/store.ts';
import { signedOut } from '../../session/session-slice.ts';
import { Age } from '../../ui/age.tsx';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemLine } from '../../ui/problem-line.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Row, RowsCard, RowsSkeleton } from '../../ui/rows.tsx';
import { Told } from '../../ui/told.tsx';

export function Sessions() {
  const { t } = useTranslation();
  const { data, error, refetch } = useSessionsQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <PageSection
      id="sessions"
      title={t('account.sessions')}
      what={t('account.sessionsWhat')}
      action={data && <EndMany sessions={data} />}
    >
      {data ? (
        <RowsCard>
          {data.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </RowsCard>
      ) : error ? (
        <ProblemNotice error={error} onRetry={refetch} />
      ) : (
        <RowsSkeleton count={2} />
      )}
    </PageSection>
  );
}

function EndMany({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTranslation();
  const dispatch = useAppDispatch();
  const [endAll, { isLoading, error, reset }] = useEndAllSessionsMutation();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const others = sessions.filter(({ current }) => !current).length;
  const endOthers = async () => {
    const { data } = await endAll({ keep: 'current' });
    setDone(data !== undefined);
  };
  const endEvery = async () => {
    const { data } = await endAll({ keep: 'none' });
    if (data) dispatch(signedOut('left'));
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {others > 0 && (
        <Button variant="outlined" loading={isLoading && !asking} onClick={() => void endOthers()}>
          {t('account.endOthers', { count: others })}
        </Button>
      )}
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('account.endAll')}
      </Button>
      {asking && (
        <AskDialog
          title={t('account.endAllTitle')}
          what={t('account.endAllWhat', { count: sessions.length })}
          go={t('account.endAll')}
          harm
          busy={isLoading}
          error={error}
          onGo={() => void endEvery()}
          onClose={() => {
            setAsking(false);
            reset();
          }}
        />
      )}
      {error && !asking && <ProblemLine error={error} onClose={reset} />}
      {done && <Told words={t('account.endedOthers')} onClose={() => setDone(false)} />}
    </Box>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [end, { isLoading, error, reset }] = useEndSessionMutation();
  const phone = /android|iphone|ipad|ios\b/i.test(session.device);
  const Icon = phone ? SmartphoneRounded : ComputerRounded;
  return (
    <Row data-testid="session">
      <Icon sx={{ color: 'text.low', alignSelf: 'start', mt: 1 }} aria-hidden />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}>
          <Typography variant="subtitle2">{session.device}</Typography>
          {session.current && <Chip label={t('account.here')} />}
        </Box>
        <Typography variant="body2" color="textSecondary">
          {t('account.used', { age: '' })}
          <Age at={session.lastUsedAt} /> {t('account.from', { address: session.address })}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.low' }}>
          {t('account.begun', { age: '' })}
          <Age at={session.createdAt} /> {t(`account.methods.${session.method}`)}
        </Typography>
      </Box>
      {!session.current && (
        <Button
          variant="outlined"
          loading={isLoading}
          aria-label={t('account.endNamed', { device: session.device })}
          onClick={() => void end({ sessionId: session.id })}
        >
          {t('account.end')}
        </Button>
      )}
      {error && <ProblemLine error={error} onClose={reset} />}
    </Row>
  );
}
