import { styled } from '@mui/material/styles';

const Mark = styled('svg')(({ theme }) => ({
  width: 26,
  height: 26,
  flex: 'none',
  '& path': {
    fill: 'none',
    stroke: theme.vars.palette.primary.main,
    strokeWidth: 3.4,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    strokeDasharray: '0.01 4.85',
  },
}));

/** An M of bulbs. */
export function Wordmark() {
  return (
    <Mark viewBox="4 6 24 21" aria-hidden="true">
      <path d="M8 23V10l8 8 8-8v13" />
    </Mark>
  );
}
