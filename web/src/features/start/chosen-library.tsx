import type { ConfigStart } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import Collapse from '@mui/material/Collapse';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.ts';
import { LibraryIcon } from '../../ui/library-icon.tsx';
import { ChoiceCard, Choices } from './choice-card.tsx';
import { type FileList, isKometas, type OfferedLibrary, type StartDraft } from './start-wish.ts';

type Files = StartDraft['chosen'][string];
const lists = ['collections', 'overlays'] as const;

/** A library, whether Kometa works on it, and what it makes for it. */
export function ChosenLibrary(props: {
  library: OfferedLibrary;
  offers: ConfigStart['offers'];
  files: Files | null;
  good: Files | null;
  onChange(files: Files | null): void;
}) {
  const { library, offers, files, good, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const { kind } = library;
  const toggle = (list: FileList, name: string) => {
    if (files === null) return;
    const now = files[list];
    onChange({ ...files, [list]: now.includes(name) ? now.filter((one) => one !== name) : [...now, name] });
  };
  return (
    <Card>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 2, minHeight: 56 }}>
        <LibraryIcon kind={kind} fontSize="small" sx={{ color: 'text.low' }} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography component="label" htmlFor={id} variant="subtitle2" sx={{ display: 'block' }}>
            {library.title}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {isKometas(kind)
              ? t('start.count', { count: library.items, told: formatCount(library.items) })
              : t('start.notFor')}
          </Typography>
        </Box>
        {good !== null && (
          <Checkbox
            id={id}
            checked={files !== null}
            onChange={() => onChange(files === null ? good : null)}
            sx={{ mr: -2 }}
          />
        )}
      </Box>
      {isKometas(kind) && (
        <Collapse in={files !== null} unmountOnExit>
          <Box sx={{ px: 4, pb: 4, display: 'grid', gap: 4 }}>
            {lists.map((list) => (
              <Box key={list}>
                <Typography variant="body2" component="h3" sx={{ mb: 2, color: 'text.low' }}>
                  {t(`start.${list}`)}
                </Typography>
                <Choices label={t('start.of', { what: t(`start.${list}`), library: library.title })}>
                  {offers[kind][list].map(({ name, title, what }) => (
                    <ChoiceCard
                      key={name}
                      type="checkbox"
                      checked={files?.[list].includes(name) ?? false}
                      title={title}
                      what={what}
                      onChange={() => toggle(list, name)}
                    />
                  ))}
                </Choices>
              </Box>
            ))}
          </Box>
        </Collapse>
      )}
    </Card>
  );
}
