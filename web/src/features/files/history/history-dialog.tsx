import type { ConfigFileContent } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { skipToken } from '@reduxjs/toolkit/query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  useConfigVersionsQuery,
  useConfigVersionTextQuery,
  useRestoreConfigFileMutation,
} from '../../../api/config-files.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { TallDialog } from '../../overlays/dialog/tall-dialog.tsx';
import { Compare } from '../editor/compare.tsx';
import type { Desk } from '../editor/desk.ts';
import { VersionList } from './version-list.tsx';

const A_PAGE = 50;

/** What a file was before: any version beside the text of now or the version before, and the way back to it. */
export function HistoryDialog(props: {
  desk: Desk;
  file: { id: string; path: string };
  text: string;
  etag: string;
  unsaved: boolean;
  onRestored(file: ConfigFileContent): void;
  onClose(): void;
}) {
  const { desk, file, text, unsaved } = props;
  const { t } = useTranslation();
  const [limit, setLimit] = useState(A_PAGE);
  const { data: page, error } = useConfigVersionsQuery({ fileId: file.id, limit });
  const [chosen, setChosen] = useState<string | null>(null);
  const [against, setAgainst] = useState<'now' | 'before'>('now');
  const version = page?.entries.find(({ id }) => id === chosen) ?? page?.entries[0];
  const { currentData: opened, error: unread } = useConfigVersionTextQuery(
    version ? { versionId: version.id, fileId: file.id } : skipToken,
  );
  const [restore, restoring] = useRestoreConfigFileMutation();
  const missing = restoring.data?.missingSecrets ?? [];
  const go = async () => {
    if (!version) return;
    const { data } = await restore({ fileId: file.id, etag: props.etag, body: { versionId: version.id } });
    if (!data) return;
    props.onRestored(data.file);
    if (data.missingSecrets.length === 0) props.onClose();
  };
  const first = opened?.text ?? '';
  const second = against === 'now' ? text : (opened?.before ?? '');
  return (
    <TallDialog
      title={t('files.versions.title', { path: file.path })}
      width="md"
      onClose={props.onClose}
      foot={
        version && (
          <>
            {restoring.error && <FormProblem error={restoring.error} />}
            {missing.length > 0 && (
              <Typography role="alert" variant="body2">
                {t('files.versions.missing', { names: missing.map(({ name }) => name).join(', ') })}
              </Typography>
            )}
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
              <Typography variant="body2" color="textSecondary" sx={{ flex: '1 1 240px' }}>
                {t('files.versions.restoreWhat')} {unsaved && t('files.versions.restoreUnsaved')}
              </Typography>
              <Button
                variant="contained"
                disabled={!opened || opened.text === null || opened.text === text}
                loading={restoring.isLoading}
                onClick={() => void go()}
                sx={{ ml: 'auto' }}
              >
                {t('files.versions.restore')}
              </Button>
            </Box>
          </>
        )
      }
    >
      {error && !page && <FormProblem error={error} />}
      {!page && !error && <Skeleton height={240} />}
      {page?.entries.length === 0 && (
        <Typography color="textSecondary">{t('files.versions.none')}</Typography>
      )}
      {page && version && (
        <Box
          sx={{
            display: 'grid',
            gap: { xs: 4, sm: 5 },
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '216px minmax(0, 1fr)' },
          }}
        >
          <VersionList
            versions={page.entries}
            chosen={version.id}
            onChoose={setChosen}
            {...(page.nextCursor === null || limit >= 500
              ? {}
              : { onMore: () => setLimit((now) => Math.min(500, now + A_PAGE)) })}
          />
          <Box sx={{ minWidth: 0, display: 'flex', flexDirection: 'column', gap: 3 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, justifyContent: 'space-between' }}>
              <ToggleButtonGroup
                exclusive
                size="small"
                value={against}
                aria-label={t('files.versions.against')}
                onChange={(_event, next: typeof against | null) => next && setAgainst(next)}
                sx={{ '& .MuiToggleButton-root': { px: 3 } }}
              >
                <ToggleButton value="now">{t('files.versions.now')}</ToggleButton>
                <ToggleButton value="before">{t('files.versions.before')}</ToggleButton>
              </ToggleButtonGroup>
              <Button
                size="small"
                component={Link}
                to={`/files/history?of=${file.id}&version=${version.id}&file=${file.id}`}
              >
                {t('files.versions.page')}
              </Button>
            </Box>
            {unread && <FormProblem error={unread} />}
            {!opened && !unread && <Skeleton height={200} />}
            {opened?.text === null && (
              <Typography variant="body2" color="textSecondary">
                {t('files.versions.notThere')}
              </Typography>
            )}
            {opened && (
              <Compare
                desk={desk}
                first={against === 'now' ? first : second}
                second={against === 'now' ? second : first}
                path={file.path}
                labels={
                  against === 'now'
                    ? [t('files.versions.first'), t('files.versions.second')]
                    : [t('files.versions.second'), t('files.versions.first')]
                }
              />
            )}
          </Box>
        </Box>
      )}
    </TallDialog>
  );
}
