import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import CollectionsBookmarkOutlined from '@mui/icons-material/CollectionsBookmarkOutlined';
import LayersOutlined from '@mui/icons-material/LayersOutlined';
import SaveOutlined from '@mui/icons-material/SaveOutlined';
import SearchRounded from '@mui/icons-material/SearchRounded';
import SettingsBackupRestoreRounded from '@mui/icons-material/SettingsBackupRestoreRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OtherPage } from '../form/use-view.ts';
import { type FileAct, FileMenu } from '../menu/file-menu.tsx';
import type { Workbench } from '../use-workbench.ts';
import { type FileView, ViewSwitch } from './view-switch.tsx';

/** What can be done with the text that is looked at. */
export function EditorBar(props: {
  bench: Workbench;
  unsaved: boolean;
  onSave(): void;
  onDiscard(): void;
  onAct(act: FileAct): void;
  /** Null for a file that has no form. */
  view: FileView | null;
  onView(view: FileView): void;
  /** Where what the file says has a page of its own. */
  page: OtherPage | null;
}) {
  const { bench, unsaved, view, onView, page } = props;
  const { t } = useTranslation();
  const { desk } = bench;
  // A phone has no room for all.
  const wide = useMediaQuery('(min-width: 600px)', { noSsr: true });
  const tool = (word: 'find' | 'outline' | 'discard', icon: ReactNode, onClick: () => void, able = true) => (
    <Tooltip title={t(`files.editor.${word}`)}>
      {/* A button that can do nothing hears no pointer, and its hint needs one. */}
      <span>
        <IconButton aria-label={t(`files.editor.${word}`)} disabled={!able} onClick={onClick}>
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  );
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 1,
        px: 2,
        py: { xs: 1, sm: 0 },
        flex: { xs: '1 0 100%', sm: 'none' },
        borderTop: { xs: 1, sm: 0 },
        borderColor: { xs: 'line', sm: 'transparent' },
      }}
    >
      {view && <ViewSwitch view={view} onView={onView} />}
      {page && bench.activeFile && (
        <Tooltip title={t(`files.editor.pages.${page}`)}>
          <IconButton
            component={Link}
            to={addressOf(page, bench.activeFile)}
            aria-label={t(`files.editor.pages.${page}`)}
          >
            {page === 'overlays' ? (
              <LayersOutlined fontSize="small" />
            ) : (
              <CollectionsBookmarkOutlined fontSize="small" />
            )}
          </IconButton>
        </Tooltip>
      )}
      {desk && view !== 'form' && (
        <>
          {tool('find', <SearchRounded fontSize="small" />, () => desk.run('find'))}
          {wide && tool('outline', <AccountTreeOutlined fontSize="small" />, () => desk.run('symbols'))}
        </>
      )}
      {tool('discard', <SettingsBackupRestoreRounded fontSize="small" />, props.onDiscard, unsaved)}
      <FileMenu onAct={props.onAct} />
      <Button
        variant="contained"
        size="small"
        startIcon={<SaveOutlined />}
        disabled={!unsaved}
        loading={bench.saving}
        onClick={props.onSave}
        aria-keyshortcuts="Control+S Meta+S"
        sx={{ minHeight: 32 }}
      >
        {unsaved ? t('files.editor.save') : t('files.editor.saved')}
      </Button>
    </Box>
  );
}

const addressOf = (page: OtherPage, { id, path }: { id: string; path: string }): string =>
  page === 'overlays' ? `/overlays/edit/${id}` : `/collections?file=${encodeURIComponent(path)}`;
