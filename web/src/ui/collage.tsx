import Box from '@mui/material/Box';
import { imageAddress } from '../api/image-address.ts';
import { radius } from '../theme/tokens.ts';
import { placeholderTone } from './placeholder-tone.ts';

const MOST = 5;

/** A few posters side by side that sink into the card towards its words. */
export function Collage(props: { itemIds: readonly string[]; square: boolean; height: number }) {
  return (
    <Box
      aria-hidden="true"
      sx={{
        flex: '0 1 auto',
        minWidth: 0,
        height: props.height,
        display: 'flex',
        justifyContent: 'flex-end',
        gap: '2px',
        overflow: 'hidden',
        borderRadius: `0 ${radius.card - 1}px ${radius.card - 1}px 0`,
        maskImage: 'linear-gradient(to right, transparent, rgb(0 0 0 / 0.85) 60%, black)',
      }}
    >
      {props.itemIds.slice(0, MOST).map((id) => (
        <Box
          key={id}
          sx={{
            height: '100%',
            aspectRatio: props.square ? '1' : '2 / 3',
            flex: 'none',
            bgcolor: placeholderTone(id),
          }}
        >
          <Box
            component="img"
            alt=""
            src={imageAddress(id, 'poster', 240)}
            loading="lazy"
            decoding="async"
            onError={({ currentTarget }) => {
              currentTarget.style.visibility = 'hidden';
            }}
            sx={{ width: '100%', height: '100%', objectFit: 'cover', display: 'block' }}
          />
        </Box>
      ))}
    </Box>
  );
}
