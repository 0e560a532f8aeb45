import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type Sight, toScreen } from './geometry/sight.ts';
import { RULER } from './rulers.tsx';
import type { Hand } from './use-hand.ts';

/** What is compared with: the saved file, or where nothing is unsaved the poster alone. */
export type BeforeIs = 'saved' | 'bare';

const Edge = styled('div')(({ theme: { vars } }) => ({
  position: 'absolute',
  width: 34,
  marginLeft: -17,
  '@media (pointer: coarse)': { width: 44, marginLeft: -22 },
  cursor: 'ew-resize',
  touchAction: 'none',
  '&::after': {
    content: '""',
    position: 'absolute',
    top: 0,
    bottom: 0,
    left: 'calc(50% - 1px)',
    width: 2,
    background: vars.palette.primary.main,
  },
}));

const LINE = 22;

/** Where before ends and now begins: pulled on the stage, or moved by key. Each side says what it is. */
export function Wipe(props: {
  part: number;
  onPart(part: number): void;
  before: BeforeIs;
  canvas: { width: number; height: number };
  sight: Sight;
  press: Hand['press'];
}) {
  const { t } = useTranslation();
  const { part, onPart, before, canvas, sight, press } = props;
  const corner = toScreen(sight, { x: 0, y: 0 });
  const width = canvas.width * sight.zoom;
  return (
    <>
      <Edge
        style={{ left: corner.x + width * part, top: corner.y, height: canvas.height * sight.zoom }}
        onPointerDown={(event) => press(event, { on: 'wipe' })}
      />
      {/* Above the poster, and at the upper edge of what is seen of it where that is not in sight. */}
      <Box
        sx={{
          position: 'absolute',
          top: RULER,
          left: RULER,
          right: 0,
          bottom: 0,
          overflow: 'hidden',
          pointerEvents: 'none',
        }}
      >
        <Box
          sx={{ position: 'absolute', display: 'flex', justifyContent: 'space-between', gap: 2 }}
          style={{
            left: `max(4px, ${corner.x - RULER}px)`,
            right: `max(4px, calc(100% - ${corner.x - RULER + width}px))`,
            top: Math.max(2, corner.y - RULER - LINE),
          }}
        >
          <Caption words={t(`overlays.stage.before.${before}`)} />
          <Caption words={t('overlays.stage.now')} />
        </Box>
      </Box>
      <Box
        component="input"
        type="range"
        min={0}
        max={100}
        value={Math.round(part * 100)}
        aria-label={t(`overlays.stage.wipeAt.${before}`)}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onPart(Number(event.target.value) / 100)}
        onPointerDown={(event: React.PointerEvent) => event.stopPropagation()}
        sx={{
          position: 'absolute',
          left: 28,
          right: 8,
          bottom: 4,
          height: 32,
          m: 0,
          accentColor: (theme) => theme.vars.palette.primary.main,
          '@media (pointer: coarse)': { height: 44 },
        }}
      />
    </>
  );
}

function Caption({ words }: { words: string }) {
  return (
    <Typography
      variant="caption"
      noWrap
      sx={{
        bgcolor: 'background.paper',
        color: 'text.secondary',
        borderRadius: 1,
        px: 2,
        lineHeight: `${LINE - 4}px`,
      }}
    >
      {words}
    </Typography>
  );
}
