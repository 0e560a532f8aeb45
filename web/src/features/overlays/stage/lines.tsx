import { styled } from '@mui/material/styles';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { between } from './geometry/boxes.ts';
import { type Sight, toScreen } from './geometry/sight.ts';
import { safeZone } from './geometry/snap.ts';
import { type GuideLines, withGuide } from './guides.ts';
import { onScreen } from './layer-boxes.tsx';
import type { Felt, Hand } from './use-hand.ts';

const Line = styled('div')(({ theme: { vars } }) => ({
  position: 'absolute',
  pointerEvents: 'none',
  background: vars.palette.info.main,
  '&[data-axis="x"]': { top: 0, bottom: 0, width: 1 },
  '&[data-axis="y"]': { left: 0, right: 0, height: 1 },
  '&[data-kind="overlay"]': { background: vars.palette.success.main },
  '&[data-kind="safe"]': { background: vars.palette.warning.main },
}));

const Guide = styled('div')(({ theme: { vars } }) => ({
  position: 'absolute',
  touchAction: 'none',
  '&::after': { content: '""', position: 'absolute', background: vars.palette.info.main },
  '&[data-axis="x"]': { top: 0, bottom: 0, width: 11, marginLeft: -5, cursor: 'ew-resize' },
  '&[data-axis="x"]::after': { top: 0, bottom: 0, left: 5, width: 1 },
  '&[data-axis="y"]': { left: 0, right: 0, height: 11, marginTop: -5, cursor: 'ns-resize' },
  '&[data-axis="y"]::after': { left: 0, right: 0, top: 5, height: 1 },
  '&:focus-visible': { outline: `2px solid ${vars.palette.focus}` },
}));

const Dashed = styled('div')(({ theme: { vars } }) => ({
  position: 'absolute',
  pointerEvents: 'none',
  outline: `1px dashed ${vars.palette.edge}`,
  '&[data-caught]': { outline: `1px solid ${vars.palette.primary.main}` },
}));

const place = (axis: 'x' | 'y', at: number, sight: Sight) =>
  axis === 'x'
    ? { left: Math.round(toScreen(sight, { x: at, y: 0 }).x) }
    : { top: Math.round(toScreen(sight, { x: 0, y: at }).y) };

/** What shows while something moves: lines it lies on, the safe zone, the frame that catches. */
export function FeltLines({
  felt,
  sight,
  canvas,
}: {
  felt: Felt;
  sight: Sight;
  canvas: { width: number; height: number };
}) {
  return (
    <>
      {felt.kind === 'move' && <Dashed style={onScreen(safeZone(canvas), sight)} />}
      {felt.lines.map(({ axis, at, kind }) => (
        <Line
          key={`${axis}${at}`}
          data-axis={axis}
          data-kind={kind}
          data-testid="snap-line"
          style={place(axis, at, sight)}
        />
      ))}
      {felt.guide && (
        <Line data-axis={felt.guide.axis} style={place(felt.guide.axis, felt.guide.at, sight)} />
      )}
      {felt.caught && (
        <Dashed data-caught style={onScreen(between(felt.caught.from, felt.caught.to), sight)} />
      )}
    </>
  );
}

/** Guides can be pulled, and moved and removed by key. */
export function Guides(props: {
  guides: GuideLines;
  canvas: { width: number; height: number };
  sight: Sight;
  press: Hand['press'];
  onGuides(guides: GuideLines): void;
}) {
  const { t } = useTranslation();
  const { guides, canvas, sight, press, onGuides } = props;
  const onKeyDown = (event: KeyboardEvent, axis: 'x' | 'y', index: number, at: number) => {
    const length = event.shiftKey ? 10 : 1;
    const ways: Record<string, number> =
      axis === 'x' ? { ArrowLeft: -length, ArrowRight: length } : { ArrowUp: -length, ArrowDown: length };
    const by = ways[event.key];
    const to = event.key === 'Delete' || event.key === 'Backspace' ? Number.NEGATIVE_INFINITY : by && at + by;
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const moved = to === Number.NEGATIVE_INFINITY ? -1 : Math.max(0, to);
    // In its own place, or the focus would go to another.
    onGuides(
      moved < 0
        ? withGuide(guides, { axis, index, at: -1 }, canvas)
        : {
            ...guides,
            [axis]: guides[axis].map((one, place) =>
              place === index ? Math.min(moved, axis === 'x' ? canvas.width : canvas.height) : one,
            ),
          },
    );
  };
  return (['x', 'y'] as const).flatMap((axis) =>
    guides[axis].map((at, index) => (
      <Guide
        // biome-ignore lint/suspicious/noArrayIndexKey: a guide that is moved stays the same guide
        key={`${axis}${index}`}
        role="separator"
        tabIndex={0}
        aria-orientation={axis === 'x' ? 'vertical' : 'horizontal'}
        aria-valuenow={at}
        aria-valuemin={0}
        aria-valuemax={axis === 'x' ? canvas.width : canvas.height}
        aria-label={t(`overlays.stage.guide.${axis}`, { at })}
        data-axis={axis}
        style={place(axis, at, sight)}
        onPointerDown={(event) => press(event, { on: 'guide', axis, index })}
        onKeyDown={(event) => onKeyDown(event, axis, index, at)}
      />
    )),
  );
}
