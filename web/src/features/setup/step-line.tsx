import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { motion } from '../../theme/tokens.ts';
import { type Step, steps } from './steps.ts';

/** How far the set-up is: a light for each step that is done or under way. */
export function StepLine({ now }: { now: Step }) {
  const { t } = useTranslation();
  const place = steps.indexOf(now);
  return (
    <Box
      component="ol"
      aria-label={t('setup.place')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        mb: 8,
        display: 'grid',
        gridTemplateColumns: 'repeat(4, 1fr)',
        gap: 2,
      }}
    >
      {steps.map((step, index) => (
        <Box component="li" key={step} aria-current={step === now ? 'step' : undefined}>
          <Box
            aria-hidden
            sx={{
              height: 4,
              borderRadius: 1,
              mb: 2,
              bgcolor: index <= place ? 'primary.main' : 'line',
              transition: `background-color ${motion.place}ms ${motion.easing}`,
            }}
          />
          <Typography variant="body2" color={step === now ? 'textPrimary' : 'textSecondary'}>
            {t(`setup.steps.${step}`)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
