import type { ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { imageAddress, imageChoices } from '../api/image-address.ts';
import { useAppSelector } from '../app/store.ts';
import { selectAccessToken } from '../session/session-slice.ts';
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

interface PosterProps {
  item: Pictured;
  width: number;
  alt?: string;
  eager?: boolean;
  largest?: 480 | 720 | 1000;
}

/** A poster on its quiet ground; where there is none, its title in its place. */
export function Poster(props: PosterProps) {
  const { item } = props;
  const version = item.posterVersion;
  // Pictures come by a cookie that ends with the token: one that failed is asked for again with the next.
  const attempt = `${version} ${useAppSelector(selectAccessToken)}`;
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <Box sx={{ width: '100%', height: '100%', bgcolor: placeholderTone(item.id), overflow: 'hidden' }}>
      {version === null || failed === attempt ? (
        <NoPicture title={item.title} />
      ) : (
        <Asked
          key={`${version} ${failed}`}
          {...props}
          version={version}
          attempt={attempt}
          onFail={setFailed}
        />
      )}
    </Box>
  );
}

function Asked(props: PosterProps & { version: string; attempt: string; onFail(attempt: string): void }) {
  const { item, width, version, alt = '', eager = false, largest = 720, onFail } = props;
  // The failure of a picture may be heard after the token that it was asked with is gone.
  const [attempt] = useState(props.attempt);
  return (
    <Picture
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
      onError={() => onFail(attempt)}
    />
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
