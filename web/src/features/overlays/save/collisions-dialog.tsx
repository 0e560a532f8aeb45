import type { Collision } from '@marquee/contracts';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Dialog from '@mui/material/Dialog';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLibrariesQuery } from '../../../api/libraries.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { useEditorContext } from '../editor/use-editor.ts';
import { BatchProgress } from './batch-progress.tsx';
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
    <Dialog open onClose={props.onClose} fullWidth maxWidth="sm" aria-labelledby="collisions-title">
      <Box sx={{ p: { xs: 5, sm: 6 }, display: 'flex', flexDirection: 'column', gap: 4 }}>
        <Box>
          <Typography id="collisions-title" variant="h2">
            {t('overlays.collisions.title')}
          </Typography>
          <Typography color="textSecondary" sx={{ mt: 2 }}>
            {t('overlays.collisions.what')}
          </Typography>
        </Box>
        <Box sx={{ display: 'flex', gap: 2 }}>
          <Select
            value={where}
            onChange={({ target }) => setChosen(target.value)}
            inputProps={{ 'aria-label': t('overlays.collisions.where') }}
            sx={{ flex: 1 }}
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
        {batch.error && <FormProblem error={batch.error} />}
        {batch.running && <BatchProgress batch={batch.batch} stop={batch.stop} />}
        {found && <Found collisions={found.collisions} done={found.done} onOpen={props.onOpen} />}
        <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button onClick={props.onClose}>{t('close')}</Button>
        </Box>
      </Box>
    </Dialog>
  );
}

function Found(props: {
  collisions: readonly Collision[];
  done: number;
  onOpen(itemId: string, keys: string[]): void;
}) {
  const { collisions, done } = props;
  const { t } = useTranslation();
  if (collisions.length === 0) {
    return (
      <Typography role="status" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <CheckCircleOutlined fontSize="small" sx={{ color: 'success.main' }} aria-hidden />
        {t('overlays.collisions.none', { count: done })}
      </Typography>
    );
  }
  return (
    <Box>
      <Typography role="status" variant="subtitle2" sx={{ mb: 2 }}>
        {t('overlays.collisions.found', { count: collisions.length })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 320, overflowY: 'auto' }}>
        {collisions.map(({ itemId, title, kind, first, second, box }) => (
          <li key={`${itemId} ${first} ${second} ${box.x} ${box.y}`}>
            <ButtonBase
              onClick={() => props.onOpen(itemId, second === null ? [first] : [first, second])}
              sx={{
                display: 'block',
                width: '100%',
                textAlign: 'left',
                p: 2,
                borderRadius: 1,
                '&:hover': { bgcolor: 'line' },
              }}
            >
              <Typography component="span" variant="body2" sx={{ display: 'block' }}>
                {title}
              </Typography>
              <Typography component="span" variant="caption" color="textSecondary">
                {kind === 'outside' || second === null
                  ? t('overlays.collisions.outside', { first })
                  : t('overlays.collisions.overlap', { first, second, width: box.width, height: box.height })}
              </Typography>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </Box>
  );
}
