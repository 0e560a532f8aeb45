import {
  DEFAULT_FILES,
  type DefaultFile,
  type LibraryKind,
  type YamlEdit,
  type YamlValue,
} from '@marquee/kometa';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import type { Section } from '../form/config-parts.ts';
import { DefaultDialog } from './default-dialog.tsx';
import { DefaultPicture } from './default-picture.tsx';
import { usedIn } from './used-in.ts';

const KINDS = ['all', 'collection', 'overlay', 'playlist'] as const;
type Kind = (typeof KINDS)[number];
const GROUPS = ['charts', 'awards', 'contents', 'places', 'people', 'overlays', 'playlists'] as const;

/** Everything that Kometa brings along: what it is for, what it can be told, and which library has it. */
export function DefaultsCatalogue(props: {
  libraries: readonly string[];
  values: YamlValue;
  kinds: ReadonlyMap<string, LibraryKind>;
  onEdit(edits: readonly YamlEdit[]): void;
  onOpen(section: Section): void;
}) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [chosen, setChosen] = useState<DefaultFile | null>(null);
  const words = search.toLowerCase();
  const found = DEFAULT_FILES.filter(
    (file) =>
      (kind === 'all' || file.kind === kind) &&
      (file.name.replaceAll('_', ' ').includes(words.replaceAll('_', ' ')) ||
        file.help.toLowerCase().includes(words)),
  );
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 4 }}>
        {t('configForm.defaults.what')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 5 }}>
        <SearchField label={t('configForm.defaults.search')} value={search} onChange={setSearch} />
        <ToggleButtonGroup
          exclusive
          value={kind}
          aria-label={t('configForm.defaults.show')}
          onChange={(_, next: Kind | null) => next && setKind(next)}
        >
          {KINDS.map((one) => (
            <ToggleButton key={one} value={one}>
              {t(`configForm.defaults.kinds.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      {found.length === 0 && (
        <Notice
          title={t('configForm.defaults.none')}
          what={t('configForm.defaults.noneWhat', { typed: search })}
          lit={[]}
        />
      )}
      {GROUPS.map((group) => {
        const files = found.filter((file) => file.group === group);
        if (files.length === 0) return null;
        return (
          <Box
            component="section"
            key={group}
            aria-label={t(`configForm.defaults.groups.${group}`)}
            sx={{ mb: 7 }}
          >
            <Typography variant="h3" component="h2" sx={{ mb: 3 }}>
              {t(`configForm.defaults.groups.${group}`)}{' '}
              <Typography component="span" variant="body2" sx={{ color: 'text.low' }}>
                {files.length}
              </Typography>
            </Typography>
            <Box
              component="ul"
              sx={{
                listStyle: 'none',
                m: 0,
                p: 0,
                display: 'grid',
                gap: 3,
                gridTemplateColumns: 'repeat(auto-fill, minmax(250px, 1fr))',
              }}
            >
              {files.map((file) => {
                const users = usedIn(props.values, file);
                return (
                  <Card component="li" key={`${file.kind}/${file.name}`}>
                    <ButtonBase
                      aria-haspopup="dialog"
                      onClick={() => setChosen(file)}
                      sx={{
                        width: '100%',
                        height: '100%',
                        p: 3,
                        gap: 3,
                        alignItems: 'flex-start',
                        justifyContent: 'flex-start',
                        textAlign: 'left',
                        '&:hover': { bgcolor: 'raised' },
                      }}
                    >
                      <DefaultPicture file={file} />
                      <Box sx={{ minWidth: 0 }}>
                        <Typography variant="subtitle2">{file.name}</Typography>
                        <Typography variant="body2" color="textSecondary">
                          {file.help}
                        </Typography>
                        <Box
                          sx={{
                            display: 'flex',
                            flexWrap: 'wrap',
                            gap: 1,
                            mt: 2,
                            '&:empty': { display: 'none' },
                          }}
                        >
                          {file.library && (
                            <Chip
                              component="span"
                              variant="outlined"
                              label={t(`configForm.defaults.only.${file.library}`)}
                            />
                          )}
                          {users.length > 0 && (
                            <Chip
                              component="span"
                              label={t('configForm.defaults.usedIn', { count: users.length })}
                            />
                          )}
                        </Box>
                      </Box>
                    </ButtonBase>
                  </Card>
                );
              })}
            </Box>
          </Box>
        );
      })}
      {chosen && (
        <DefaultDialog
          file={chosen}
          libraries={props.libraries}
          kinds={props.kinds}
          values={props.values}
          onClose={() => setChosen(null)}
          onUse={(edits, section) => {
            setChosen(null);
            props.onEdit(edits);
            props.onOpen(section);
          }}
        />
      )}
    </>
  );
}
