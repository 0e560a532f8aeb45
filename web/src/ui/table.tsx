import { styled } from '@mui/material/styles';
import { weights } from '../theme/tokens.ts';

/** A table in the house's look: quiet heads, a line between rows. */
export const Table = styled('table')(({ theme }) => ({
  width: '100%',
  borderCollapse: 'collapse',
  textAlign: 'left',
  '& th': {
    ...theme.typography.body2,
    fontWeight: weights.medium,
    color: theme.vars.palette.text.secondary,
    padding: theme.spacing(2, 4),
    whiteSpace: 'nowrap',
  },
  '& td': {
    ...theme.typography.body1,
    padding: theme.spacing(2.5, 4),
    borderTop: `1px solid ${theme.vars.palette.line}`,
  },
}));
