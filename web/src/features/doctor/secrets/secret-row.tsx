import type { ConfigSecret } from '@marquee/contracts';
import CheckCircleOutlineRounded from '@mui/icons-material/CheckCircleOutlineRounded';
import HelpOutlineRounded from '@mui/icons-material/HelpOutlineRounded';
import RadioButtonUncheckedRounded from '@mui/icons-material/RadioButtonUncheckedRounded';
import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Row } from '../../../ui/rows.tsx';
import { FilePlace } from '../file-place.tsx';

const looks = {
  set: { icon: VpnKeyOutlined, tone: 'text.secondary' },
  unset: { icon: RadioButtonUncheckedRounded, tone: 'text.low' },
  placeholder: { icon: CheckCircleOutlineRounded, tone: 'success.main' },
  unresolved: { icon: HelpOutlineRounded, tone: 'warning.main' },
} as const;

/** One secret: what it is called, where it is, and what can be done with it. */
export function SecretRow(props: {
  secret: ConfigSecret;
  chosen: boolean;
  busy: boolean;
  onChoose(): void;
  onMove(): void;
  onBack(): void;
}) {
  const { secret, chosen } = props;
  const { t } = useTranslation();
  const name = secret.path.join(' › ');
  const { icon: Icon, tone } = looks[secret.state];
  const movable = secret.move === 'to-env';
  return (
    <Row sx={{ flexWrap: 'wrap', rowGap: 1, columnGap: 3, pl: { xs: 1, sm: 2 } }}>
      {/* As wide where there is none, so that names stand beneath each other. */}
      <Box sx={{ width: 40, flex: 'none' }}>
        {movable && (
          <Checkbox
            checked={chosen}
            slotProps={{ input: { 'aria-label': t('doctor.secrets.choose', { name }) } }}
            onChange={props.onChoose}
          />
        )}
      </Box>
      <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
        <Typography variant="subtitle2" sx={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <FilePlace file={secret.file} line={secret.line} />
      </Box>
      {/* On a phone what follows stands beneath the name. */}
      <Box
        sx={{
          flex: '1 1 220px',
          minWidth: 0,
          ml: { xs: 13, sm: 0 },
          display: 'flex',
          alignItems: 'start',
          gap: 2,
        }}
      >
        <Icon sx={{ fontSize: 18, color: tone, mt: '1px' }} aria-hidden />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="body2">{t(`doctor.secrets.states.${secret.state}`)}</Typography>
          {secret.variable !== null && (
            <Typography variant="mono" component="p" sx={{ overflowWrap: 'anywhere' }}>
              {secret.variable}
            </Typography>
          )}
          <WhyNot secret={secret} />
        </Box>
      </Box>
      <Box sx={{ width: { sm: 128 }, flex: 'none', ml: { xs: 9, sm: 0 }, textAlign: 'right' }}>
        {movable && (
          <Button size="small" aria-label={t('doctor.secrets.moveWhat', { name })} onClick={props.onMove}>
            {t('doctor.secrets.move')}
          </Button>
        )}
        {secret.move === 'back' && (
          <Button
            size="small"
            disabled={props.busy}
            aria-label={t('doctor.secrets.backWhat', { name })}
            onClick={props.onBack}
          >
            {t('doctor.secrets.back')}
          </Button>
        )}
      </Box>
    </Row>
  );
}

function WhyNot({ secret: { state, move } }: { secret: ConfigSecret }) {
  const { t } = useTranslation();
  const words =
    state === 'unresolved'
      ? t('doctor.secrets.unresolvedWhat')
      : move === 'to-env' || move === 'back' || move === 'nothing'
        ? null
        : t(`doctor.secrets.why.${move}`);
  return words === null ? null : (
    <Typography variant="caption" component="p" color="textSecondary">
      {words}
    </Typography>
  );
}
