import type { ItemKind, Library, SystemStatus } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { formatCount } from '../../i18n/format.ts';
import { StateMark } from '../../ui/state-mark.tsx';

const summaries = { ok: 'system.allWell', degraded: 'system.degraded', down: 'system.down' } as const;

/** How much there is and how it goes: facts, said once. */
export function Greeting(props: {
  libraries: readonly Library[] | undefined;
  status: SystemStatus | undefined;
  known: boolean;
}) {
  const { t } = useTranslation();
  const { libraries, status, known } = props;
  const told = [...totalsOf(libraries ?? [])].map(
    ([kind, count]) => `${formatCount(count)} ${t(`kinds.${kind}`, { count })}`,
  );
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h1" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {libraries && libraries.length > 0 ? (
          new Intl.ListFormat('en').format(told)
        ) : known ? (
          t('dashboard.title')
        ) : (
          <Skeleton width={340} height={34} aria-label={t('cell.loading')} />
        )}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 24, mt: 1 }}>
        {status && (
          <>
            <StateMark state={status.state} size={16} />
            <Link component={RouterLink} to="/system" color="textSecondary">
              {t(summaries[status.state])}
            </Link>
          </>
        )}
      </Box>
    </Box>
  );
}

/** The main kind of each library, summed over libraries of the same kind. */
function totalsOf(libraries: readonly Library[]): Map<ItemKind, number> {
  const totals = new Map<ItemKind, number>();
  for (const { counts } of libraries) {
    const [main] = counts;
    if (main) totals.set(main.kind, (totals.get(main.kind) ?? 0) + main.count);
  }
  return totals;
}
