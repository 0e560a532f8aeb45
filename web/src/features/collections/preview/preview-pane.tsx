import type { CollectionPreview, ItemSummary, Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Skeleton from '@mui/material/Skeleton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLazyCollectionPreviewQuery } from '../../../api/collections.ts';
import { formatCount } from '../../../i18n/format.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import type { Values } from '../model/json.ts';
import { useAsked } from '../use-asked.ts';
import { FoundItems } from './found-items.tsx';
import { RestOfItems } from './rest-of-items.tsx';
import { SourceStates } from './source-states.tsx';

const FIRST = 60;

/** What the collection would hold if Kometa ran now, and what that changes in Plex. */
export function PreviewPane(props: {
  /** What is asked in; those whose file config.yml lists. */
  libraries: readonly Library[];
  library: Library | null;
  onLibrary(id: string): void;
  name: string;
  values: Values;
  /** The file whose templates it may call. */
  fileId: string | null;
}) {
  const { libraries, library, name, values, fileId } = props;
  const { t } = useTranslation();
  const [again, setAgain] = useState(0);
  const [ask] = useLazyCollectionPreviewQuery();
  const [tab, setTab] = useState<Shown>('items');
  const told = JSON.stringify(values);
  const wish = useMemo(
    () =>
      library && name.trim() !== '' && told !== '{}'
        ? {
            body: {
              ...{ libraryId: library.id, definition: JSON.parse(told) as Values, name, limit: FIRST },
              ...(fileId !== null && { fileId }),
            },
          }
        : null,
    [library, name, told, fileId],
  );
  const { data, error, asking } = useAsked(ask, wish, again);
  return (
    <Box
      component="section"
      aria-label={t('collections.preview.title')}
      data-testid="preview"
      aria-busy={asking}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 3, flexWrap: 'wrap' }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {t('collections.preview.title')}
        </Typography>
        {libraries.length > 0 && (
          <Select
            size="small"
            value={library?.id ?? ''}
            onChange={({ target }) => props.onLibrary(target.value)}
            inputProps={{ 'aria-label': t('collections.preview.library') }}
          >
            {libraries.map(({ id, title }) => (
              <MenuItem key={id} value={id}>
                {title}
              </MenuItem>
            ))}
          </Select>
        )}
      </Box>
      {!library && <Typography color="textSecondary">{t('collections.preview.noLibrary')}</Typography>}
      {library && !wish && <Typography color="textSecondary">{t('collections.preview.nothing')}</Typography>}
      {wish && error && (
        <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
          <FormProblem error={error} />
          <Button variant="outlined" onClick={() => setAgain(again + 1)}>
            {t('tryAgain')}
          </Button>
        </Box>
      )}
      {wish && !error && !data && <Waiting />}
      {wish && !error && data && (
        <Box style={{ opacity: asking ? 0.6 : 1 }}>
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
        </Box>
      )}
    </Box>
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
            textTransform: 'none',
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

function Waiting() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('collections.preview.asking')}>
      <Skeleton width={160} height={28} sx={{ mb: 2 }} />
      <Skeleton width="80%" height={16} sx={{ mb: 4 }} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 2 }}>
        {Array.from({ length: 8 }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
          <Skeleton key={place} width="100%" height="auto" sx={{ aspectRatio: '2 / 3' }} />
        ))}
      </Box>
    </Box>
  );
}
