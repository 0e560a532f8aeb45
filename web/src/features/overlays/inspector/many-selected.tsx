import type { OverlayEntry } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useEditorContext } from '../editor/use-editor.ts';

/** Several layers: what can be said of all at once. */
export function ManySelected({ entries }: { entries: readonly OverlayEntry[] }) {
  const { t } = useTranslation();
  const { edit } = useEditorContext();
  const mappings = entries.map(({ mapping }) => mapping);
  // The first of them lies in front of the rest: it gets the highest weight.
  const asGroup = (group: string) =>
    edit(
      t('overlays.steps.group', { group }),
      mappings.flatMap((mapping, place) => [
        { kind: 'set' as const, mapping, attribute: 'group', value: group },
        { kind: 'set' as const, mapping, attribute: 'weight', value: (mappings.length - place) * 10 },
      ]),
    );
  return (
    <Box sx={{ p: 4 }}>
      <Typography variant="h3" component="h2">
        {t('overlays.layersCount', { count: entries.length })}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
        {t('overlays.inspector.many')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
        <Button variant="outlined" onClick={() => asGroup(mappings[0] ?? 'group')}>
          {t('overlays.inspector.makeGroup')}
        </Button>
      </Box>
    </Box>
  );
}
