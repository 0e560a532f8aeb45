import type { blockTemplateRoutes, ReplyOf } from '@marquee/contracts';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { DiffView } from '../overlays/save/diff-view.tsx';

type Preview = ReplyOf<typeof blockTemplateRoutes.preview>;

/** What is written, and where. */
export function WrittenPreview({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    <Stack sx={{ gap: 4 }}>
      {preview.changes.map(({ path, before, after }, place) => (
        <Stack key={path} sx={{ gap: 1.5 }}>
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {before === null
              ? t('templates.use.fresh', { path })
              : place > 0
                ? t('templates.use.alsoInto', { path })
                : t('templates.use.into', { path, line: preview.line })}
          </Typography>
          <DiffView before={before ?? ''} after={after} label={t('templates.use.change', { path })} />
        </Stack>
      ))}
    </Stack>
  );
}
