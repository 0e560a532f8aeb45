import type { Item } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { radius } from '../../theme/tokens.ts';
import { aspectOf, type Shape } from '../../ui/kind-looks.ts';
import { Poster } from '../../ui/poster.tsx';

const widths: Record<Shape, number> = { poster: 260, square: 260, wide: 360, row: 200 };

export function ItemPoster({ item, shape }: { item: Item; shape: Shape }) {
  const { t } = useTranslation();
  const width = widths[shape];
  return (
    <Box
      sx={{
        width: { xs: Math.min(width, 180), md: width },
        aspectRatio: String(aspectOf[shape === 'row' ? 'square' : shape]),
        alignSelf: 'start',
        borderRadius: `${radius.control}px`,
        overflow: 'hidden',
      }}
    >
      <Poster item={item} width={width} largest={1000} eager alt={t('item.poster', { title: item.title })} />
    </Box>
  );
}
