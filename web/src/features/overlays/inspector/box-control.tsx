import type { OverlayProblem } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { FieldProblem } from './attribute-row.tsx';
import { NumberControl } from './number-control.tsx';
import type { LiveNumber } from './use-live-number.ts';

type Side = 'back_line_width' | 'back_padding' | 'back_width' | 'back_height' | 'back_radius';

/** The back box as it is built: line, padding, and what it holds, each with its number in its place. */
export function BoxControl(props: {
  values: Readonly<Record<Side, number | null>>;
  defaults: Readonly<Record<Side, string>>;
  live: Readonly<Partial<Record<Side, LiveNumber>>>;
  problems: readonly OverlayProblem[];
  onChange(side: Side, value: number | null): void;
}) {
  const { t } = useTranslation();
  const field = (side: Side, width: number) => (
    <Box sx={{ width }}>
      <NumberControl
        label={side}
        least={0}
        value={props.values[side]}
        live={props.live[side]}
        placeholder={props.defaults[side]}
        onChange={(value) => props.onChange(side, value)}
      />
    </Box>
  );
  const caption = (words: string) => (
    <Typography variant="caption" sx={{ color: 'text.low' }}>
      {words}
    </Typography>
  );
  return (
    <Box
      sx={{
        border: 2,
        borderColor: 'edge',
        borderRadius: 2,
        p: 2,
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2 }}>
        {caption(t('overlays.inspector.box.line'))}
        {field('back_line_width', 64)}
        {caption(t('overlays.inspector.box.radius'))}
        {field('back_radius', 64)}
      </Box>
      <Box sx={{ border: '1px dashed', borderColor: 'edge', borderRadius: 1, p: 2, bgcolor: 'raised' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
          {caption(t('overlays.inspector.box.padding'))}
          {field('back_padding', 72)}
        </Box>
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            justifyContent: 'center',
            gap: 2,
            p: 2,
            border: 1,
            borderColor: 'line',
            borderRadius: 1,
            bgcolor: 'background.paper',
          }}
        >
          {field('back_width', 84)}
          {caption('×')}
          {field('back_height', 84)}
        </Box>
      </Box>
      {props.problems.map((problem) => (
        <FieldProblem key={`${problem.code} ${problem.line}`} problem={problem} />
      ))}
    </Box>
  );
}
