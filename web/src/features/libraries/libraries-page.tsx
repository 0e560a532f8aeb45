import type { PlexServerInfo } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useLibrariesQuery, useServersQuery } from '../../api/libraries.ts';
import { usePlace } from '../../frame/place.tsx';
import { LibraryCards } from '../../ui/library-cards.tsx';
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
        <LibraryCards leastWidth={480} libraries={libraries} />
      ) : error ? (
        <ProblemNotice error={error} onRetry={refetch} />
      ) : (
        <LibraryCards leastWidth={480} libraries={undefined} />
      )}
    </>
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
