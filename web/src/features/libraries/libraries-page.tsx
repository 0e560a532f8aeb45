import type { Library, PlexServerInfo } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useLibrariesQuery, useServersQuery } from '../../api/libraries.ts';
import { usePlace } from '../../frame/place.tsx';
import { LibraryCard, LibraryCardSkeleton } from '../../ui/library-card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

export default function LibrariesPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('libraries.title') }]);
  const { data: libraries, error, refetch } = useLibrariesQuery();
  const { data: servers = [] } = useServersQuery();
  return (
    <>
      <Typography variant="h1" sx={{ mb: 6 }}>
        {t('libraries.title')}
      </Typography>
      <Servers servers={servers} />
      {libraries ? (
        <Cards libraries={libraries} />
      ) : error ? (
        <ProblemNotice error={error} onRetry={refetch} />
      ) : (
        <Cards libraries={undefined} />
      )}
    </>
  );
}

function Cards({ libraries }: { libraries: readonly Library[] | undefined }) {
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
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 480px), 1fr))',
        gap: { xs: 4, md: 6 },
      }}
    >
      {libraries
        ? libraries.map((library) => <LibraryCard key={library.id} library={library} />)
        : [0, 1, 2].map((place) => <LibraryCardSkeleton key={place} />)}
    </Box>
  );
}

/** One server needs no heading; a server in trouble, the demo, or several servers do. */
function Servers({ servers }: { servers: readonly PlexServerInfo[] }) {
  const { t } = useTranslation();
  const told = servers.length > 1 ? servers : servers.filter(({ reachable, demo }) => !reachable || demo);
  if (told.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, mt: -4, mb: 6 }}>
      {told.map((server) => (
        <Box key={server.id} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          {server.demo && <Chip label={t('libraries.demo')} />}
          <Typography color="textSecondary">
            {server.reachable
              ? server.name
              : t('libraries.unreachable', { server: server.name, message: server.message })}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
