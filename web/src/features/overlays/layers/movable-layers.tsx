import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { DropPlace } from './drop-place.ts';
import { useRowDrag } from './use-row-drag.ts';

/** The list of layers whose rows can be carried to another place, with a line where they would come to stand. */
export function MovableLayers(props: {
  onDrop(mapping: string, beside: string, place: DropPlace['place']): void;
  children: ReactNode;
}) {
  const { around, drag, handlers } = useRowDrag((mapping, { beside, place }) =>
    props.onDrop(mapping, beside, place),
  );
  return (
    <Box
      ref={around}
      {...handlers}
      sx={{
        position: 'relative',
        ...(drag && {
          userSelect: 'none',
          '&, & *': { cursor: 'grabbing !important' },
          [`& li:nth-of-type(${drag.row + 1})`]: { opacity: 0.45 },
        }),
      }}
    >
      {props.children}
      {drag?.drop && (
        <Box
          aria-hidden
          data-testid="drop-line"
          style={{ top: drag.drop.y - 1 }}
          sx={{
            position: 'absolute',
            insetInline: (theme) => theme.spacing(2),
            height: 2,
            borderRadius: 1,
            bgcolor: 'primary.main',
            pointerEvents: 'none',
          }}
        />
      )}
    </Box>
  );
}
