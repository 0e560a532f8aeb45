import type { Settings } from '@marquee/contracts';
import AddRounded from '@mui/icons-material/AddRounded';
import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useHasDemo } from '../../api/system.ts';
import { PlexServerFields } from './plex-server-fields.tsx';
import { newServer, type PlexDraft, plexDraftOf, type ServerDraft } from './settings-draft.ts';
import { SettingsSection } from './settings-section.tsx';

const MOST_SERVERS = 10;

export function PlexSection(props: {
  saved: Settings['plex'];
  edited: PlexDraft | undefined;
  refused: readonly string[];
  onChange(value: PlexDraft): void;
}) {
  const { saved, onChange } = props;
  const { t } = useTranslation();
  const hasDemo = useHasDemo();
  const edited = props.edited ?? plexDraftOf(saved);
  const draft: PlexDraft = hasDemo ? edited : { ...edited, mode: 'servers' };
  const { managed } = saved;
  const change = (servers: ServerDraft[]) => onChange({ ...draft, servers });
  const add = () => [...draft.servers, newServer(draft.servers.map(({ id }) => id))];
  return (
    <SettingsSection id="plex" title={t('settings.plex')} what={t('settings.plexWhat')}>
      {managed ? (
        <Box sx={{ display: 'flex', gap: 3 }}>
          <LockOutlined fontSize="small" sx={{ color: 'text.low', mt: '1px' }} aria-hidden />
          <Typography color="textSecondary">{t('settings.managed')}</Typography>
        </Box>
      ) : (
        hasDemo && (
          <ToggleButtonGroup
            exclusive
            aria-label={t('settings.plexMode')}
            value={draft.mode}
            onChange={(_, mode: PlexDraft['mode'] | null) =>
              mode &&
              onChange({
                mode,
                servers: mode === 'servers' && draft.servers.length === 0 ? add() : draft.servers,
              })
            }
          >
            <ToggleButton value="demo">{t('settings.modes.demo')}</ToggleButton>
            <ToggleButton value="servers">{t('settings.modes.servers')}</ToggleButton>
          </ToggleButtonGroup>
        )
      )}
      {draft.mode === 'demo' && !managed && (
        <Typography color="textSecondary">{t('settings.demoWhat')}</Typography>
      )}
      {draft.mode === 'servers' &&
        draft.servers.map((server, place) => (
          <PlexServerFields
            key={server.id}
            draft={server}
            managed={managed}
            refused={props.refused
              .filter((path) => path.startsWith(`plex.servers.${place}.`))
              .map((path) => path.split('.').at(-1) ?? '')}
            onChange={(next) => change(draft.servers.map((one) => (one === server ? next : one)))}
            onRemove={() => change(draft.servers.filter((one) => one !== server))}
          />
        ))}
      {draft.mode === 'servers' && !managed && draft.servers.length < MOST_SERVERS && (
        <Box>
          <Button variant="outlined" startIcon={<AddRounded />} onClick={() => change(add())}>
            {draft.servers.length === 0 ? t('settings.addFirst') : t('settings.add')}
          </Button>
        </Box>
      )}
    </SettingsSection>
  );
}
