import { styled } from '@mui/material/styles';

const Drawing = styled('svg')(({ theme }) => ({
  display: 'block',
  width: 168,
  height: 72,
  overflow: 'visible',
  '& .frame': { fill: 'none', stroke: theme.vars.palette.line, strokeWidth: 1.5 },
  '& .off': { fill: theme.vars.palette.line },
  '& .on': { fill: theme.vars.palette.primary.main },
  '& .glow': { fill: theme.vars.palette.primary.main, opacity: 0.14 },
}));

const across = Array.from({ length: 9 }, (_, place) => 12 + place * 18);

/** An empty marquee: two rows of bulbs of which a few are lit. Drawn for states in which there is nothing to show. */
export function Bulbs({ lit = [2, 3, 7] }: { lit?: readonly number[] }) {
  const bulb = (x: number, y: number, index: number) => (
    <g key={`${x}-${y}`}>
      {lit.includes(index) && <circle className="glow" cx={x} cy={y} r={7} />}
      <circle className={lit.includes(index) ? 'on' : 'off'} cx={x} cy={y} r={3} />
    </g>
  );
  return (
    <Drawing viewBox="0 0 168 72" aria-hidden="true">
      <rect className="frame" x="1" y="1" width="166" height="70" rx="10" />
      {across.map((x, place) => bulb(x, 12, place))}
      {across.map((x, place) => bulb(x, 60, 16 - place))}
    </Drawing>
  );
}
