import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { offsetAt } from './align-change.ts';
import { AlignControl } from './align-control.tsx';
import type { SectionProps } from './section.ts';

/** Where on the poster, from which edges. Offsets that Kometa would refuse at the new edge are turned over. */
export function PositionSection({ definition, written, value, set }: SectionProps) {
  if (definition.queue) return <QueuedPosition written={written} set={set} />;
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

const own = ['horizontal_align', 'vertical_align', 'horizontal_offset', 'vertical_offset'];

/** A place of its own goes before that of its queue. */
function QueuedPosition({ written, set }: Pick<SectionProps, 'written' | 'set'>) {
  const { t } = useTranslation();
  const said = own.filter((name) => written[name] !== undefined);
  return (
    <Box sx={{ px: 4, pb: 1 }}>
      <Typography variant="body2" color="textSecondary">
        {said.length === 0 ? t('overlays.inspector.queued') : t('overlays.inspector.queue.ownPlace')}
      </Typography>
      {said.length > 0 && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => set(Object.fromEntries(said.map((name) => [name, null])))}
          sx={{ mt: 2 }}
        >
          {t('overlays.inspector.queue.letPlace')}
        </Button>
      )}
    </Box>
  );
}
