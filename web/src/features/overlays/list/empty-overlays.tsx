import type { OverlayTemplate } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { skipToken } from '@reduxjs/toolkit/query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFewQuery, useLibrariesQuery } from '../../../api/libraries.ts';
import { useOverlayTemplatesQuery } from '../../../api/overlays.ts';
import { Notice } from '../../../ui/notice.tsx';
import { asFile } from '../add/starts.ts';
import { aspectOf } from '../items/aspect.ts';
import { RenderedPicture } from '../items/rendered-picture.tsx';
import { NewFile } from './new-file.tsx';

const FEW = 8;

/** No files yet: what they are, one action, and a few templates to begin with. */
export function EmptyOverlays({ mayEdit, onNew }: { mayEdit: boolean; onNew(): void }) {
  const { t } = useTranslation();
  const { data: templates = [] } = useOverlayTemplatesQuery();
  const { data: libraries } = useLibrariesQuery();
  const films = libraries?.find(({ kind }) => kind === 'movie');
  const { data: few } = useFewQuery(
    films ? { libraryIds: [films.id], sort: '-rating', limit: 1 } : skipToken,
  );
  const itemId = few?.[0]?.id ?? null;
  const [begun, setBegun] = useState<OverlayTemplate | null>(null);
  return (
    <>
      <Notice
        title={t('overlays.list.empty')}
        what={mayEdit ? t('overlays.list.emptyWhat') : t('overlays.list.viewer')}
        {...(mayEdit && {
          action: (
            <Button variant="contained" onClick={onNew}>
              {t('overlays.list.newFile')}
            </Button>
          ),
        })}
      />
      {mayEdit && templates.length > 0 && (
        <Box component="section" aria-label={t('overlays.list.startWith')}>
          <Typography variant="h3" component="h2" sx={{ mb: 3 }}>
            {t('overlays.list.startWith')}
          </Typography>
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: 'repeat(auto-fill, minmax(128px, 1fr))',
              gap: 4,
            }}
          >
            {templates
              .filter(({ level }) => level === 'movie')
              .slice(0, FEW)
              .map((template) => (
                <ButtonBase
                  key={template.id}
                  onClick={() => setBegun(template)}
                  sx={{ flexDirection: 'column', alignItems: 'stretch', textAlign: 'left', borderRadius: 1 }}
                >
                  <Box
                    sx={{
                      aspectRatio: aspectOf(template.level),
                      borderRadius: 1,
                      overflow: 'hidden',
                      bgcolor: 'raised',
                    }}
                  >
                    {itemId && (
                      <RenderedPicture
                        drawn={{ itemId, files: [asFile(template.id, template.yaml)], only: [template.id] }}
                        alt=""
                      />
                    )}
                  </Box>
                  <Typography component="span" variant="body2" sx={{ mt: 1 }}>
                    {template.title}
                  </Typography>
                </ButtonBase>
              ))}
          </Box>
        </Box>
      )}
      {begun && <NewFile taken={[]} text={asFile(begun.id, begun.yaml)} onClose={() => setBegun(null)} />}
    </>
  );
}
