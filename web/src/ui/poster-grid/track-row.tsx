import type { ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatTrackTime } from '../../i18n/format.ts';
import { itemWords } from '../item-words.ts';

const Line = styled(Link)(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(4),
  height: '100%',
  paddingInline: theme.spacing(3),
  borderRadius: theme.shape.borderRadius,
  color: 'inherit',
  textDecoration: 'none',
  '&:hover': { backgroundColor: theme.vars.palette.raised },
  '&:focus-visible': { outlineOffset: -2 },
}));

/** A track is read, not looked at: number, title, where it is from, length. */
export function TrackRow(props: { item: ItemSummary; within: 'library' | 'parent'; tabIndex: 0 | -1 }) {
  const { item, within } = props;
  const { t } = useTranslation();
  const words = itemWords(item, t, within);
  return (
    <Line to={`/items/${item.id}`} tabIndex={props.tabIndex} data-testid="poster">
      {within === 'parent' && (
        <Typography
          component="span"
          variant="body2"
          color="textDisabled"
          sx={{ ...figures, minWidth: '3ch' }}
        >
          {item.index}
        </Typography>
      )}
      <Box sx={{ minWidth: 0, flex: 1 }}>
        <Typography component="div" noWrap>
          {words.title}
        </Typography>
        {within === 'library' && (
          <Typography component="div" variant="caption" noWrap color="textDisabled">
            {words.line}
          </Typography>
        )}
      </Box>
      <Typography component="span" variant="body2" color="textDisabled" sx={figures}>
        {item.durationMs !== null && formatTrackTime(item.durationMs)}
      </Typography>
    </Line>
  );
}

const figures = { fontVariantNumeric: 'tabular-nums', textAlign: 'right' };
