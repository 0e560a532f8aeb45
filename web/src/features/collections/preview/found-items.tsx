import type { ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCount } from '../../../i18n/format.ts';
import { aspectOf, kindLooks } from '../../../ui/kind-looks.ts';
import { Poster } from '../../../ui/poster.tsx';

/** The first of what was found, as small posters that lead to their pages. */
export function FoundItems(props: {
  items: readonly ItemSummary[];
  total: number | null;
  none: string;
  /** Where more of them can be asked for. */
  rest: ReactNode;
}) {
  const { items, total } = props;
  const { t } = useTranslation();
  if (items.length === 0) return <Typography color="textSecondary">{props.none}</Typography>;
  return (
    <>
      <SmallPosters items={items} />
      {props.rest}
      {!props.rest && total !== null && total > items.length && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
          {t('collections.preview.more', { told: formatCount(total - items.length) })}
        </Typography>
      )}
    </>
  );
}

/** Side by side, each leading to its page. */
export function SmallPosters({ items }: { items: readonly ItemSummary[] }) {
  const { t } = useTranslation();
  return (
    <Box
      component="ul"
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(72px, 1fr))',
        gap: 2,
      }}
    >
      {items.map((item) => {
        const { shape } = kindLooks[item.kind];
        const title = item.year === null ? item.title : `${item.title} (${item.year})`;
        return (
          <Box component="li" key={item.id}>
            <Box
              component={Link}
              to={`/items/${item.id}`}
              target="_blank"
              aria-label={t('collections.preview.open', { title })}
              title={title}
              sx={{
                display: 'block',
                borderRadius: 1,
                overflow: 'hidden',
                aspectRatio: aspectOf[shape === 'row' ? 'square' : shape],
              }}
            >
              <Poster item={item} width={96} />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
