import type { ConfigStart } from '@marquee/contracts';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { ChoiceCard, Choices } from './choice-card.tsx';
import type { Refused, StartDraft } from './start-wish.ts';

/** How Kometa reaches Plex: as Marquee does, where that may be handed over, or as somebody types. */
export function PlexConnection(props: {
  server: ConfigStart['servers'][number];
  draft: StartDraft;
  refused: readonly Refused[];
  onChange(change: Partial<StartDraft>): void;
}) {
  const { server, draft, refused, onChange } = props;
  const { t } = useTranslation();
  const { connection, url } = server;
  return (
    <>
      {connection === 'ready' ? (
        <Choices label={t('start.plex')}>
          <ChoiceCard
            type="radio"
            name="plex"
            checked={draft.plex === 'own'}
            title={t('start.own')}
            what={t('start.ownWhat', { url })}
            onChange={() => onChange({ plex: 'own' })}
          />
          <ChoiceCard
            type="radio"
            name="plex"
            checked={draft.plex === 'typed'}
            title={t('start.typed')}
            what={t('start.typedWhat')}
            onChange={() => onChange({ plex: 'typed' })}
          />
        </Choices>
      ) : (
        <Typography variant="body2">{t(`start.why.${connection}`)}</Typography>
      )}
      {draft.plex === 'typed' && (
        <Card sx={{ p: 5, display: 'grid', gap: 4 }}>
          <Field
            label={t('start.address')}
            value={draft.url}
            placeholder="http://192.168.1.10:32400"
            trouble={refused.includes('url') ? t('start.addressTrouble') : undefined}
            inputProps={{ inputMode: 'url', maxLength: 300, spellCheck: false, autoComplete: 'off' }}
            onChange={({ target }) => onChange({ url: target.value })}
          />
          <PasswordField
            label={t('start.token')}
            value={draft.token}
            autoComplete="off"
            trouble={refused.includes('token') ? t('start.tokenTrouble') : undefined}
            onChange={({ target }) => onChange({ token: target.value })}
          />
        </Card>
      )}
    </>
  );
}
