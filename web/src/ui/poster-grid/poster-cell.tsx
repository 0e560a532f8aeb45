import type { ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { motion, onPicture, radius } from '../../theme/tokens.ts';
import { itemWords } from '../item-words.ts';
import { Poster } from '../poster.tsx';
import { CAPTION_HEIGHT, type Geometry } from './geometry.ts';

const Card = styled(Link)(({ theme }) => ({
  display: 'block',
  color: 'inherit',
  textDecoration: 'none',
  borderRadius: radius.control,
  // Read out in place of the words on the picture, which come and go.
  '& .name': {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  '& .picture': {
    position: 'relative',
    borderRadius: radius.control,
    overflow: 'hidden',
    transition: `transform ${motion.state}ms ${motion.easing}, box-shadow ${motion.state}ms ${motion.easing}`,
  },
  '& .veil': {
    position: 'absolute',
    inset: 0,
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'flex-end',
    padding: theme.spacing(3),
    color: onPicture.text,
    background: onPicture.veil,
    opacity: 0,
    transition: `opacity ${motion.state}ms ${motion.easing}`,
  },
  '@media (hover: hover)': {
    '&:hover .picture': { transform: 'translateY(-4px)', boxShadow: theme.vars.palette.floating },
    '&:hover .veil': { opacity: 1 },
  },
  '&:focus-visible .picture': { transform: 'translateY(-4px)', boxShadow: theme.vars.palette.floating },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible .picture, &:focus-visible.bare': {
    outline: `2px solid ${theme.vars.palette.focus}`,
    outlineOffset: 2,
  },
  '&:focus-visible .veil': { opacity: 1 },
}));

/** One poster: at rest only the picture; hover and focus lift it and tell what it is. Drawn anew only when it changes. */
export const PosterCell = memo(function PosterCell(props: {
  item: ItemSummary;
  geometry: Geometry;
  captions: boolean;
  within: 'library' | 'parent';
  tabIndex: 0 | -1;
}) {
  const { item, geometry, captions, within } = props;
  const { t } = useTranslation();
  const words = itemWords(item, t, within);
  return (
    <Card to={`/items/${item.id}`} tabIndex={props.tabIndex} data-testid="poster" draggable={false}>
      <span className="name">
        {item.year === null ? words.title : t('cell.withYear', { title: words.title, year: item.year })}
      </span>
      <div className="picture" aria-hidden="true" style={{ height: geometry.pictureHeight }}>
        <Poster item={item} width={geometry.cellWidth} />
        <div className="veil">
          {!captions && (
            <>
              <Typography component="span" variant="subtitle2" sx={clamped(3)}>
                {words.title}
              </Typography>
              <Typography component="span" variant="caption" sx={clamped(1)}>
                {words.line}
              </Typography>
            </>
          )}
          <Badges badges={words.badges} />
        </div>
      </div>
      {captions && (
        <Box aria-hidden="true" sx={{ height: CAPTION_HEIGHT, pt: 2 }}>
          <Typography component="div" variant="body2" noWrap sx={{ fontWeight: 'fontWeightMedium' }}>
            {words.title}
          </Typography>
          <Typography component="div" variant="caption" noWrap color="textDisabled">
            {words.line}
          </Typography>
        </Box>
      )}
    </Card>
  );
});

function Badges({ badges }: { badges: readonly string[] }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
      {badges.map((badge) => (
        <Box
          key={badge}
          component="span"
          sx={{
            px: 1.5,
            borderRadius: 0.5,
            typography: 'caption',
            fontWeight: 'fontWeightMedium',
            fontVariantNumeric: 'tabular-nums',
            color: onPicture.text,
            bgcolor: onPicture.badge,
          }}
        >
          {badge}
        </Box>
      ))}
    </Box>
  );
}

const clamped = (lines: number) => ({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: lines,
  overflow: 'hidden',
});
