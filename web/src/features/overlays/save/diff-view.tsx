import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DiffLine, diffLines } from '../model/line-diff.ts';

/** What changes, line by line: what goes, what comes, a little of what stays. */
export function DiffView({ before, after, label }: { before: string; after: string; label: string }) {
  const { t } = useTranslation();
  const lines = useMemo(() => diffLines(before, after), [before, after]);
  if (before === after) return <Typography color="textSecondary">{t('overlays.save.same')}</Typography>;
  return (
    <Box
      role="region"
      aria-label={label}
      // What scrolls must be reached by keyboard.
      tabIndex={0}
      sx={{
        overflow: 'auto',
        maxHeight: 320,
        borderRadius: 1,
        border: 1,
        borderColor: 'line',
        bgcolor: 'background.default',
        py: 2,
      }}
    >
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%' }}>
        <tbody>
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one diff never change places.
            <Line key={place} line={line} />
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

const marks = { same: ' ', added: '+', removed: '−' } as const;
const tones = { same: 'transparent', added: 'success.main', removed: 'error.main' } as const;
const grounds = { same: 'transparent', added: tinted('success'), removed: tinted('error') } as const;
function tinted(tone: 'success' | 'error') {
  return ({ vars }: Theme) => `color-mix(in srgb, ${vars.palette[tone].main} 14%, transparent)`;
}

function Line({ line }: { line: DiffLine }) {
  const { t } = useTranslation();
  if (line.kind === 'folded') {
    return (
      <tr>
        <Typography component="td" colSpan={3} variant="caption" sx={{ color: 'text.low', px: 3, py: 1 }}>
          {t('overlays.save.folded', { count: line.lines })}
        </Typography>
      </tr>
    );
  }
  const number = line.kind === 'removed' ? line.before : line.after;
  const cell = { px: 2, py: 0, whiteSpace: 'pre', verticalAlign: 'top' } as const;
  return (
    <tr data-diff={line.kind}>
      <Typography
        component="td"
        variant="mono"
        sx={{ ...cell, color: 'text.low', textAlign: 'right', width: '1px' }}
      >
        {number}
      </Typography>
      <Typography
        component="td"
        variant="mono"
        sx={{
          ...cell,
          width: '1px',
          color: tones[line.kind],
          backgroundColor: grounds[line.kind],
          boxShadow: line.kind === 'same' ? 'none' : 'inset 2px 0 currentColor',
        }}
      >
        {marks[line.kind]}
        {line.kind !== 'same' && <span style={visuallyHidden}>{t(`overlays.save.${line.kind}`)}</span>}
      </Typography>
      <Typography
        component="td"
        variant="mono"
        sx={{
          ...cell,
          color: line.kind === 'same' ? 'text.secondary' : 'text.primary',
          backgroundColor: grounds[line.kind],
        }}
      >
        {line.text}
      </Typography>
    </tr>
  );
}

const visuallyHidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;
