import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import TravelExploreRounded from '@mui/icons-material/TravelExploreRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../../api/call-problem.ts';
import { useLazyCollectionCountQuery } from '../../../api/collections.ts';
import { formatCount } from '../../../i18n/format.ts';
import type { JsonMap } from '../model/json.ts';
import { useAsked } from '../use-asked.ts';
import { useConditionScope } from './condition-scope.ts';
import { askable } from './search-block.ts';

/** How much the search finds in Plex now; asked again when one has stopped typing. */
export function LiveCount({ search }: { search: JsonMap }) {
  const { t } = useTranslation();
  const { libraryId, level } = useConditionScope();
  // The same question, however it was typed.
  const asks = JSON.stringify(askable(search));
  const wish = useMemo(() => {
    const told: JsonMap | null = JSON.parse(asks);
    return told && libraryId ? { body: { libraryId, search: told, ...(level && { level }) } } : null;
  }, [asks, libraryId, level]);
  const [ask] = useLazyCollectionCountQuery();
  const { data, error, asking } = useAsked(ask, wish);
  if (libraryId === null) return null;
  const problem = error && problemWords(error, t);
  const Icon = problem ? ErrorOutlineRounded : TravelExploreRounded;
  return (
    <Box
      role="status"
      data-testid="live-count"
      aria-busy={asking}
      sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32 }}
      style={{ opacity: asking && data ? 0.6 : 1 }}
    >
      <Icon fontSize="small" aria-hidden sx={{ color: problem ? 'error.main' : 'text.secondary' }} />
      <Typography variant="subtitle2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {!wish && t('collections.conditions.nothingToAsk')}
        {wish && problem?.title}
        {wish && !problem && !data && t('collections.conditions.counting')}
        {wish &&
          !problem &&
          data &&
          t('collections.conditions.count', { count: data.count, told: formatCount(data.count) })}
      </Typography>
    </Box>
  );
}
