import {
  configKeys,
  defaultFiles,
  defaultVariables,
  type FileKind,
  type KeyTable,
  placeOf,
  type ValueSpec,
  type YamlPath,
  type YamlValue,
} from '@marquee/kometa';
import ArrowForwardRounded from '@mui/icons-material/ArrowForwardRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Tooltip from '@mui/material/Tooltip';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConfigFilesQuery } from '../../../api/config-files.ts';
import { WordsControl } from '../../../forms/controls/words-control.tsx';
import { KeyProblems } from '../../../forms/key-problems.tsx';
import { KeysForm } from '../../../forms/keys-form.tsx';
import { FormScope, useFormScope } from '../../../forms/scope.ts';
import { usePresentBranch } from '../branch/present-branch.ts';
import { filesAddress } from '../files-address.ts';
import { LIBRARY_KEYS } from './config-parts.ts';
import { type Block, LOCATIONS, type Location, locationOf } from './file-block.ts';

/** Where a file comes from, and what it is given. */
export function BlockFields(props: {
  name: string;
  block: Block;
  path: YamlPath;
  kind: FileKind;
  /** A block that has nothing written yet. */
  adding?: Location;
  /** What can be done with the block as a whole. */
  acts?: ReactNode;
  /** Where the first value of a new block is no plain edit. */
  onFirst?(block: Readonly<Record<string, string>>): void;
}) {
  const { name, block, path, kind, onFirst } = props;
  const { t } = useTranslation();
  const scope = useFormScope();
  const { onEdit, problemsAt } = scope;
  const written = locationOf(block);
  const [wanted, setWanted] = useState<Location>(props.adding ?? 'file');
  const location = written ?? wanted;
  const known = defaultFiles[kind] ?? [];
  const locations = LOCATIONS.filter((one) => one !== 'default' || known.length > 0);
  const value = written === null ? undefined : block[written];
  const spec: ValueSpec =
    location === 'default'
      ? { type: 'either', of: [{ type: 'choice', of: known }, { type: 'text' }] }
      : { type: 'text' };
  const branch = usePresentBranch();
  const opened = useFileNamed(location === 'file' ? value : undefined, branch);
  const control = (
    <WordsControl
      spec={spec}
      path={[...path, location]}
      value={value}
      label={name}
      fallback={t(`configForm.examples.${location}`)}
      autoFocus={props.adding !== undefined}
    />
  );
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'start' }}>
        <Select
          value={location}
          inputProps={{ 'aria-label': t('configForm.files.from', { name }) }}
          sx={{ minWidth: 150 }}
          onChange={({ target }) => {
            if (written === null) setWanted(target.value);
            else onEdit([{ kind: 'rename', path: [...path, written], to: target.value }]);
          }}
        >
          {locations.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`configForm.locations.${one}`)}
            </MenuItem>
          ))}
        </Select>
        <Box sx={{ order: { xs: 1, sm: 0 }, flex: { xs: '1 1 100%', sm: '1 1 200px' }, minWidth: 0 }}>
          {onFirst ? (
            <FormScope.Provider
              value={{
                ...scope,
                onEdit: (edits) => {
                  const [first] = edits;
                  if (first?.kind === 'set') onFirst({ [location]: String(first.value) });
                },
              }}
            >
              {control}
            </FormScope.Provider>
          ) : (
            control
          )}
          <KeyProblems problems={problemsAt([...path, location])} />
        </Box>
        {(opened || props.acts) && (
          <Box sx={{ ml: 'auto', display: 'flex' }}>
            {opened && (
              <Tooltip title={t('configForm.files.open')}>
                <IconButton
                  component={Link}
                  to={filesAddress({ branch, file: opened })}
                  aria-label={t('configForm.files.openWhat', { path: opened })}
                >
                  <ArrowForwardRounded fontSize="small" />
                </IconButton>
              </Tooltip>
            )}
            {props.acts}
          </Box>
        )}
      </Box>
      {written === 'default' && typeof value === 'string' && (
        <KeysForm
          {...defaultVariables(kind, value)}
          open
          path={[...path, 'template_variables']}
          values={block.template_variables}
          addLabel={t('configForm.files.variables')}
        />
      )}
      {written !== null && (
        <KeysForm
          table={blockKeys(kind)}
          path={path}
          values={block}
          hide={[written, ...(written === 'default' ? ['template_variables'] : [])]}
          addLabel={t('configForm.files.more')}
        />
      )}
    </Box>
  );
}

/** The path of a file of the folder that a block names; undefined where there is none. */
function useFileNamed(name: YamlValue | undefined, branch: string | undefined): string | undefined {
  const { data: files } = useConfigFilesQuery({ branch });
  if (typeof name !== 'string') return undefined;
  const named = placeOf(name);
  if (named.place !== 'inside') return undefined;
  return files?.find(({ path, editable }) => editable && path === named.path)?.path;
}

const LIST_OF: Readonly<Record<FileKind, string>> = {
  collection: 'collection_files',
  metadata: 'metadata_files',
  overlay: 'overlay_files',
  image: 'image_files',
  playlist: 'playlist_files',
};

/** The keys of a block beside those that say where it is from. */
function blockKeys(kind: FileKind): KeyTable {
  const spec = (kind === 'playlist' ? configKeys : LIBRARY_KEYS)[LIST_OF[kind]]?.value;
  const block = spec?.type === 'list' && spec.of.type === 'either' ? spec.of.of[0] : undefined;
  if (block?.type !== 'map') return {};
  return Object.fromEntries(
    Object.entries(block.keys).filter(([name]) => !LOCATIONS.some((location) => location === name)),
  );
}
