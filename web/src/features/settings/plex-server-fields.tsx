import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import { ServerTest } from './server-test.tsx';
import { forgetsToken, type ServerDraft } from './settings-draft.ts';
import { TokenField } from './token-field.tsx';

export function PlexServerFields(props: {
  draft: ServerDraft;
  managed: boolean;
  refused: readonly string[];
  onChange(next: ServerDraft): void;
  onRemove(): void;
}) {
  const { draft, managed, refused, onChange } = props;
  const { t } = useTranslation();
  const title = draft.name.trim() || t('settings.newServer');
  return (
    <Box
      component="fieldset"
      data-testid="plex-server"
      sx={{
        m: 0,
        p: 0,
        minWidth: 0,
        border: 0,
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
        '& + &': { pt: 5, borderTop: 1, borderColor: 'line' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 36 }}>
        <Typography component="legend" variant="h3" noWrap sx={{ flex: 1, p: 0 }}>
          {title}
        </Typography>
        {!managed && (
          <Tooltip title={t('settings.remove', { name: title })}>
            <IconButton aria-label={t('settings.remove', { name: title })} onClick={props.onRemove}>
              <DeleteOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 2fr' }, gap: 4 }}>
        <Field
          label={t('settings.serverName')}
          value={draft.name}
          readOnly={managed}
          trouble={refused.includes('name') ? t('settings.nameTrouble') : undefined}
          inputProps={{ maxLength: 80 }}
          onChange={({ target }) => onChange({ ...draft, name: target.value })}
        />
        <Field
          label={t('settings.address')}
          value={draft.url}
          readOnly={managed}
          placeholder="http://192.168.1.10:32400"
          trouble={refused.includes('url') ? t('settings.addressTrouble') : undefined}
          inputProps={{ inputMode: 'url', maxLength: 300, spellCheck: false, autoComplete: 'off' }}
          onChange={({ target }) => onChange({ ...draft, url: target.value })}
        />
      </Box>
      <TokenField
        saved={draft.saved?.token}
        typed={draft.typedToken}
        managed={managed}
        forgotten={forgetsToken(draft)}
        onChange={(typedToken) => onChange({ ...draft, typedToken })}
      />
      <ServerTest draft={draft} />
    </Box>
  );
}
