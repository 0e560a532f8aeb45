import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslation } from 'react-i18next';
import type { Piece } from './geometry/piece.ts';
import { type Handle, handlesOf } from './geometry/resize.ts';
import { type Sight, toScreen } from './geometry/sight.ts';
import type { Hand } from './use-hand.ts';

const SIZE = 10;
/** Around a handle, for what points at it. */
const ROOM = { mouse: 16, finger: 32 };
/** An overlay that is seen smaller than so many rooms would be all handles, with no place left to move it by. */
const LEAST_ROOMS = 1.5;

const Grip = styled('div')(({ theme: { vars } }) => ({
  position: 'absolute',
  width: ROOM.mouse,
  height: ROOM.mouse,
  margin: -ROOM.mouse / 2,
  '@media (pointer: coarse)': { width: ROOM.finger, height: ROOM.finger, margin: -ROOM.finger / 2 },
  display: 'grid',
  placeItems: 'center',
  touchAction: 'none',
  '&::after': {
    content: '""',
    width: SIZE,
    height: SIZE,
    borderRadius: 2,
    background: vars.palette.primary.main,
    border: `1px solid ${vars.palette.primary.contrastText}`,
  },
  '&[data-edge="left"], &[data-edge="right"]': { cursor: 'ew-resize' },
  '&[data-edge="top"], &[data-edge="bottom"]': { cursor: 'ns-resize' },
  '&[data-edge="corner"]': { cursor: 'nwse-resize' },
  '&[data-kind="font"]::after': { borderRadius: '50%' },
}));

/** Places to pull at, for mouse and finger; by keyboard, and where they are too close, there is the inspector. */
export function Handles({ piece, sight, press }: { piece: Piece; sight: Sight; press: Hand['press'] }) {
  const { t } = useTranslation();
  const room = useMediaQuery('(pointer: coarse)', { noSsr: true }) ? ROOM.finger : ROOM.mouse;
  const { width, height } = piece.grip;
  if (Math.min(width, height) * sight.zoom < LEAST_ROOMS * room) return null;
  const words = (handle: Handle) =>
    handle.kind === 'back'
      ? t(`overlays.stage.handle.back.${handle.edge}`)
      : t(`overlays.stage.handle.${handle.kind}`);
  return handlesOf(piece).map((handle) => {
    const { x, y } = toScreen(sight, handle.at);
    return (
      <Grip
        key={`${handle.kind} ${handle.edge}`}
        title={words(handle)}
        data-kind={handle.kind}
        data-edge={handle.edge}
        style={{ left: x, top: y }}
        onPointerDown={(event) => press(event, { on: 'handle', piece, handle })}
      />
    );
  });
}
