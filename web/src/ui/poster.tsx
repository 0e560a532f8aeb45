import type { ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { imageAddress, imageChoices } from '../api/image-address.ts';
import { motion } from '../theme/tokens.ts';
import { placeholderTone } from './placeholder-tone.ts';

const Picture = styled('img')({
  display: 'block',
  width: '100%',
  height: '100%',
  objectFit: 'cover',
  opacity: 0,
  '&[data-shown]': { opacity: 1 },
  '&[data-shown="faded"]': { transition: `opacity ${motion.state}ms ${motion.easing}` },
});

type Pictured = Pick<ItemSummary, 'id' | 'title' | 'posterVersion'>;

/** A poster on its quiet ground; where there is none, its title in its place. */
export function Poster(props: {
  item: Pictured;
  width: number;
  alt?: string;
  eager?: boolean;
  largest?: 480 | 720 | 1000;
}) {
  const { item, width, alt = '', eager = false, largest = 720 } = props;
  const [failed, setFailed] = useState<string | null>(null);
  const version = item.posterVersion;
  return (
    <Box sx={{ width: '100%', height: '100%', bgcolor: placeholderTone(item.id), overflow: 'hidden' }}>
      {version === null || failed === version ? (
        <NoPicture title={item.title} />
      ) : (
        <Picture
          key={version}
          alt={alt}
          src={imageAddress(item.id, 'poster', 360, version)}
          srcSet={imageChoices(item.id, 'poster', version, largest)}
          sizes={`${Math.ceil(width)}px`}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
          draggable={false}
          ref={showIfReady}
          onLoad={({ currentTarget }) => {
            currentTarget.dataset.shown ??= 'faded';
          }}
          onError={() => setFailed(version)}
        />
      )}
    </Box>
  );
}

/** A picture from the browser's cache needs no fade. */
function showIfReady(picture: HTMLImageElement | null): void {
  if (picture?.complete && picture.naturalWidth > 0) picture.dataset.shown = 'now';
}

function NoPicture({ title }: { title: string }) {
  return (
    <Box sx={{ height: '100%', display: 'grid', placeItems: 'center', p: 2 }} aria-hidden="true">
      <Typography variant="body2" color="textSecondary" sx={{ textAlign: 'center', hyphens: 'auto' }}>
        {title}
      </Typography>
    </Box>
  );
}
