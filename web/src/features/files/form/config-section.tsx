import { configKeys, type LibraryKind, valueAt, type YamlEdit, type YamlValue } from '@marquee/kometa';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { KeysForm } from '../../../forms/keys-form.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DefaultsCatalogue } from '../defaults/defaults-catalogue.tsx';
import { keysOf, namesIn, otherKeys, type Section } from './config-parts.ts';
import { ConnectionsPart } from './connections-part.tsx';
import { FileBlocks } from './file-blocks.tsx';
import { LibrariesPart } from './libraries-part.tsx';
import { LibraryPart } from './library-part.tsx';

/** One page of the form. */
export function ConfigSection(props: {
  fileId: string;
  section: Section;
  values: YamlValue;
  kinds: ReadonlyMap<string, LibraryKind>;
  onOpen(section: Section): void;
  onEdit(edits: readonly YamlEdit[]): void;
}) {
  const { section, values, onOpen } = props;
  const { t } = useTranslation();
  const browse = () => onOpen({ is: 'defaults' });
  switch (section.is) {
    case 'connections':
      return <ConnectionsPart values={values} fileId={props.fileId} />;
    case 'settings':
    case 'webhooks':
      return (
        <>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 5 }}>
            {configKeys[section.is]?.help}
          </Typography>
          <KeysForm
            table={keysOf(configKeys, section.is)}
            path={[section.is]}
            values={valueAt(values, [section.is])}
          />
        </>
      );
    case 'libraries':
      return <LibrariesPart values={values} onOpen={onOpen} kinds={props.kinds} />;
    case 'library': {
      const library = valueAt(values, ['libraries', section.name]);
      if (library === undefined) {
        return (
          <Notice title={t('configForm.noLibrary.title')} what={t('configForm.noLibrary.what')} lit={[]} />
        );
      }
      return <LibraryPart {...{ name: section.name, library, fileId: props.fileId, onOpen }} />;
    }
    case 'playlist_files':
      return (
        <FileBlocks
          label={t('configForm.sections.playlist_files')}
          path={['playlist_files']}
          value={valueAt(values, ['playlist_files'])}
          kind="playlist"
          onBrowse={browse}
        />
      );
    case 'defaults':
      return (
        <DefaultsCatalogue
          libraries={namesIn(valueAt(values, ['libraries']))}
          values={values}
          kinds={props.kinds}
          onEdit={props.onEdit}
          onOpen={onOpen}
        />
      );
    case 'other':
      return (
        <KeysForm
          table={Object.fromEntries(Object.entries(configKeys).filter(([name]) => name === 'cache'))}
          path={[]}
          values={Object.fromEntries(
            otherKeys(values).map((name) => [name, valueAt(values, [name]) ?? null]),
          )}
        />
      );
  }
}
