import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type Sight, toScreen } from './geometry/sight.ts';
import type { Hand } from './use-hand.ts';

const Edge = styled('div')(({ theme: { vars } }) => ({
  position: 'absolute',
  width: 33,
  marginLeft: -16,
  cursor: 'ew-resize',
  touchAction: 'none',
  '&::after': {
    content: '""',
    position: 'absolute',
    top: 0,
    bottom: 0,
    left: 16,
    width: 2,
    background: vars.palette.primary.main,
  },
}));

/** Where before ends and now begins: pulled on the stage, or moved by key. */
export function Wipe(props: {
  part: number;
  onPart(part: number): void;
  canvas: { width: number; height: number };
  sight: Sight;
  press: Hand['press'];
}) {
  const { t } = useTranslation();
  const { part, onPart, canvas, sight, press } = props;
  const corner = toScreen(sight, { x: 0, y: 0 });
  const width = canvas.width * sight.zoom;
  return (
    <>
      <Edge
        style={{ left: corner.x + width * part, top: corner.y, height: canvas.height * sight.zoom }}
        onPointerDown={(event) => press(event, { on: 'wipe' })}
      />
      <Box
        sx={{
          position: 'absolute',
          left: 28,
          right: 8,
          bottom: 8,
          display: 'flex',
          alignItems: 'center',
          gap: 3,
        }}
        onPointerDown={(event) => event.stopPropagation()}
      >
        <Tag words={t('overlays.stage.before')} />
        <Box
          component="input"
          type="range"
          min={0}
          max={100}
          value={Math.round(part * 100)}
          aria-label={t('overlays.stage.wipeAt')}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onPart(Number(event.target.value) / 100)}
          sx={{ flex: 1, minWidth: 0, accentColor: (theme) => theme.vars.palette.primary.main }}
        />
        <Tag words={t('overlays.stage.after')} />
      </Box>
    </>
  );
}

function Tag({ words }: { words: string }) {
  return (
    <Typography
      variant="caption"
      sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'line', borderRadius: 1, px: 2 }}
    >
      {words}
    </Typography>
  );
}
