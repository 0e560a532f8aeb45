import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditFilter, useAuditInfiniteQuery } from '../../api/audit.ts';
import { usePlace } from '../../frame/place.tsx';
import { formatCount } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import { filterOf, isFiltered, useAuditView } from './audit-view.ts';
import { ExportMenu } from './export-menu.tsx';

export default function AuditPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('audit.title') }]);
  const { view, change, clear } = useAuditView();
  // "The last hour" is counted from when it was chosen: it must not ask anew with every tick.
  const filter = useMemo(() => filterOf(view, Date.now()), [view]);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 3, mb: 6 }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h1">{t('audit.title')}</Typography>
          <Typography color="textSecondary" sx={{ mt: 1 }}>
            {t('audit.what')}
          </Typography>
        </Box>
        <ExportMenu filter={filter} />
      </Box>
      <AuditFilters view={view} change={change} />
      <Entries filter={filter} {...(isFiltered(view) && { onClear: clear })} />
    </>
  );
}

function Entries({ filter, onClear }: { filter: AuditFilter; onClear?: () => void }) {
  const { t } = useTranslation();
  const {
    // The answer to an earlier filter is no answer to this one.
    currentData,
    error,
    refetch,
    hasNextPage,
    fetchNextPage,
    isFetchingNextPage,
    isFetchNextPageError,
  } = useAuditInfiniteQuery(filter, { refetchOnMountOrArgChange: true });
  if (!currentData) {
    return error ? <ProblemNotice error={error} onRetry={refetch} /> : <RowsSkeleton count={8} />;
  }
  const entries = currentData.pages.flatMap((page) => page.entries);
  const total = currentData.pages.at(-1)?.total ?? 0;
  if (entries.length === 0) return <Nothing {...(onClear && { onClear })} />;
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 36, mb: 2 }}>
        <Typography variant="body2" color="textSecondary" role="status">
          {t('audit.count', { count: total, told: formatCount(total) })}
        </Typography>
        {onClear && (
          <Button size="small" onClick={onClear} sx={{ ml: 2 }}>
            {t('audit.clear')}
          </Button>
        )}
      </Box>
      <Card component="ul" aria-label={t('audit.title')} sx={{ m: 0, p: 0 }}>
        {entries.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </Card>
      <Box sx={{ py: 6, textAlign: 'center' }}>
        {hasNextPage ? (
          <Button variant="outlined" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchNextPageError ? t('tryAgain') : t('audit.more')}
          </Button>
        ) : (
          <Typography variant="body2" sx={{ color: 'text.low' }}>
            {t('audit.end')}
          </Typography>
        )}
      </Box>
    </>
  );
}

function Nothing({ onClear }: { onClear?: () => void }) {
  const { t } = useTranslation();
  if (!onClear) return <Notice title={t('audit.none')} what={t('audit.noneWhat')} />;
  return (
    <Notice
      title={t('audit.nothing')}
      what={t('audit.nothingWhat')}
      action={
        <Button variant="outlined" onClick={onClear}>
          {t('audit.clear')}
        </Button>
      }
    />
  );
}
