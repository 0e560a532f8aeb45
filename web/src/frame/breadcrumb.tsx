import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { type Step, usePlaceSteps } from './place.tsx';

/** Every step on a wide screen; on a phone only the one above and the page itself. */
export function Breadcrumb({ wide }: { wide: boolean }) {
  const { t } = useTranslation();
  const steps = usePlaceSteps();
  const shown = wide ? steps : steps.slice(-2);
  return (
    <Box component="nav" aria-label={t('frame.breadcrumb')} sx={{ minWidth: 0, flex: 1 }}>
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}
      >
        {shown.map((step, place) => (
          <Crumb
            key={`${step.to}${step.label}`}
            step={step}
            last={place === shown.length - 1}
            first={place === 0}
          />
        ))}
      </Box>
    </Box>
  );
}

function Crumb({ step, first, last }: { step: Step; first: boolean; last: boolean }) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        minWidth: last ? '4ch' : 0,
        flexShrink: last ? 1 : 3,
      }}
    >
      {!first && (
        <ChevronRightRounded fontSize="small" sx={{ color: 'text.low', flex: 'none' }} aria-hidden />
      )}
      {step.to && !last ? (
        <Link component={RouterLink} to={step.to} noWrap color="textSecondary" sx={{ py: 1 }}>
          {step.label}
        </Link>
      ) : (
        <Typography noWrap variant="subtitle2" aria-current={last ? 'page' : undefined}>
          {step.label}
        </Typography>
      )}
    </Box>
  );
}
