import type { ApiKey, Role } from '@marquee/contracts';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import KeyRounded from '@mui/icons-material/KeyRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiKeysQuery, useRemoveApiKeyMutation } from '../../api/sessions.ts';
import { Age } from '../../ui/age.tsx';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Row, RowsCard, RowsSkeleton } from '../../ui/rows.tsx';
import { MakeKey } from './make-key.tsx';

export function ApiKeys({ role }: { role: Role }) {
  const { t } = useTranslation();
  const { data: keys, error, refetch } = useApiKeysQuery(undefined, { refetchOnMountOrArgChange: true });
  const [making, setMaking] = useState(false);
  const [removing, setRemoving] = useState<ApiKey | null>(null);
  return (
    <PageSection
      id="api-keys"
      title={t('account.keys')}
      what={t('account.keysWhat')}
      action={
        <Button variant="outlined" onClick={() => setMaking(true)}>
          {t('account.makeKey')}
        </Button>
      }
    >
      {keys ? (
        keys.length === 0 ? (
          <Card sx={{ p: 5 }}>
            <Typography color="textSecondary">{t('account.noKeys')}</Typography>
          </Card>
        ) : (
          <RowsCard>
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRemove={() => setRemoving(key)} />
            ))}
          </RowsCard>
        )
      ) : error ? (
        <ProblemNotice error={error} onRetry={refetch} />
      ) : (
        <RowsSkeleton count={1} />
      )}
      {making && <MakeKey ownRole={role} onClose={() => setMaking(false)} />}
      {removing && <RemoveKey apiKey={removing} onClose={() => setRemoving(null)} />}
    </PageSection>
  );
}

function KeyRow({ apiKey, onRemove }: { apiKey: ApiKey; onRemove(): void }) {
  const { t } = useTranslation();
  const { name, role, hint, createdAt, lastUsedAt, lastAddress } = apiKey;
  const word = t('account.removeKeyNamed', { name });
  return (
    <Row data-testid="api-key">
      <KeyRounded sx={{ color: 'text.low', alignSelf: 'start', mt: 1 }} aria-hidden />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center' }}>
          <Typography variant="subtitle2">{name}</Typography>
          <Chip label={t(`roleTitles.${role}`)} />
        </Box>
        <Typography variant="body2" color="textSecondary">
          <Typography component="span" variant="mono">
            {hint}…
          </Typography>{' '}
          {t('account.made', { age: '' })}
          <Age at={createdAt} />
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.low' }}>
          {lastUsedAt ? (
            <>
              {t('account.used', { age: '' })}
              <Age at={lastUsedAt} />
              {lastAddress && ` ${t('account.from', { address: lastAddress })}`}
            </>
          ) : (
            t('account.neverUsed')
          )}
        </Typography>
      </Box>
      <Tooltip title={word}>
        <IconButton aria-label={word} onClick={onRemove}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Tooltip>
    </Row>
  );
}

function RemoveKey({ apiKey, onClose }: { apiKey: ApiKey; onClose(): void }) {
  const { t } = useTranslation();
  const [remove, { isLoading, error }] = useRemoveApiKeyMutation();
  const go = async () => {
    const { data } = await remove({ keyId: apiKey.id });
    if (data) onClose();
  };
  return (
    <AskDialog
      title={t('account.removeKeyTitle', { name: apiKey.name })}
      what={t('account.removeKeyWhat', { hint: apiKey.hint })}
      go={t('account.removeKey')}
      harm
      busy={isLoading}
      error={error}
      onGo={() => void go()}
      onClose={onClose}
    />
  );
}
