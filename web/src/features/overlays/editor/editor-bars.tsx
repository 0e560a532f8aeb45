import type { OverlayDraft } from '@marquee/contracts';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningRounded from '@mui/icons-material/WarningRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Age } from '../../../ui/age.tsx';
import { useEditorContext } from './use-editor.ts';

/** What the person should know before going on: a draft of theirs, a newer file, an edit that could not be made. */
export function EditorBars(props: {
  draft: OverlayDraft | null;
  stale: boolean;
  newerOnDisk: boolean;
  onRestore(): void;
  onDiscard(): void;
  onTakeNewer(): void;
}) {
  const { t } = useTranslation();
  const { refused, forgetRefusal } = useEditorContext();
  return (
    <>
      {props.draft && (
        <Bar
          tone="info"
          actions={
            <>
              <Button size="small" onClick={props.onDiscard}>
                {t('overlays.draft.discard')}
              </Button>
              <Button size="small" variant="outlined" onClick={props.onRestore}>
                {t('overlays.draft.restore')}
              </Button>
            </>
          }
        >
          {t('overlays.draft.found')} <Age at={props.draft.savedAt} />.{' '}
          {props.stale && t('overlays.draft.stale')}
        </Bar>
      )}
      {props.newerOnDisk && (
        <Bar
          tone="warn"
          actions={
            <Button size="small" variant="outlined" onClick={props.onTakeNewer}>
              {t('overlays.draft.takeNewer')}
            </Button>
          }
        >
          {t('overlays.draft.newer')}
        </Bar>
      )}
      {refused && (
        <Bar
          tone="warn"
          actions={
            <Button size="small" onClick={forgetRefusal}>
              {t('close')}
            </Button>
          }
        >
          {t('overlays.editor.refused', { why: refused })}
        </Bar>
      )}
    </>
  );
}

function Bar(props: { tone: 'info' | 'warn'; actions: ReactNode; children: ReactNode }) {
  const Icon = props.tone === 'info' ? InfoOutlined : WarningRounded;
  return (
    <Box
      role={props.tone === 'info' ? 'status' : 'alert'}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 2,
        px: 4,
        py: 1,
        borderBottom: 1,
        borderColor: 'line',
        bgcolor: 'raised',
      }}
    >
      <Icon
        fontSize="small"
        aria-hidden
        sx={{ color: props.tone === 'info' ? 'info.main' : 'warning.main' }}
      />
      <Typography variant="body2" sx={{ flex: '1 1 240px' }}>
        {props.children}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>{props.actions}</Box>
    </Box>
  );
}
