import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { skipToken } from '@reduxjs/toolkit/query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRenderedQuery } from '../../../api/rendering.ts';

const Picture = styled('img')({ display: 'block', width: '100%', height: '100%', objectFit: 'contain' });
const WIDTH = 240;

export interface Drawn {
  itemId: string;
  /** YAML of the overlay files, or their ids. */
  files?: string[];
  fileIds?: string[];
  only?: string[] | null;
}

/** A small picture of what is drawn on one item; asked for when it comes into view. */
export function RenderedPicture({ drawn, alt }: { drawn: Drawn | null; alt: string }) {
  const { t } = useTranslation();
  const [ref, seen] = useSeen();
  const {
    currentData,
    data = currentData,
    error,
  } = useRenderedQuery(
    seen && drawn
      ? {
          body: {
            itemId: drawn.itemId,
            files: drawn.files ?? [],
            fileIds: drawn.fileIds ?? [],
            only: drawn.only ?? null,
            output: { kind: 'image', format: 'webp_lossy', quality: 85, width: WIDTH },
          },
        }
      : skipToken,
  );
  return (
    <Box ref={ref} sx={{ width: '100%', height: '100%', display: 'grid', placeItems: 'center' }}>
      {data?.imageUrl ? (
        <Picture src={data.imageUrl} alt={alt} draggable={false} decoding="async" />
      ) : error || data ? (
        <Typography variant="caption" sx={{ color: 'text.low', p: 1, textAlign: 'center' }}>
          {data ? t('overlays.picture.nothing') : t('overlays.picture.failed')}
        </Typography>
      ) : (
        <Skeleton variant="rectangular" width="100%" height="100%" />
      )}
    </Box>
  );
}

/** True from when it is first in view. Where nobody can tell, it is in view. */
function useSeen() {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(() => typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (seen || !ref.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '200px' },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [seen]);
  return [ref, seen] as const;
}
