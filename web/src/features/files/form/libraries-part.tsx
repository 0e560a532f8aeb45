import { type LibraryKind, valueAt, type YamlValue } from '@marquee/kometa';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { NewEntry } from '../../../forms/controls/new-entry.tsx';
import { KeysForm } from '../../../forms/keys-form.tsx';
import { useFormScope } from '../../../forms/scope.ts';
import { Row, RowsCard } from '../../../ui/rows.tsx';
import { namesIn, type Section } from './config-parts.ts';

const FILES = ['collection_files', 'overlay_files', 'metadata_files', 'image_files'] as const;

/** The libraries that Kometa works on, and those of Plex that it could. */
export function LibrariesPart(props: {
  values: YamlValue;
  kinds: ReadonlyMap<string, LibraryKind>;
  onOpen(section: Section): void;
}) {
  const { values, kinds, onOpen } = props;
  const { t } = useTranslation();
  const { onEdit } = useFormScope();
  const libraries = valueAt(values, ['libraries']);
  const names = namesIn(libraries);
  const isOther =
    libraries !== undefined &&
    libraries !== null &&
    (typeof libraries !== 'object' || Array.isArray(libraries));
  if (isOther) return <KeysForm table={{}} path={['libraries']} values={libraries} />;
  return (
    <>
      {names.length > 0 && (
        <RowsCard>
          {names.map((name) => {
            const counts = FILES.flatMap((list) => {
              const files = valueAt(values, ['libraries', name, list]);
              const count = Array.isArray(files) ? files.length : files ? 1 : 0;
              return count === 0 ? [] : [t(`configForm.counts.${list}`, { count })];
            });
            return (
              <Row key={name} sx={{ p: 0 }}>
                <ButtonBase
                  onClick={() => onOpen({ is: 'library', name })}
                  sx={{
                    flex: 1,
                    minWidth: 0,
                    minHeight: 64,
                    px: 4,
                    gap: 3,
                    justifyContent: 'flex-start',
                    textAlign: 'left',
                  }}
                >
                  <Box sx={{ flex: 1, minWidth: 0 }}>
                    <Typography variant="subtitle2" noWrap>
                      {name}
                    </Typography>
                    <Typography variant="body2" color="textSecondary" noWrap>
                      {counts.length > 0 ? counts.join(' · ') : t('configForm.noFiles')}
                    </Typography>
                  </Box>
                  <ChevronRightRounded fontSize="small" aria-hidden />
                </ButtonBase>
              </Row>
            );
          })}
        </RowsCard>
      )}
      <Box sx={{ mt: 4 }}>
        <Typography variant="body2" color="textSecondary">
          {t('configForm.addLibraryWhat')}
        </Typography>
        <NewEntry
          label={t('configForm.addLibrary')}
          spec={{ type: 'choice', of: [...kinds.keys()] }}
          taken={names}
          onAdd={(typed) => {
            const name = typed.trim();
            if (!names.includes(name)) onEdit([{ kind: 'set', path: ['libraries', name], value: {} }]);
            onOpen({ is: 'library', name });
          }}
        />
      </Box>
    </>
  );
}
