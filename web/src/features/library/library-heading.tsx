import type { Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../i18n/format.ts';
import { toldCounts } from '../../ui/told-counts.ts';
import { LibraryActions } from './library-actions.tsx';
import type { Change, LibraryView } from './library-view.ts';

export function LibraryHeading(props: { library: Library; view: LibraryView; change(next: Change): void }) {
  const { library, view, change } = props;
  const { t } = useTranslation();
  const counts = toldCounts(library);
  const main = counts[0];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 3, mb: 2 }}>
      <Typography variant="h1" noWrap sx={{ minWidth: 0 }}>
        {library.title}
      </Typography>
      {counts.length > 1 ? (
        <ToggleButtonGroup
          exclusive
          aria-label={t('library.kind')}
          value={view.kind ?? main?.kind}
          onChange={(_, kind) => kind && change({ ...dropped, kind: kind === main?.kind ? undefined : kind })}
          sx={{ order: { xs: 3, sm: 0 }, width: { xs: '100%', sm: 'auto' } }}
        >
          {counts.map(({ kind, count }) => (
            <ToggleButton key={kind} value={kind} sx={{ flex: { xs: 1, sm: 'none' }, gap: 2 }}>
              {t(`kindNames.${kind}`)}
              <Typography component="span" variant="caption" color="textDisabled" sx={figures}>
                {formatCount(count)}
              </Typography>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      ) : (
        main && (
          <Typography color="textDisabled" sx={{ ...figures, pt: 2 }}>
            {formatCount(main.count)} {t(`kinds.${main.kind}`, { count: main.count })}
          </Typography>
        )
      )}
      <Box sx={{ ml: 'auto' }}>
        <LibraryActions libraryId={library.id} />
      </Box>
    </Box>
  );
}

export function LibraryHeadingSkeleton() {
  return (
    <Box aria-busy="true" sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
      <Skeleton width={180} height={34} />
      <Skeleton width="100%" height={36} />
    </Box>
  );
}

/** Filters of one kind mean nothing for another, and would hide everything unseen. */
const dropped: Change = { unwatched: undefined, resolution: undefined };

const figures = { fontVariantNumeric: 'tabular-nums' };
