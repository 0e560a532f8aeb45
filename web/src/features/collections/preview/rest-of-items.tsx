import type { CollectionPreviewAsked, ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useLazyCollectionPreviewQuery } from '../../../api/collections.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { SmallPosters } from './found-items.tsx';

/** Further pages of what was found, each when it is asked for. */
export function RestOfItems(props: {
  wish: { body: z.input<typeof CollectionPreviewAsked> };
  cursor: string;
}) {
  const { t } = useTranslation();
  const [ask, { error, isFetching }] = useLazyCollectionPreviewQuery();
  const [items, setItems] = useState<readonly ItemSummary[]>([]);
  const [cursor, setCursor] = useState<string | null>(props.cursor);
  const more = async () => {
    if (cursor === null) return;
    const { data } = await ask({ body: { ...props.wish.body, cursor } });
    if (!data) return;
    setItems((was) => [...was, ...data.items]);
    setCursor(data.nextCursor);
  };
  return (
    <Box sx={{ display: 'grid', gap: 3, mt: 2 }}>
      {items.length > 0 && <SmallPosters items={items} />}
      {error && <FormProblem error={error} />}
      {cursor !== null && (
        <Button variant="outlined" loading={isFetching} onClick={() => void more()}>
          {t('collections.preview.showMore')}
        </Button>
      )}
    </Box>
  );
}
