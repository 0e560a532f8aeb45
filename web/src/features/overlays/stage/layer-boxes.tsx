import type { Box } from '@marquee/contracts';
import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { covers } from './geometry/drag.ts';
import type { Piece } from './geometry/piece.ts';
import { type Sight, toScreen } from './geometry/sight.ts';
import { layerWords } from './place-words.ts';
import type { Hand } from './use-hand.ts';

/** The frame of one overlay: a button, so that keyboards and screen readers reach it. */
const Frame = styled('button')(({ theme: { vars } }) => ({
  position: 'absolute',
  padding: 0,
  border: 0,
  background: 'none',
  cursor: 'move',
  outline: '1px solid transparent',
  '&:hover': { outlineColor: vars.palette.edge },
  '&[aria-pressed="true"]': { outline: `2px solid ${vars.palette.primary.main}` },
  '&[data-fixed]': { cursor: 'default' },
  // What covers the poster would take every press; it is selected by key or in the layers panel.
  '&[data-through]': { pointerEvents: 'none' },
  '&:focus-visible': { outline: `2px solid ${vars.palette.focus}`, outlineOffset: 2 },
}));

/** Text and picture inside of the back box, as they lie. */
const Inner = styled('span')(({ theme: { vars } }) => ({
  position: 'absolute',
  pointerEvents: 'none',
  outline: `1px dashed ${vars.palette.primary.main}`,
}));

interface Props {
  pieces: readonly Piece[];
  selection: readonly string[];
  canvas: { width: number; height: number };
  sight: Sight;
  press: Hand['press'];
  onSelect(keys: readonly string[], how: 'replace' | 'toggle'): void;
}

export function LayerBoxes({ pieces, selection, canvas, sight, press, onSelect }: Props) {
  const { t } = useTranslation();
  return pieces.map((piece) => {
    const selected = selection.includes(piece.key);
    return (
      <Frame
        key={piece.key}
        type="button"
        aria-label={layerWords(piece, t)}
        aria-pressed={selected}
        data-overlay={piece.key}
        data-fixed={piece.fixed ?? undefined}
        data-through={covers(piece.grip, canvas) || undefined}
        style={onScreen(piece.grip, sight)}
        onPointerDown={(event) => press(event, { on: 'piece', piece })}
        onClick={(event) => {
          // A press of the mouse has selected already; a key has not.
          if (event.detail === 0) onSelect([piece.key], event.shiftKey ? 'toggle' : 'replace');
        }}
      >
        {selected &&
          isLarge(piece, sight) &&
          partsOf(piece).map(({ name, box }) => (
            <Inner
              key={name}
              style={onScreen(
                { ...box, x: box.x - piece.grip.x, y: box.y - piece.grip.y },
                { ...sight, x: 0, y: 0 },
              )}
            />
          ))}
      </Frame>
    );
  });
}

/** Frames within the frame of what is seen small would hide what they frame. */
const LEAST_SEEN = 48;
function isLarge({ grip: { width, height } }: Piece, { zoom }: Sight): boolean {
  return Math.min(width, height) * zoom >= LEAST_SEEN;
}

function partsOf({ account: { back, content, addon } }: Piece): { name: string; box: Box }[] {
  if (back === null && addon === null) return [];
  return [
    ...(content === null ? [] : [{ name: 'content', box: content }]),
    ...(addon === null ? [] : [{ name: 'addon', box: addon }]),
  ];
}

export function onScreen({ x, y, width, height }: Box, sight: Sight) {
  const corner = toScreen(sight, { x, y });
  return { left: corner.x, top: corner.y, width: width * sight.zoom, height: height * sight.zoom };
}

/** The picture is drawn once and scaled by the compositor: painting it anew at each move would cost the frame. */
export function asPicture(canvas: { width: number; height: number }, { zoom, x, y }: Sight) {
  return {
    ...({ position: 'absolute', left: 0, top: 0, width: canvas.width, height: canvas.height } as const),
    ...{ transformOrigin: '0 0', willChange: 'transform' },
    transform: `translate(${Math.round(x)}px, ${Math.round(y)}px) scale(${zoom})`,
  };
}
