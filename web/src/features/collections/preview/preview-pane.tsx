import type { CollectionPreview, ItemSummary } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLazyCollectionPreviewQuery } from '../../../api/collections.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useAsked } from '../use-asked.ts';
import { FoundItems } from './found-items.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import { RestOfItems } from './rest-of-items.tsx';
import { SourceStates } from './source-states.tsx';
import { type PreviewPaneProps, usePreviewWish } from './use-preview-wish.ts';

const FIRST_PAGE = { limit: 60 };

/** What the collection would hold if Kometa ran now, and what that changes in Plex. */
export function PreviewPane(props: PreviewPaneProps) {
  const { libraries, library } = props;
  const { t } = useTranslation();
  const [again, setAgain] = useState(0);
  const [ask] = useLazyCollectionPreviewQuery();
  const [tab, setTab] = useState<Shown>('items');
  const wish = usePreviewWish(props, FIRST_PAGE);
  const { data, error, asking } = useAsked(ask, wish, again);
  return (
    <PreviewFrame
      libraries={libraries}
      library={library}
      onLibrary={props.onLibrary}
      asking={asking}
      nothing={wish ? null : t('collections.preview.nothing')}
      error={error}
      onAgain={() => setAgain(again + 1)}
    >
      {wish && data && (
        <Answer
          preview={data}
          tab={tab}
          onTab={setTab}
          rest={
            // Of what is shown, and not of what is being typed.
            !asking && data.nextCursor !== null ? (
              <RestOfItems key={data.nextCursor} wish={wish} cursor={data.nextCursor} />
            ) : null
          }
        />
      )}
    </PreviewFrame>
  );
}

type Shown = 'items' | 'added' | 'removed';

function Answer(props: { preview: CollectionPreview; tab: Shown; rest: ReactNode; onTab(tab: Shown): void }) {
  const { preview, tab } = props;
  const { t } = useTranslation();
  const shown: Record<Shown, { items: readonly ItemSummary[]; total: number | null }> = {
    items: { items: preview.items, total: preview.total },
    added: { items: preview.added, total: preview.addedTotal },
    removed: { items: preview.removed, total: preview.removedTotal },
  };
  return (
    <>
      <Typography variant="h2" component="p" sx={{ fontVariantNumeric: 'tabular-nums' }} role="status">
        {preview.total === null
          ? t('collections.preview.unknown')
          : t('collections.preview.total', { count: preview.total, told: formatCount(preview.total) })}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 3 }}>
        <Today collection={preview.collection} />
      </Typography>
      <SourceStates preview={preview} />
      <Tabs
        value={tab}
        onChange={(_, next: Shown) => props.onTab(next)}
        aria-label={t('collections.preview.show')}
        variant="fullWidth"
        sx={{
          mb: 3,
          minHeight: 40,
          '& .MuiTab-root': {
            minHeight: 40,
            minWidth: 0,
            px: 1,
            whiteSpace: 'nowrap',
          },
        }}
      >
        {(['items', 'added', 'removed'] as const).map((name) => (
          <Tab
            key={name}
            value={name}
            id={`preview-tab-${name}`}
            aria-controls="preview-items"
            label={t(`collections.preview.tabs.${name}`, { told: formatCount(shown[name].total ?? 0) })}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="preview-items" aria-labelledby={`preview-tab-${tab}`}>
        <FoundItems
          {...shown[tab]}
          none={t(`collections.preview.none.${tab}`)}
          rest={tab === 'items' ? props.rest : null}
        />
      </Box>
    </>
  );
}

function Today({ collection }: Pick<CollectionPreview, 'collection'>) {
  const { t } = useTranslation();
  if (collection === null) return t('collections.preview.makesNone');
  if (!collection.exists) return t('collections.preview.isNew');
  const counted = { count: collection.size, told: formatCount(collection.size) };
  return collection.smart
    ? t('collections.preview.todaySmart', counted)
    : t('collections.preview.today', counted);
}
