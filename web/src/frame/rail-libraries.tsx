import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { NavLink } from 'react-router';
import { useLibrariesQuery } from '../api/libraries.ts';
import { formatCount } from '../i18n/format.ts';
import { LibraryIcon } from '../ui/library-icon.tsx';
import { RailRow } from './rail-entry.tsx';

/** The libraries beneath their place, each with how much is in it. */
export function RailLibraries() {
  const { data: libraries = [] } = useLibrariesQuery();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1 }}>
      {libraries.map((library) => (
        <li key={library.id}>
          <RailRow {...{ component: NavLink, to: `/libraries/${library.id}` }} sx={{ height: 36, pl: 5 }}>
            <LibraryIcon kind={library.kind} sx={{ fontSize: 16, flex: 'none', color: 'text.low' }} />
            <Typography component="span" variant="body2" noWrap>
              {library.title}
            </Typography>
            <Typography
              component="span"
              variant="caption"
              sx={{ ml: 'auto', color: 'text.low', fontVariantNumeric: 'tabular-nums' }}
            >
              {formatCount(library.counts[0]?.count ?? 0)}
            </Typography>
          </RailRow>
        </li>
      ))}
    </Box>
  );
}
