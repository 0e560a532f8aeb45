import { fileLists, type KeyTable, valueAt, type YamlPath, type YamlValue } from '@marquee/kometa';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { KeyProblems } from '../../../forms/key-problems.tsx';
import { KeysForm } from '../../../forms/keys-form.tsx';
import { useFormScope } from '../../../forms/scope.ts';
import { ValueField } from '../../../forms/value-field.tsx';
import { keysOf, LIBRARY_KEYS, type Section } from './config-parts.ts';
import { ConnectionTest } from './connection-test.tsx';
import { FileBlocks } from './file-blocks.tsx';
import { FormPart } from './form-part.tsx';

/** Those that a library may have of its own. */
const PROGRAMS = ['plex', 'radarr', 'sonarr', 'tautulli'] as const;
const CONNECTIONS = [...PROGRAMS, 'webhooks'] as const;
const OWN_PARTS = [...Object.keys(fileLists), 'operations', 'template_variables', 'settings', ...CONNECTIONS];

/** One library: when, which files, what to do with its items, and what is other than for all. */
export function LibraryPart(props: {
  name: string;
  library: YamlValue;
  fileId: string;
  onOpen(section: Section): void;
}) {
  const { name, library, fileId, onOpen } = props;
  const { t } = useTranslation();
  const { onEdit, problemsAt } = useFormScope();
  const path: YamlPath = ['libraries', name];
  const operations = valueAt(library, ['operations']);
  const isOther = library !== null && (typeof library !== 'object' || Array.isArray(library));
  if (isOther) return <KeysForm table={LIBRARY_KEYS} path={path} values={library} />;
  return (
    <>
      <KeyProblems problems={problemsAt(path)} />
      {Object.entries(fileLists).map(([list, kind]) => (
        <FormPart
          key={list}
          title={t(`configForm.files.${kind as ListedKind}.title`)}
          what={t(`configForm.files.${kind as ListedKind}.what`)}
        >
          <FileBlocks
            label={t(`configForm.files.${kind as ListedKind}.title`)}
            path={[...path, list]}
            value={valueAt(library, [list])}
            kind={kind}
            onBrowse={() => onOpen({ is: 'defaults' })}
          />
        </FormPart>
      ))}
      <FormPart title={t('configForm.library.when.title')} what={t('configForm.library.when.what')}>
        <KeysForm table={LIBRARY_KEYS} path={path} values={library} hide={OWN_PARTS} />
      </FormPart>
      <FormPart
        title={t('configForm.library.operations.title')}
        what={t('configForm.library.operations.what')}
      >
        {Array.isArray(operations) ? (
          <ValueField
            spec={LIBRARY_KEYS.operations?.value ?? { type: 'any' }}
            path={[...path, 'operations']}
            value={operations}
            label={t('configForm.library.operations.title')}
          />
        ) : (
          <KeysForm table={operationKeys()} path={[...path, 'operations']} values={operations} />
        )}
      </FormPart>
      <FormPart title={t('configForm.library.variables.title')} what={t('configForm.library.variables.what')}>
        <KeysForm
          table={{}}
          open
          addLabel={t('configForm.library.variables.title')}
          path={[...path, 'template_variables']}
          values={valueAt(library, ['template_variables'])}
        />
      </FormPart>
      <FormPart title={t('configForm.library.settings.title')} what={t('configForm.library.settings.what')}>
        <KeysForm
          table={keysOf(LIBRARY_KEYS, 'settings')}
          path={[...path, 'settings']}
          values={valueAt(library, ['settings'])}
        />
      </FormPart>
      <FormPart
        title={t('configForm.library.connections.title')}
        what={t('configForm.library.connections.what')}
      >
        <KeysForm table={only(LIBRARY_KEYS, CONNECTIONS)} path={path} values={pick(library, CONNECTIONS)} />
        {PROGRAMS.map((connection) => {
          const section = valueAt(library, [connection]);
          const title = t(`configForm.connections.${connection}`);
          return section === undefined ? null : (
            <ConnectionTest
              key={connection}
              {...{ name: connection, title, fileId, library: name, section }}
              called
            />
          );
        })}
      </FormPart>
      <Box sx={{ pt: 4, borderTop: 1, borderColor: 'line' }}>
        <Button
          color="error"
          variant="outlined"
          onClick={() => {
            onEdit([{ kind: 'remove', path }]);
            onOpen({ is: 'libraries' });
          }}
        >
          {t('configForm.removeLibrary')}
        </Button>
      </Box>
    </>
  );
}

type ListedKind = 'collection' | 'metadata' | 'overlay' | 'image';

function operationKeys(): KeyTable {
  const spec = LIBRARY_KEYS.operations?.value;
  return spec?.type === 'list' && spec.of.type === 'map' ? spec.of.keys : {};
}

const only = (table: KeyTable, names: readonly string[]): KeyTable =>
  Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)));

function pick(values: YamlValue, names: readonly string[]): YamlValue {
  return Object.fromEntries(
    names.flatMap((name): [string, YamlValue][] => {
      const value = valueAt(values, [name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
