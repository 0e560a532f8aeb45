import {
  type DefaultFile,
  defaultVariables,
  editForm,
  type LibraryKind,
  readFormDocument,
  valueAt,
  type YamlEdit,
  type YamlValue,
} from '@marquee/kometa';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../forms/form.tsx';
import { KeysForm } from '../../../forms/keys-form.tsx';
import type { Section } from '../form/config-parts.ts';
import { DefaultPicture } from './default-picture.tsx';
import { listPath, usedIn } from './used-in.ts';

const NONE: readonly never[] = [];
const noProblems = () => NONE;

/** One of Kometa's own files: what it is for, what it is told, and the library that is to have it. */
export function DefaultDialog(props: {
  file: DefaultFile;
  libraries: readonly string[];
  kinds: ReadonlyMap<string, LibraryKind>;
  values: YamlValue;
  onUse(edits: readonly YamlEdit[], section: Section): void;
  onClose(): void;
}) {
  const { file, kinds, values } = props;
  const { t } = useTranslation();
  const id = useId();
  const users = usedIn(values, file);
  const able = props.libraries.filter((name) => {
    const kind = kinds.get(name);
    return !users.includes(name) && (file.library === null || kind === undefined || kind === file.library);
  });
  const [library, setLibrary] = useState(able[0] ?? '');
  // The entry as it will be written, edited as any other YAML.
  const [text, setText] = useState(`default: ${file.name}\n`);
  const document = readFormDocument(text);
  const entry = 'values' in document ? document.values : null;
  const isPlaylist = file.kind === 'playlist';
  const use = () => {
    if (entry === null) return;
    const path = listPath(file, library);
    const written = valueAt(values, path);
    const edits: YamlEdit[] =
      written === undefined || written === null || Array.isArray(written)
        ? [{ kind: 'insert', path: [...path, Array.isArray(written) ? written.length : 0], value: entry }]
        : [{ kind: 'set', path, value: [written, entry] }];
    props.onUse(edits, isPlaylist ? { is: 'playlist_files' } : { is: 'library', name: library });
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={props.onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{file.name}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'flex', gap: 4, mb: 5 }}>
          <DefaultPicture file={file} />
          <Box>
            <Typography>{file.help}</Typography>
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
              {users.length > 0
                ? t('configForm.defaults.has', { libraries: users.join(', ') })
                : t(
                    `configForm.defaults.makes.${file.kind === 'overlay' ? 'overlay' : isPlaylist ? 'playlist' : 'collection'}`,
                  )}
            </Typography>
          </Box>
        </Box>
        {!isPlaylist && able.length > 0 && (
          <Box sx={{ mb: 5 }}>
            <Typography
              variant="body2"
              component="label"
              htmlFor={`${id}-library`}
              sx={{ fontWeight: 'fontWeightMedium' }}
            >
              {t('configForm.defaults.library')}
            </Typography>
            <Select
              fullWidth
              id={`${id}-library`}
              value={library}
              onChange={({ target }) => setLibrary(target.value)}
              inputProps={{ 'aria-label': t('configForm.defaults.library') }}
              sx={{ mt: 1.5 }}
            >
              {able.map((name) => (
                <MenuItem key={name} value={name}>
                  {name}
                </MenuItem>
              ))}
            </Select>
          </Box>
        )}
        <Typography variant="subtitle2" component="h3" sx={{ mb: 3 }}>
          {t('configForm.files.variablesTitle')}
        </Typography>
        <Form
          libraryKind={null}
          problemsAt={noProblems}
          onEdit={(edits) => {
            const outcome = editForm(text, edits);
            if ('text' in outcome) setText(outcome.text);
          }}
        >
          <KeysForm
            {...defaultVariables(file.kind, file.name)}
            open
            path={['template_variables']}
            values={valueAt(entry ?? {}, ['template_variables'])}
            addLabel={t('configForm.files.variables')}
          />
        </Form>
        {!isPlaylist && able.length === 0 && (
          <Typography color="textSecondary" sx={{ mt: 5 }}>
            {t(
              props.libraries.length === 0 ? 'configForm.defaults.noLibrary' : 'configForm.defaults.allHave',
            )}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('close')}</Button>
        <Button variant="contained" disabled={isPlaylist ? users.length > 0 : library === ''} onClick={use}>
          {isPlaylist || library === ''
            ? t('configForm.defaults.use')
            : t('configForm.defaults.useIn', { library })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
