import type { OverlayVersion } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { skipToken } from '@reduxjs/toolkit/query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOverlayVersionQuery, useOverlayVersionsQuery } from '../../../api/overlays.ts';
import { Age } from '../../../ui/age.tsx';
import { ChoiceRow } from '../../../ui/choice-row.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { TallDialog } from '../dialog/tall-dialog.tsx';
import { useEditorContext } from '../editor/use-editor.ts';
import { DiffView } from './diff-view.tsx';

/** What was saved before, what it would change, and the way back to it. */
export function VersionsDialog({ fileId, onClose }: { fileId: string; onClose(): void }) {
  const { t } = useTranslation();
  const { text, dispatch } = useEditorContext();
  const { data: versions, error } = useOverlayVersionsQuery({ fileId });
  const [chosen, setChosen] = useState<string | null>(null);
  const version = versions?.find(({ id }) => id === chosen) ?? versions?.[0];
  const { currentData: opened, error: unread } = useOverlayVersionQuery(
    version ? { fileId, versionId: version.id } : skipToken,
  );
  const restore = () => {
    if (!opened) return;
    dispatch({
      kind: 'edited',
      name: t('overlays.steps.restore', { number: opened.number }),
      text: opened.text,
      select: [],
    });
    onClose();
  };
  return (
    <TallDialog
      title={t('overlays.versions.title')}
      width="md"
      onClose={onClose}
      foot={
        version && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
            <Typography variant="body2" color="textSecondary" sx={{ flex: '1 1 240px' }}>
              {t('overlays.versions.restoreWhat')}
            </Typography>
            <Button
              variant="contained"
              disabled={!opened || opened.text === text}
              onClick={restore}
              sx={{ ml: 'auto' }}
            >
              {t('overlays.versions.restore', { number: version.number })}
            </Button>
          </Box>
        )
      }
    >
      {error && <FormProblem error={error} />}
      {!versions && !error && <Skeleton height={240} />}
      {versions?.length === 0 && <Typography color="textSecondary">{t('overlays.versions.none')}</Typography>}
      {versions && versions.length > 0 && (
        <Box
          sx={{
            display: 'grid',
            gap: { xs: 4, sm: 5 },
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '240px minmax(0, 1fr)' },
          }}
        >
          <Box
            component="ul"
            sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: { xs: 200, sm: 400 }, overflowY: 'auto' }}
          >
            {versions.map((one) => (
              <li key={one.id}>
                <VersionButton
                  version={one}
                  chosen={one.id === version?.id}
                  onChoose={() => setChosen(one.id)}
                />
              </li>
            ))}
          </Box>
          <Box sx={{ minWidth: 0 }}>
            {unread && <FormProblem error={unread} />}
            {opened ? (
              <DiffView before={text} after={opened.text} label={t('overlays.versions.lines')} />
            ) : (
              !unread && <Skeleton height={200} />
            )}
          </Box>
        </Box>
      )}
    </TallDialog>
  );
}

function VersionButton(props: { version: OverlayVersion; chosen: boolean; onChoose(): void }) {
  const { version, chosen } = props;
  const { t } = useTranslation();
  return (
    <ChoiceRow chosen={chosen} onChoose={props.onChoose}>
      <Typography component="span" variant="subtitle2" sx={{ display: 'block' }}>
        {t('overlays.versions.number', { number: version.number })}
      </Typography>
      {version.message && (
        <Typography component="span" variant="body2" sx={{ display: 'block' }}>
          {version.message}
        </Typography>
      )}
      <Typography component="span" variant="caption" color="textSecondary" sx={{ display: 'block' }}>
        {version.by === 'outside' ? t('overlays.versions.outside') : version.by} ·{' '}
        <Age at={version.savedAt} />
      </Typography>
    </ChoiceRow>
  );
}
