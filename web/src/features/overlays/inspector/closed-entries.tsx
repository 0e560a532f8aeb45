import type { OverlayEntry } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useEditorContext } from '../editor/use-editor.ts';

/** A definition made by a template call: its variables, to be changed in the text. */
export function TemplateEntry({ entry, onOpen }: { entry: OverlayEntry; onOpen(): void }) {
  const { t } = useTranslation();
  const variables = Object.entries(entry.template?.variables ?? {});
  return (
    <Box sx={{ p: 4 }}>
      <Typography>
        {t('overlays.inspector.byTemplate', { names: entry.template?.names.join(', ') ?? '' })}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
        {t('overlays.inspector.byTemplateWhat')}
      </Typography>
      <Box
        component="dl"
        sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: 4, rowGap: 1, my: 4 }}
      >
        {variables.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="mono" sx={{ color: 'text.low' }}>
              {name}
            </Typography>
            <Typography component="dd" variant="mono" sx={{ m: 0 }}>
              {typeof value === 'string' ? value : JSON.stringify(value)}
            </Typography>
          </Box>
        ))}
      </Box>
      <Button variant="outlined" onClick={onOpen}>
        {t('overlays.inspector.openText')}
      </Button>
    </Box>
  );
}

/** A definition that Kometa would refuse: why, and where to mend it. */
export function RefusedEntry({ entry, onOpen }: { entry: OverlayEntry; onOpen(line: number): void }) {
  const { t } = useTranslation();
  const { problems } = useEditorContext();
  const own = problems.filter(({ mapping }) => mapping === entry.mapping);
  return (
    <Box sx={{ p: 4 }}>
      <Typography>{t('overlays.inspector.refused')}</Typography>
      <Box component="ul" sx={{ pl: 5, my: 3 }}>
        {own.map((problem) => (
          <Box component="li" key={`${problem.code} ${problem.line} ${problem.column}`} sx={{ mb: 2 }}>
            <Typography variant="body2">{problem.message}</Typography>
            <Typography variant="body2" color="textSecondary">
              {problem.mend}
            </Typography>
          </Box>
        ))}
      </Box>
      <Button variant="outlined" onClick={() => onOpen(own[0]?.line ?? entry.line)}>
        {t('overlays.inspector.openText')}
      </Button>
    </Box>
  );
}
