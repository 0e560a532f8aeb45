import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** What the two sides of a difference are, above them where they stand beside each other; their texts are named so too. */
export function SideLabels({ labels }: { labels: readonly [first: string, second: string] }) {
  return (
    <Box
      aria-hidden
      sx={{
        display: { xs: 'none', lg: 'grid' },
        gridTemplateColumns: '1fr 1fr',
        color: 'text.secondary',
      }}
    >
      {labels.map((label) => (
        <Typography key={label} variant="caption">
          {label}
        </Typography>
      ))}
    </Box>
  );
}
