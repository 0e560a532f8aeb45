import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

export function StepHeading({ title, what }: { title: string; what: string }) {
  return (
    <Box>
      <Typography variant="h1">{title}</Typography>
      <Typography color="textSecondary" sx={{ mt: 2 }}>
        {what}
      </Typography>
    </Box>
  );
}
