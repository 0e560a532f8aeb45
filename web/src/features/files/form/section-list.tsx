import type { YamlValue } from '@marquee/kometa';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslation } from 'react-i18next';
import type { FileProblem } from '../checking/problem.ts';
import { CONNECTIONS, namesIn, otherKeys, type Section, writeSection } from './config-parts.ts';

/** The pages of the form; libraries have one each. */
export function SectionList(props: {
  values: YamlValue;
  section: Section;
  problemsAt: readonly FileProblem[];
  onOpen(section: Section): void;
}) {
  const { values, onOpen } = props;
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const record = typeof values === 'object' && values !== null && !Array.isArray(values) ? values : {};
  const libraries = namesIn('libraries' in record ? record.libraries : undefined);
  const entries: { section: Section; label: string; inner?: true }[] = [
    { section: { is: 'connections' }, label: t('configForm.sections.connections') },
    { section: { is: 'settings' }, label: t('configForm.sections.settings') },
    { section: { is: 'libraries' }, label: t('configForm.sections.libraries') },
    ...libraries.map((name) => ({
      section: { is: 'library', name } as const,
      label: name,
      inner: true as const,
    })),
    { section: { is: 'playlist_files' }, label: t('configForm.sections.playlist_files') },
    { section: { is: 'webhooks' }, label: t('configForm.sections.webhooks') },
    { section: { is: 'defaults' }, label: t('configForm.sections.defaults') },
    ...(otherKeys(values).length > 0
      ? [{ section: { is: 'other' } as const, label: t('configForm.sections.other') }]
      : []),
  ];
  const now = writeSection(props.section);
  const errorsOf = (section: Section) =>
    props.problemsAt.filter(({ path, severity }) => severity === 'error' && path && isWithin(section, path))
      .length;
  if (!wide) {
    return (
      <Box sx={{ px: 4, py: 3, borderBottom: 1, borderColor: 'line', flex: 'none' }}>
        <Select
          fullWidth
          value={entries.some(({ section }) => writeSection(section) === now) ? now : ''}
          onChange={({ target }) => {
            const found = entries.find(({ section }) => writeSection(section) === target.value);
            if (found) onOpen(found.section);
          }}
          inputProps={{ 'aria-label': t('configForm.parts') }}
        >
          {entries.map(({ section, label, inner }) => (
            <MenuItem key={writeSection(section)} value={writeSection(section)} sx={{ pl: inner ? 8 : 4 }}>
              {label}
            </MenuItem>
          ))}
        </Select>
      </Box>
    );
  }
  return (
    <Box
      component="nav"
      aria-label={t('configForm.parts')}
      sx={{ width: 200, flex: 'none', overflowY: 'auto', p: 3, borderRight: 1, borderColor: 'line' }}
    >
      {entries.map(({ section, label, inner }) => {
        const id = writeSection(section);
        const errors = errorsOf(section);
        return (
          <ButtonBase
            key={id}
            aria-current={id === now ? 'page' : undefined}
            onClick={() => onOpen(section)}
            sx={{
              display: 'flex',
              justifyContent: 'flex-start',
              gap: 2,
              width: '100%',
              minHeight: 32,
              px: 3,
              pl: inner ? 6 : 3,
              borderRadius: 1,
              textAlign: 'left',
              color: id === now ? 'text.primary' : 'text.secondary',
              bgcolor: id === now ? 'raised' : 'transparent',
              '&:hover': { bgcolor: 'raised', color: 'text.primary' },
              '@media (pointer: coarse)': { minHeight: 44 },
            }}
          >
            <Typography variant="body2" component="span" noWrap sx={{ flex: 1 }}>
              {label}
            </Typography>
            {errors > 0 && (
              <Typography
                variant="caption"
                component="span"
                aria-label={t('files.errors', { count: errors })}
                role="img"
                sx={{ color: 'error.main', fontVariantNumeric: 'tabular-nums' }}
              >
                {errors}
              </Typography>
            )}
          </ButtonBase>
        );
      })}
    </Box>
  );
}

function isWithin(section: Section, [first, second]: readonly (string | number)[]): boolean {
  if (section.is === 'library') return first === 'libraries' && second === section.name;
  if (section.is === 'libraries') return first === 'libraries' && second === undefined;
  if (section.is === 'connections') return CONNECTIONS.some((name) => name === first);
  return first === section.is;
}
