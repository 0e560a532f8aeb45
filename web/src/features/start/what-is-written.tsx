import type { ConfigStart } from '@marquee/contracts';
import { newConfig } from '@marquee/kometa';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MarkedText } from '../../ui/marked-text.tsx';
import { filled, type StartDraft } from './start-wish.ts';

/** The config.yml as it would be: the server writes it with the same function. */
export function WhatIsWritten({
  server,
  draft,
}: {
  server: ConfigStart['servers'][number];
  draft: StartDraft;
}) {
  const { t } = useTranslation();
  const text = useMemo(() => {
    const plexUrl = (draft.plex === 'own' ? server.url : draft.url.trim()) || 'http://192.168.1.10:32400';
    const libraries = filled(draft).flatMap(([id, files]) => {
      const library = server.libraries.find((one) => one.id === id);
      return library ? [{ name: library.title, ...files }] : [];
    });
    return newConfig({ plexUrl, libraries });
  }, [server, draft]);
  return (
    <section aria-labelledby="written-title">
      <Typography id="written-title" variant="h3" component="h2">
        {t('start.preview')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1, mb: 3 }}>
        <MarkedText text={t('start.previewWhat')} />
      </Typography>
      <Card>
        <Box
          // What scrolls must be reached by keyboard.
          tabIndex={0}
          role="region"
          aria-label="config.yml"
          sx={{ maxHeight: { xs: 360, lg: 'calc(100dvh - 320px)' }, minHeight: 160, overflow: 'auto', p: 4 }}
        >
          <Typography component="pre" variant="mono" sx={{ m: 0, whiteSpace: 'pre-wrap' }}>
            {text}
          </Typography>
        </Box>
      </Card>
    </section>
  );
}
