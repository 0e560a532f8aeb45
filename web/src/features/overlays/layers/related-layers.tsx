import Box from '@mui/material/Box';
import { type ReactNode, type SyntheticEvent, useMemo, useRef, useState } from 'react';
import type { Layer } from '../model/layers.ts';
import { arrowHead, gutterOf, lanesOf, type RelationLine, relationLines } from './relation-lines.ts';
import { relationsOf } from './relations.ts';
import { useRowPlaces } from './use-row-places.ts';

/**
 * The list of layers with lines beside it, from what suppresses to what is suppressed, and around what shares a group.
 * The rows say the same in words. Pointing at a row draws only the lines anew.
 */
export function RelatedLayers(props: {
  layers: readonly Layer[];
  selection: readonly string[];
  children: ReactNode;
}) {
  const { layers, selection } = props;
  const around = useRef<HTMLDivElement>(null);
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const places = useRowPlaces(around, layers);
  const relations = useMemo(() => relationsOf(layers), [layers]);
  const lanes = useMemo(
    () =>
      lanesOf(
        relations,
        layers.map(({ mapping }) => mapping),
      ),
    [relations, layers],
  );
  const lines = useMemo(() => relationLines(relations, lanes, places), [relations, lanes, places]);
  const gutter = gutterOf(lanes);
  const meant = (line: RelationLine) =>
    line.between.some((mapping) => mapping === pointedAt || selection.includes(mapping));
  const point = ({ target }: SyntheticEvent) =>
    setPointedAt(
      (target instanceof Element && target.closest<HTMLElement>('[data-mapping]')?.dataset.mapping) || null,
    );
  return (
    <Box
      ref={around}
      onPointerOver={point}
      onPointerLeave={() => setPointedAt(null)}
      onFocus={point}
      onBlur={() => setPointedAt(null)}
      sx={{ position: 'relative', pl: `${gutter}px` }}
    >
      {gutter > 0 && (
        <Box
          component="svg"
          aria-hidden
          data-testid="relations"
          sx={{
            position: 'absolute',
            top: 0,
            // Rows begin a little inside of the list.
            left: (theme) => theme.spacing(1),
            width: gutter,
            height: '100%',
            overflow: 'visible',
            pointerEvents: 'none',
            '& path, & circle': (theme) => ({
              stroke: theme.vars.palette.edge,
              fill: 'none',
              transition: theme.transitions.create('stroke', {
                duration: theme.transitions.duration.shortest,
              }),
            }),
            '& .end': (theme) => ({ fill: theme.vars.palette.edge, stroke: 'none' }),
            '& .meant path': (theme) => ({ stroke: theme.vars.palette.primary.main, strokeWidth: 1.5 }),
            '& .meant .end': (theme) => ({ fill: theme.vars.palette.primary.main, stroke: 'none' }),
          }}
        >
          {/* Half a pixel on lines are sharp. What is meant is drawn last, above the rest. */}
          <g transform="translate(0.5 0.5)">
            {lines
              .toSorted((one, other) => Number(meant(one)) - Number(meant(other)))
              .map((line) => (
                <g key={line.id} data-relation={line.id} className={meant(line) ? 'meant' : ''}>
                  <path d={line.path} strokeDasharray={line.arrow ? undefined : '3 2'} />
                  {line.dot && <circle className="end" cx={line.dot.x} cy={line.dot.y} r={2} />}
                  {line.arrow && <path className="end" d={arrowHead(line.arrow)} />}
                </g>
              ))}
          </g>
        </Box>
      )}
      {props.children}
    </Box>
  );
}
