import { styled } from '@mui/material/styles';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ticks } from './geometry/ruler.ts';
import type { Sight } from './geometry/sight.ts';
import { type GuideLines, withGuide } from './guides.ts';
import type { Hand } from './use-hand.ts';

export const RULER = 20;
const TICK = 4;

/** The numbers are no part of the button's name, so the button lies over them. */
const Ruler = styled('div')(({ theme: { vars, typography } }) => ({
  position: 'absolute',
  overflow: 'hidden',
  background: vars.palette.background.paper,
  color: vars.palette.text.secondary,
  '&[data-axis="y"]': { left: RULER, right: 0, top: 0, height: RULER },
  '&[data-axis="x"]': { top: RULER, bottom: 0, left: 0, width: RULER },
  '& svg': { position: 'absolute', inset: 0, width: '100%', height: '100%' },
  '& text': { ...typography.caption, fontSize: 10, fill: 'currentColor', fontVariantNumeric: 'tabular-nums' },
  '& line': { stroke: vars.palette.edge },
  '& button': {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    padding: 0,
    border: 0,
    background: 'none',
    touchAction: 'none',
  },
  '&[data-axis="y"] button': { cursor: 'ns-resize' },
  '&[data-axis="x"] button': { cursor: 'ew-resize' },
  '& button:focus-visible': { outline: `2px solid ${vars.palette.focus}`, outlineOffset: -2 },
}));

interface Props {
  sight: Sight;
  size: { width: number; height: number };
  canvas: { width: number; height: number };
  guides: GuideLines;
  press: Hand['press'];
  onGuides(guides: GuideLines): void;
}

/** Pixels along the edges. A level guide comes down from the upper one, an upright one out of the left one. */
export const Rulers = memo(function Rulers({ sight, size, canvas, guides, press, onGuides }: Props) {
  const { t } = useTranslation();
  const inTheMiddle = (axis: 'x' | 'y') =>
    onGuides(
      withGuide(guides, { axis, index: null, at: (axis === 'x' ? canvas.width : canvas.height) / 2 }, canvas),
    );
  return (
    <>
      <Ruler data-axis="y">
        <svg aria-hidden="true">
          {ticks(sight.x - RULER, sight.zoom, size.width).map(({ at, on, told }) => (
            <g key={at}>
              <line x1={on} x2={on} y1={told ? 0 : RULER - TICK} y2={RULER} />
              {told && (
                <text x={on + 3} y={10}>
                  {at}
                </text>
              )}
            </g>
          ))}
        </svg>
        <button
          type="button"
          aria-label={t('overlays.stage.ruler.x')}
          onPointerDown={(event) => press(event, { on: 'guide', axis: 'y', index: null })}
          onClick={({ detail }) => detail === 0 && inTheMiddle('y')}
        />
      </Ruler>
      <Ruler data-axis="x">
        <svg aria-hidden="true">
          {ticks(sight.y - RULER, sight.zoom, size.height).map(({ at, on, told }) => (
            <g key={at}>
              <line y1={on} y2={on} x1={told ? 0 : RULER - TICK} x2={RULER} />
              {told && (
                <text x={10} y={on + 3} transform={`rotate(90 10 ${on + 3})`}>
                  {at}
                </text>
              )}
            </g>
          ))}
        </svg>
        <button
          type="button"
          aria-label={t('overlays.stage.ruler.y')}
          onPointerDown={(event) => press(event, { on: 'guide', axis: 'x', index: null })}
          onClick={({ detail }) => detail === 0 && inTheMiddle('x')}
        />
      </Ruler>
    </>
  );
});
