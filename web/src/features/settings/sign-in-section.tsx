import type { Settings } from '@marquee/contracts';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { SettingsSection } from './settings-section.tsx';

const people = ['invited', 'everyone'] as const;

export function SignInSection(props: {
  value: Settings['signIn'];
  onChange(value: Settings['signIn']): void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslation();
  return (
    <SettingsSection id="sign-in" title={t('settings.signIn')} what={t('settings.signInWhat')}>
      <FormControlLabel
        control={<Switch checked={value.plex} onChange={(_, plex) => onChange({ ...value, plex })} />}
        label={<Told title={t('settings.plexSignIn')} what={t('settings.plexSignInWhat')} />}
        sx={{ ...choice, ml: '-12px' }}
      />
      {value.plex && (
        <RadioGroup
          aria-label={t('settings.plexPeople')}
          value={value.plexPeople}
          onChange={({ target }) =>
            onChange({ ...value, plexPeople: target.value === 'everyone' ? 'everyone' : 'invited' })
          }
          sx={{ gap: 3, pl: '58px' }}
        >
          {people.map((who) => (
            <FormControlLabel
              key={who}
              value={who}
              control={<Radio />}
              label={<Told title={t(`settings.people.${who}`)} what={t(`settings.peopleWhat.${who}`)} />}
              sx={{ ...choice, ml: '-10px' }}
            />
          ))}
        </RadioGroup>
      )}
    </SettingsSection>
  );
}

const choice = { alignItems: 'flex-start', m: 0, gap: 3 } as const;

function Told({ title, what }: { title: string; what: string }) {
  return (
    <Box sx={{ pt: '8px' }}>
      <Typography component="span" variant="subtitle2" sx={{ display: 'block' }}>
        {title}
      </Typography>
      <Typography component="span" variant="body2" color="textSecondary">
        {what}
      </Typography>
    </Box>
  );
}
