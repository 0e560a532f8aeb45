import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Cursor } from '../use-workbench.ts';

/** The file and the keys that the cursor is below. */
export function KeyPath({ path, cursor }: { path: string; cursor: Cursor | null }) {
  const { t } = useTranslation();
  const steps = [...path.split('/'), ...(cursor?.above ?? [])];
  return (
    <Box
      component="ol"
      aria-label={t('files.editor.path')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flex: 'none',
        minHeight: 28,
        m: 0,
        px: 4,
        listStyle: 'none',
        overflow: 'hidden',
        borderBottom: 1,
        borderColor: 'line',
      }}
    >
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
        <Box component="li" key={index} sx={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
          {index > 0 && <ChevronRightRounded aria-hidden sx={{ fontSize: 14, color: 'text.low', mx: 0.5 }} />}
          <Typography variant="caption" noWrap color="textSecondary">
            {step}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
