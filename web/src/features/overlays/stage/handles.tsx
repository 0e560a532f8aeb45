import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { Piece } from './geometry/piece.ts';
import { type Handle, handlesOf } from './geometry/resize.ts';
import { type Sight, toScreen } from './geometry/sight.ts';
import type { Hand } from './use-hand.ts';

const SIZE = 10;
/** A finger needs more room than an eye. */
const ROOM = 32;

const Grip = styled('div')(({ theme: { vars } }) => ({
  position: 'absolute',
  width: ROOM,
  height: ROOM,
  margin: -ROOM / 2,
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

/** Places to pull at, for mouse and finger; by keyboard the same attributes are in the inspector. */
export function Handles({ piece, sight, press }: { piece: Piece; sight: Sight; press: Hand['press'] }) {
  const { t } = useTranslation();
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
