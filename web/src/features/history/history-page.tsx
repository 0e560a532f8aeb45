import '../../i18n/history-words.ts';
import '../../i18n/files-words.ts';
import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { skipToken } from '@reduxjs/toolkit/query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfigHistoryInfiniteQuery, useConfigVersionQuery } from '../../api/config-history.ts';
import { usePlace } from '../../frame/place.tsx';
import { formatCount } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Told } from '../../ui/told.tsx';
import { DeskFailed } from '../files/editor/desk-failed.tsx';
import { FilesFrame } from '../files/files-frame.tsx';
import { CopyDialog } from './copy/copy-dialog.tsx';
import { HistoryFilter } from './history-filter.tsx';
import { filterOf, isFiltered, noFilter, useHistoryView } from './history-view.ts';
import { OpenedVersion } from './opened-version.tsx';
import { RestoreFile } from './restore-file.tsx';
import { RestoreFolder } from './restore-folder.tsx';
import { UndoVersion } from './undo-version.tsx';
import { useComparingDesk } from './use-comparing-desk.ts';
import { VersionTimeline } from './version-timeline.tsx';

type Asking =
  | { what: 'folder' }
  | { what: 'copy' }
  | { what: 'undo' }
  | { what: 'file'; file: { id: string; path: string } }
  | null;

/** All versions of the config folder beside the one that is looked at. */
export default function HistoryPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('files.title'), to: '/files' }, { label: t('history.title') }]);
  const wide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const { view, change } = useHistoryView();
  const [picking, setPicking] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const [told, setTold] = useState<string | null>(null);
  const { desk, failed, retry } = useComparingDesk();
  const list = useConfigHistoryInfiniteQuery(filterOf(view), { refetchOnMountOrArgChange: 30 });
  const { currentData, fetchNextPage } = list;
  const pages = currentData?.pages;
  const versions = pages?.flatMap(({ entries }) => entries) ?? [];
  const wanted = view.version ?? (wide ? versions[0]?.id : undefined);
  const listed = versions.find(({ id }) => id === wanted);
  const asked = useConfigVersionQuery(wanted && pages && !listed ? { versionId: wanted } : skipToken);
  const version = listed ?? asked.currentData;
  const older = useCallback(() => void fetchNextPage(), [fetchNextPage]);

  const choose = (id: string) => {
    if (!picking || version === undefined) change({ version: id, against: undefined, file: undefined });
    else change({ version: version.id, against: id === version.id ? undefined : id, file: undefined });
    setPicking(false);
  };
  const path = versions.flatMap(({ files }) => files).find(({ fileId }) => fileId === view.of)?.path;
  // A phone has room for one of them.
  const showsList = wide || picking || wanted === undefined;
  const showsVersion = wide || !showsList;
  const total = pages?.at(-1)?.total ?? 0;

  return (
    <FilesFrame>
      {showsList && (
        <Box
          sx={{
            width: { xs: '100%', md: 360 },
            flex: 'none',
            display: 'flex',
            flexDirection: 'column',
            minHeight: 0,
            borderRight: { md: 1 },
            borderColor: { md: 'line' },
            bgcolor: { md: 'background.paper' },
          }}
        >
          <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, px: 4, pt: 4, pb: 3 }}>
            <Typography variant="h2" component="h1" sx={{ flex: 1 }}>
              {t('history.title')}
            </Typography>
            <Button size="small" startIcon={<ArchiveOutlined />} onClick={() => setAsking({ what: 'copy' })}>
              {t('history.copy.open')}
            </Button>
            {pages && (
              <Typography variant="body2" color="textSecondary" role="status">
                {t('history.count', { count: total, told: formatCount(total) })}
              </Typography>
            )}
          </Box>
          {picking && !wide && (
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, pb: 2 }}>
              <Typography variant="body2" role="status" sx={{ flex: 1 }}>
                {t('history.pick')}
              </Typography>
              <Button size="small" onClick={() => setPicking(false)}>
                {t('history.pickEnd')}
              </Button>
            </Box>
          )}
          <HistoryFilter view={view} authors={pages?.at(-1)?.authors ?? []} path={path} change={change} />
          {!pages && list.error && <ProblemNotice error={list.error} onRetry={list.refetch} />}
          {!pages && !list.error && <ListSkeleton />}
          {pages && versions.length === 0 && isFiltered(view) && (
            <Notice
              title={t('history.nothing.title')}
              what={t('history.nothing.what')}
              action={
                <Button variant="outlined" onClick={() => change(noFilter)}>
                  {t('history.clear')}
                </Button>
              }
            />
          )}
          {pages && versions.length === 0 && !isFiltered(view) && (
            <Notice title={t('history.none.title')} what={t('history.none.what')} />
          )}
          {versions.length > 0 && (
            <VersionTimeline
              versions={versions}
              chosen={version?.id}
              compared={view.against}
              onChoose={choose}
              older={olderOf(list)}
              onOlder={older}
            />
          )}
        </Box>
      )}
      {showsVersion && (
        <Box
          component="section"
          aria-label={version?.message}
          sx={{ flex: 1, minWidth: 0, overflowY: 'auto' }}
        >
          {failed && <DeskFailed onRetry={retry} />}
          {!failed && version && (
            <OpenedVersion
              key={version.id}
              version={version}
              desk={desk}
              against={view.against}
              file={view.file ?? view.of}
              picking={picking}
              onAgainst={(against) => {
                setPicking(false);
                change({ version: version.id, against, file: undefined });
              }}
              onPick={setPicking}
              onFile={(file) => change({ version: version.id, file })}
              onUndo={() => setAsking({ what: 'undo' })}
              onRestoreFolder={() => setAsking({ what: 'folder' })}
              onRestoreFile={(file) => setAsking({ what: 'file', file })}
              {...(!wide && {
                onBack: () => change({ version: undefined, against: undefined, file: undefined }),
              })}
            />
          )}
          {!failed && !version && wanted !== undefined && asked.error && (
            <Notice title={t('history.gone.title')} what={t('history.gone.what')} lit={[]} />
          )}
        </Box>
      )}
      {asking?.what === 'folder' && version && (
        <RestoreFolder
          versionId={version.id}
          onDone={() => {
            setAsking(null);
            setTold(t('history.folder.done'));
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === 'copy' && <CopyDialog onClose={() => setAsking(null)} />}
      {asking?.what === 'undo' && version && (
        <UndoVersion
          version={version}
          onDone={(words) => {
            setAsking(null);
            setTold(words);
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === 'file' && version && (
        <RestoreFile
          desk={desk}
          versionId={version.id}
          file={asking.file}
          onDone={(restored) => {
            setAsking(null);
            setTold(t('history.file.done', { path: restored }));
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {told !== null && <Told words={told} onClose={() => setTold(null)} />}
    </FilesFrame>
  );
}

function olderOf(list: {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
}): 'none' | 'some' | 'loading' | 'failed' {
  if (!list.hasNextPage) return 'none';
  if (list.isFetchingNextPage) return 'loading';
  return list.isFetchNextPageError ? 'failed' : 'some';
}

function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')} sx={{ px: 4 }}>
      {[70, 52, 64, 46, 58].map((width) => (
        <Skeleton key={width} width={`${width}%`} height={36} sx={{ mb: 4 }} />
      ))}
    </Box>
  );
}
