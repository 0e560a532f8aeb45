import DnsOutlined from '@mui/icons-material/DnsOutlined';
import TheaterComedyOutlined from '@mui/icons-material/TheaterComedyOutlined';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

const Option = styled('label')(({ theme }) => ({
  display: 'flex',
  gap: theme.spacing(4),
  padding: theme.spacing(4),
  cursor: 'pointer',
  borderRadius: 10,
  border: `1px solid ${theme.vars.palette.line}`,
  backgroundColor: theme.vars.palette.background.paper,
  '&:hover': { borderColor: theme.vars.palette.edge },
  '&:has(:checked)': {
    borderColor: theme.vars.palette.accentStrong,
    boxShadow: `inset 0 0 0 1px ${theme.vars.palette.accentStrong}`,
  },
  '&:has(:focus-visible)': { outline: `2px solid ${theme.vars.palette.focus}`, outlineOffset: 2 },
  '& input': { position: 'absolute', opacity: 0, pointerEvents: 'none' },
}));

const choices = [
  { mode: 'demo', word: 'demo', icon: TheaterComedyOutlined },
  { mode: 'servers', word: 'own', icon: DnsOutlined },
] as const;
type Mode = (typeof choices)[number]['mode'];

export function LibraryChoice({ value, onChange }: { value: Mode; onChange(value: Mode): void }) {
  const { t } = useTranslation();
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, display: 'grid', gap: 3 }}>
      <Box component="legend" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden' }}>
        {t('setup.plexTitle')}
      </Box>
      {choices.map(({ mode, word, icon: Icon }) => (
        <Option key={mode}>
          <input
            type="radio"
            name="library"
            checked={value === mode}
            onChange={() => onChange(mode)}
            aria-labelledby={`choice-${mode}-name`}
            aria-describedby={`choice-${mode}`}
          />
          <Icon sx={{ color: value === mode ? 'accentStrong' : 'text.low', mt: '2px' }} aria-hidden />
          <Box>
            <Typography id={`choice-${mode}-name`} variant="subtitle2" component="span">
              {t(`setup.${word}`)}
            </Typography>
            <Typography id={`choice-${mode}`} variant="body2" color="textSecondary">
              {t(`setup.${word}What`)}
            </Typography>
          </Box>
        </Option>
      ))}
    </Box>
  );
}
