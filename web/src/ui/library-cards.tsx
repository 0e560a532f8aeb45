import type { Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { LibraryCard, LibraryCardSkeleton } from './library-card.tsx';
import { Notice } from './notice.tsx';

/** Every library as a wide card; their places are held while they are on their way. */
export function LibraryCards(props: { libraries: readonly Library[] | undefined; leastWidth: number }) {
  const { libraries, leastWidth } = props;
  const { t } = useTranslation();
  if (libraries?.length === 0) return <Notice title={t('libraries.none')} what={t('libraries.noneWhat')} />;
  return (
    <Box
      component="ul"
      aria-busy={!libraries}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${leastWidth}px), 1fr))`,
        gap: { xs: 4, md: 6 },
      }}
    >
      {libraries
        ? libraries.map((library) => <LibraryCard key={library.id} library={library} />)
        : [0, 1, 2].map((place) => <LibraryCardSkeleton key={place} />)}
    </Box>
  );
}
