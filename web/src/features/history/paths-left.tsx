import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** What did not go as wished, path by path. */
export function PathsLeft(props: { title: string; paths: readonly { path: string; message: string }[] }) {
  return (
    <Box role="alert">
      <Typography>{props.title}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 2, pl: 5 }}>
        {props.paths.map(({ path, message }) => (
          <Typography key={path} component="li" variant="body2">
            {path}: {message}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
