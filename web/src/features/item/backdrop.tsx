import type { Item } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { imageAddress, imageChoices } from '../../api/image-address.ts';

/** The item's background picture, softly behind the top of the page. */
export function Backdrop({ item }: { item: Pick<Item, 'id' | 'artVersion'> }) {
  if (item.artVersion === null) return null;
  return (
    <Box
      component="img"
      alt=""
      aria-hidden="true"
      src={imageAddress(item.id, 'art', 1000, item.artVersion)}
      srcSet={imageChoices(item.id, 'art', item.artVersion, 1920)}
      sizes="100vw"
      sx={{
        position: 'absolute',
        top: { xs: -16, md: -24 },
        left: '50%',
        width: 'min(100vw, 1728px)',
        height: 420,
        maxWidth: 'none',
        objectFit: 'cover',
        objectPosition: '50% 25%',
        transform: 'translateX(-50%)',
        opacity: 0.3,
        // Words lie on it: soft enough that no edge competes with them.
        filter: 'blur(20px)',
        maskImage: 'linear-gradient(to bottom, black 30%, transparent)',
        pointerEvents: 'none',
      }}
    />
  );
}
