import Box from '@mui/material/Box';
import { keyframes, styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

export type Lights = 'on' | 'running' | 'off';

const run = keyframes({ '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.18 } });
const ROUND_MS = 1600;

const Frame = styled('svg')(({ theme }) => ({
  position: 'absolute',
  inset: 0,
  width: '100%',
  height: '100%',
  overflow: 'visible',
  '& .rim': { fill: 'none', stroke: theme.vars.palette.line, strokeWidth: 1 },
  '& .bulb': { fill: theme.vars.palette.primary.main },
  '& .glow': { fill: theme.vars.palette.primary.main, opacity: 0.13 },
  '&[data-lights="off"] .bulb': { fill: theme.vars.palette.line },
  '&[data-lights="off"] .glow': { opacity: 0 },
  '&[data-lights="running"] g': { animation: `${run} ${ROUND_MS}ms linear infinite` },
}));

const WIDTH = 480;
const HEIGHT = 148;
const INSET = 14;
const range = (from: number, to: number, count: number) =>
  Array.from({ length: count }, (_, place) => from + ((to - from) * place) / (count - 1));

const across = range(INSET, WIDTH - INSET, 23);
const down = range(INSET, HEIGHT - INSET, 7).slice(1, -1);
/** Clockwise from the upper left. */
const bulbs: readonly (readonly [number, number])[] = [
  ...across.map((x) => [x, INSET] as const),
  ...down.map((y) => [WIDTH - INSET, y] as const),
  ...across.toReversed().map((x) => [x, HEIGHT - INSET] as const),
  ...down.toReversed().map((y) => [INSET, y] as const),
];
const WAVES = 4;

/** The sign over the door. Its bulbs are lit, run round while Marquee is working, or are out when it is gone. */
export function BulbBoard({ lights, children }: { lights: Lights; children: ReactNode }) {
  return (
    <Box sx={{ position: 'relative', width: '100%', aspectRatio: `${WIDTH} / ${HEIGHT}` }}>
      <Frame viewBox={`0 0 ${WIDTH} ${HEIGHT}`} data-lights={lights} aria-hidden="true">
        <rect className="rim" x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} rx="14" />
        <rect
          className="rim"
          x={INSET * 2 - 0.5}
          y={INSET * 2 - 0.5}
          width={WIDTH - 4 * INSET + 1}
          height={HEIGHT - 4 * INSET + 1}
          rx="6"
        />
        {bulbs.map(([x, y], place) => (
          <g
            key={`${x} ${y}`}
            style={{ animationDelay: `${-ROUND_MS * (1 - (((place * WAVES) / bulbs.length) % 1))}ms` }}
          >
            <circle className="glow" cx={x} cy={y} r={8} />
            <circle className="bulb" cx={x} cy={y} r={3} />
          </g>
        ))}
      </Frame>
      <Box sx={{ position: 'absolute', inset: '19% 6%', display: 'grid', placeItems: 'center' }}>
        {children}
      </Box>
    </Box>
  );
}
