import type { CollectionSummary, ItemSummary } from '@marquee/contracts';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';

/** As large as its card or line, so that all of it can be pressed. */
const Whole = styled(Link)(({ theme }) => ({
  display: 'block',
  color: 'inherit',
  textDecoration: 'none',
  '&::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 'inherit' },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible::after': { outline: `2px solid ${theme.vars.palette.focus}`, outlineOffset: -2 },
}));

/** To its editor; for those who may only look, to what Plex has of it. */
export function CollectionLink(props: {
  one: CollectionSummary;
  mayEdit: boolean;
  poster: ItemSummary | undefined;
  tabIndex: 0 | -1;
}) {
  const { one, mayEdit, poster } = props;
  const title = (
    <Typography
      component="span"
      noWrap
      title={one.title}
      sx={{ display: 'block', fontWeight: 'fontWeightMedium' }}
    >
      {one.title}
    </Typography>
  );
  if (!mayEdit && !poster) return <span data-testid="collection">{title}</span>;
  return (
    <Whole
      to={mayEdit ? `/collections/${one.id}` : `/items/${poster?.id}`}
      tabIndex={props.tabIndex}
      draggable={false}
      data-testid="collection"
    >
      {title}
    </Whole>
  );
}
