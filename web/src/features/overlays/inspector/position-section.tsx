import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { AlignControl } from './align-control.tsx';
import type { Scalar, SectionProps } from './section.ts';

/** Where on the poster, from which edges. Offsets that Kometa would refuse at the new edge are turned over. */
export function PositionSection({ definition, value, set }: SectionProps) {
  const { t } = useTranslation();
  if (definition.queue) {
    return (
      <Typography variant="body2" color="textSecondary" sx={{ px: 4 }}>
        {t('overlays.inspector.queued')}
      </Typography>
    );
  }
  return (
    <Box sx={{ px: 4, pb: 1 }}>
      <AlignControl
        horizontal={definition.horizontalAlign}
        vertical={definition.verticalAlign}
        onChange={(horizontal, vertical) =>
          set({
            horizontal_align: horizontal,
            vertical_align: vertical,
            horizontal_offset: offsetAt(horizontal, value('horizontal_offset')),
            vertical_offset: offsetAt(vertical, value('vertical_offset')),
          })
        }
      />
    </Box>
  );
}

/** In the middle an overlay is centred; at an edge it may not be pushed out. */
function offsetAt(align: string, offset: Scalar): string | number {
  if (align === 'center' || offset === null) return 0;
  if (typeof offset === 'number') return Math.abs(offset);
  return offset.replace(/^\s*-/, '');
}
