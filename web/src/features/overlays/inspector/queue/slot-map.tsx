import type { OverlaySlot } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { slotPoint } from '../../model/queues.ts';

const WIDE = 64;

/** Where the places are on the poster, in small; the one that the overlay has is lit. */
export function SlotMap(props: {
  slots: readonly OverlaySlot[];
  here: number | null;
  canvas: { width: number; height: number };
}) {
  const { width, height } = props.canvas;
  const dot = width / 22;
  return (
    <Box
      component="svg"
      aria-hidden
      viewBox={`0 0 ${width} ${height}`}
      sx={{
        width: WIDE,
        flex: 'none',
        aspectRatio: `${width} / ${height}`,
        borderRadius: '4px',
        bgcolor: 'raised',
        outline: 1,
        outlineColor: 'line',
        overflow: 'hidden',
        '& circle': { fill: (theme) => theme.vars.palette.edge },
        '& .here': { fill: (theme) => theme.vars.palette.primary.main },
      }}
    >
      {props.slots.map((slot, index) => {
        const { x, y } = slotPoint(slot, props.canvas);
        const inside = (at: number, whole: number) => Math.min(whole - 1.5 * dot, Math.max(1.5 * dot, at));
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: places have no names, and two may be in one spot
            key={index}
            className={index === props.here ? 'here' : ''}
            cx={inside(x, width)}
            cy={y}
            r={index === props.here ? 1.4 * dot : dot}
          />
        );
      })}
    </Box>
  );
}
