import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLibrariesQuery } from '../../../api/libraries.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { TallDialog } from '../dialog/tall-dialog.tsx';
import { useEditorContext } from '../editor/use-editor.ts';
import { BatchOutcome } from './batch-outcome.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { FoundCollisions } from './found-collisions.tsx';
import { useRenderBatch } from './use-render-batch.ts';

const PINNED = 'pinned';

/** Which overlays overlap or leave the poster, on the pinned items or on a whole library. */
export function CollisionsDialog(props: {
  pins: readonly string[];
  onOpen(itemId: string, keys: string[]): void;
  onClose(): void;
}) {
  const { pins } = props;
  const { t } = useTranslation();
  const { text } = useEditorContext();
  const { data: libraries = [] } = useLibrariesQuery();
  const drawable = libraries.filter(({ kind }) => kind !== 'photo');
  const [chosen, setChosen] = useState<string | null>(null);
  const where = chosen ?? (pins.length > 0 ? PINNED : (drawable[0]?.id ?? ''));
  const batch = useRenderBatch();
  const run = () =>
    batch.begin({
      kind: 'collisions',
      files: [text],
      ...(where === PINNED ? { itemIds: [...pins] } : { libraryId: where }),
    });
  const found = batch.over ? batch.batch : undefined;
  return (
    <TallDialog
      title={t('overlays.collisions.title')}
      what={t('overlays.collisions.what')}
      width="sm"
      onClose={props.onClose}
      tools={
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Select
            value={where}
            onChange={({ target }) => setChosen(target.value)}
            inputProps={{ 'aria-label': t('overlays.collisions.where') }}
            sx={{ flex: 1, minWidth: 0 }}
          >
            {pins.length > 0 && (
              <MenuItem value={PINNED}>{t('overlays.collisions.pinned', { count: pins.length })}</MenuItem>
            )}
            {drawable.map(({ id, title }) => (
              <MenuItem key={id} value={id}>
                {t('overlays.collisions.library', { title })}
              </MenuItem>
            ))}
          </Select>
          <Button variant="contained" disabled={where === '' || batch.running} onClick={run}>
            {t('overlays.collisions.run')}
          </Button>
        </Box>
      }
    >
      {(batch.error || batch.running || found) && (
        <Box>
          {batch.error && <FormProblem error={batch.error} />}
          {batch.running && <BatchProgress batch={batch.batch} stop={batch.stop} />}
          {found && <BatchOutcome batch={found} onAgain={run} />}
          {found && (found.state === 'succeeded' || found.collisions.length > 0) && (
            <FoundCollisions
              collisions={found.collisions}
              done={found.done - found.failed}
              onOpen={props.onOpen}
            />
          )}
        </Box>
      )}
    </TallDialog>
  );
}
