import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Point } from './geometry/boxes.ts';

/** One pixel as the engine drew it. */
export function PixelReadout({ at, colour }: { at: Point; colour: string }) {
  const { t } = useTranslation();
  return (
    <Box
      sx={{
        position: 'absolute',
        right: 8,
        top: 28,
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 2,
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'line',
        borderRadius: 1,
        pointerEvents: 'none',
      }}
    >
      <Box
        aria-hidden="true"
        sx={{ width: 14, height: 14, border: 1, borderColor: 'edge' }}
        style={{ background: colour }}
      />
      <Typography variant="mono" data-testid="pixel">
        {t('overlays.stage.pixelAt', { x: Math.floor(at.x), y: Math.floor(at.y), colour })}
      </Typography>
    </Box>
  );
}
