import type { DefinitionFile, Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.tsx';
import type { Place } from './place.ts';

const NEW = 'new';

/** What it is called, and where it is written. */
export function PlaceFields(props: {
  name: string;
  nameTrouble: string | undefined;
  onName(name: string): void;
  place: Place;
  placeTrouble: string | undefined;
  files: readonly DefinitionFile[];
  libraries: readonly Library[];
  onPlace(place: Place): void;
}) {
  const { place, files, libraries } = props;
  const { t } = useTranslation();
  const offered = files.filter(({ editable }) => editable);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 4,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        alignItems: 'start',
      }}
    >
      <Field
        autoFocus
        label={t('collections.editor.name')}
        hint={t('collections.editor.nameHint')}
        trouble={props.nameTrouble}
        value={props.name}
        inputProps={{ maxLength: 300 }}
        onChange={({ target }) => props.onName(target.value)}
      />
      <Choice label={t('collections.editor.file')}>
        {(labelled) => (
          <Select
            value={place.kind === 'file' ? place.fileId : NEW}
            onChange={({ target }) =>
              props.onPlace(
                target.value === NEW
                  ? { kind: 'new', path: 'collections/mine.yml', library: libraries[0]?.title ?? '' }
                  : { kind: 'file', fileId: target.value },
              )
            }
            SelectDisplayProps={{ 'aria-labelledby': labelled }}
          >
            {offered.map((file) => (
              <MenuItem key={file.fileId} value={file.fileId}>
                {file.path}
                {file.libraries.length > 0 && (
                  <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 2 }}>
                    {file.libraries.join(', ')}
                  </Typography>
                )}
              </MenuItem>
            ))}
            <MenuItem value={NEW}>{t('collections.editor.newFile')}</MenuItem>
          </Select>
        )}
      </Choice>
      {place.kind === 'new' && (
        <>
          <Field
            label={t('collections.editor.path')}
            hint={t('collections.editor.pathHint')}
            trouble={props.placeTrouble}
            value={place.path}
            inputProps={{ maxLength: 200, spellCheck: false }}
            onChange={({ target }) => props.onPlace({ ...place, path: target.value })}
          />
          <Choice label={t('collections.editor.library')}>
            {(labelled) => (
              <Select
                displayEmpty
                value={place.library}
                onChange={({ target }) => props.onPlace({ ...place, library: target.value })}
                SelectDisplayProps={{ 'aria-labelledby': labelled }}
              >
                {libraries
                  .filter(({ kind }) => kind !== 'photo')
                  .map(({ id, title }) => (
                    <MenuItem key={id} value={title}>
                      {title}
                    </MenuItem>
                  ))}
                <MenuItem value="">{t('collections.editor.unlisted')}</MenuItem>
              </Select>
            )}
          </Choice>
        </>
      )}
    </Box>
  );
}

function Choice({ label, children }: { label: string; children(labelled: string): ReactNode }) {
  const id = useId();
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Typography id={id} variant="body2" sx={{ fontWeight: 'fontWeightMedium' }}>
        {label}
      </Typography>
      {children(id)}
    </Stack>
  );
}
