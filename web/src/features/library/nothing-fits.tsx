import type { ItemKind, Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { formatCount, formatResolution } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { activeFilters, type Change, type LibraryView } from './library-view.ts';

/** Says what hides how many, and offers to take each away. */
export function NothingFits(props: {
  library: Library;
  view: LibraryView;
  all: number;
  kind: ItemKind;
  change(next: Change): void;
}) {
  const { view, change, library } = props;
  const { t } = useTranslation();
  const named = {
    unwatched: () => t('library.unwatched'),
    resolution: () => formatResolution(view.resolution ?? ''),
    genre: () => t('library.genre', { value: view.genre ?? '' }),
    label: () => t('library.label', { value: view.label ?? '' }),
  };
  const active = activeFilters(view);
  const filters = new Intl.ListFormat('en').format(active.map((name) => named[name]()));
  const total = `${formatCount(props.all)} ${t(`kinds.${props.kind}`, { count: props.all })}`;
  const told = { search: view.search ?? '', library: library.title, filters, total };
  const what =
    active.length === 0
      ? t('library.nothingSearch', told)
      : view.search
        ? t('library.nothingBoth', told)
        : t('library.nothingFilters', told);
  return (
    <Notice
      role="status"
      title={t('library.nothing')}
      what={what}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 2 }}>
          {view.search && (
            <Button variant="outlined" onClick={() => change({ search: undefined })}>
              {t('library.clearSearch')}
            </Button>
          )}
          {active.map((name) => (
            <Button key={name} variant="outlined" onClick={() => change({ [name]: undefined })}>
              {t('library.without', { filter: named[name]() })}
            </Button>
          ))}
        </Box>
      }
    />
  );
}
