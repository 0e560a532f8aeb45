import { allows, type OverlayFile } from '@marquee/contracts';
import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOverlayFilesQuery } from '../../../api/overlays.ts';
import { useAppSelector } from '../../../app/store.ts';
import { usePlace } from '../../../frame/place.tsx';
import { selectRole } from '../../../session/session-slice.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { EmptyOverlays } from './empty-overlays.tsx';
import { FileSection } from './file-section.tsx';
import { NewFile } from './new-file.tsx';
import { OverlayFilter } from './overlay-filter.tsx';
import { fittingFiles, noWish, type Wish } from './overlay-wish.ts';
import { useTypicalItems } from './use-typical-items.ts';

export default function OverlaysPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('overlays.title') }]);
  const { data: files, error, refetch } = useOverlayFilesQuery(undefined, { refetchOnMountOrArgChange: 30 });
  const mayEdit = allows('editor', useAppSelector(selectRole));
  const [making, setMaking] = useState(false);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 1, mb: 6 }}>
        <Typography variant="h1" sx={{ flex: 1 }}>
          {t('overlays.title')}
        </Typography>
        <Typography color="textSecondary" sx={{ order: 1, flexBasis: '100%' }}>
          {t('overlays.what')}
        </Typography>
        {mayEdit && files && files.length > 0 && (
          <Button variant="contained" startIcon={<AddRounded />} onClick={() => setMaking(true)}>
            {t('overlays.list.newFile')}
          </Button>
        )}
      </Box>
      {!files && error && <ProblemNotice error={error} onRetry={refetch} />}
      {!files && !error && <Loading />}
      {files?.length === 0 && <EmptyOverlays mayEdit={mayEdit} onNew={() => setMaking(true)} />}
      {files && files.length > 0 && <Files files={files} mayEdit={mayEdit} />}
      {making && <NewFile taken={files?.map(({ path }) => path) ?? []} onClose={() => setMaking(false)} />}
    </>
  );
}

function Files({ files, mayEdit }: { files: readonly OverlayFile[]; mayEdit: boolean }) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<Wish>(noWish);
  const items = useTypicalItems(files);
  const fitting = fittingFiles(files, wish);
  const total = files.flatMap(({ entries }) => entries).length;
  const shown = fitting.flatMap(({ entries }) => entries).length;
  return (
    <>
      <OverlayFilter wish={wish} files={files} shown={shown} total={total} onChange={setWish} />
      {fitting.length === 0 && (
        <Notice
          title={t('overlays.list.nothing')}
          what={t('overlays.list.nothingWhat', { count: total })}
          action={
            <Button variant="outlined" onClick={() => setWish(noWish)}>
              {t('overlays.list.clear')}
            </Button>
          }
        />
      )}
      {fitting.map((file) => (
        <FileSection
          key={file.id}
          file={file}
          allEntries={files.find(({ id }) => id === file.id)?.entries.length ?? 0}
          items={items}
          mayEdit={mayEdit}
        />
      ))}
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')}>
      <Skeleton width={320} height={36} sx={{ mb: 6 }} />
      <Skeleton width={240} height={24} sx={{ mb: 4 }} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(168px, 1fr))', gap: 4 }}>
        {Array.from({ length: 8 }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
          <Skeleton key={place} width="100%" height={300} />
        ))}
      </Box>
    </Box>
  );
}
