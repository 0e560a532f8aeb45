import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import FindInPageOutlined from '@mui/icons-material/FindInPageOutlined';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { CheckedText } from '../checking/messages.ts';
import type { DraftState } from '../drafts/draft-keeper.ts';
import { countsOf } from '../problems/problem-groups.ts';
import type { Cursor } from '../use-workbench.ts';

export type Panel = 'problems' | 'find' | null;

const Switch = styled(ButtonBase)(({ theme }) => ({
  gap: theme.spacing(1.5),
  minHeight: 28,
  paddingInline: theme.spacing(2),
  borderRadius: theme.shape.borderRadius,
  color: theme.vars.palette.text.secondary,
  '&:hover': { backgroundColor: theme.vars.palette.raised, color: theme.vars.palette.text.primary },
  '&[aria-pressed="true"]': {
    backgroundColor: theme.vars.palette.raised,
    color: theme.vars.palette.text.primary,
  },
  '@media (pointer: coarse)': { minHeight: 44 },
}));

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Read out, not seen. */
const hidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** Beneath the text: what is wrong in the folder, and where the cursor is. */
export function StatusLine(props: {
  checked: readonly CheckedText[] | null;
  cursor: Cursor | null;
  draft: DraftState | undefined;
  panel: Panel;
  onPanel(panel: Panel): void;
}) {
  const { checked, cursor, panel, onPanel } = props;
  const { t } = useTranslation();
  const { error, warning } = countsOf(checked ?? []);
  const turn = (one: 'problems' | 'find') => onPanel(panel === one ? null : one);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 0.5,
        flex: 'none',
        borderTop: 1,
        borderColor: 'line',
        bgcolor: 'background.paper',
      }}
    >
      <Switch aria-pressed={panel === 'problems'} onClick={() => turn('problems')}>
        <Box component="span" sx={hidden}>
          {checked
            ? `${t('files.problems.title')}: ${t('files.errors', { count: error })}, ${t('files.warnings', { count: warning })}`
            : t('files.problems.checking')}
        </Box>
        <ErrorOutlineRounded
          aria-hidden
          sx={{ fontSize: 16, color: error > 0 ? 'error.main' : 'text.low' }}
        />
        <Typography
          component="span"
          variant="caption"
          aria-hidden
          sx={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {checked ? error : '…'}
        </Typography>
        <WarningAmberRounded
          aria-hidden
          sx={{ fontSize: 16, color: warning > 0 ? 'warning.main' : 'text.low', ml: 1 }}
        />
        <Typography
          component="span"
          variant="caption"
          aria-hidden
          sx={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {checked ? warning : '…'}
        </Typography>
      </Switch>
      <Switch aria-pressed={panel === 'find'} onClick={() => turn('find')}>
        <FindInPageOutlined aria-hidden sx={{ fontSize: 16 }} />
        <Typography component="span" variant="caption">
          {t('files.find.title')}
        </Typography>
      </Switch>
      <Box sx={{ flex: 1 }} />
      {props.draft && (
        <Typography
          variant="caption"
          role={props.draft === 'failed' ? 'alert' : undefined}
          sx={{ color: props.draft === 'failed' ? 'error.main' : 'text.low', mr: 3 }}
        >
          {t(`files.draft.${props.draft}`)}
        </Typography>
      )}
      {cursor && (
        <Typography
          variant="caption"
          noWrap
          sx={{ color: 'text.low', mr: 3, display: { xs: 'none', lg: 'block' } }}
        >
          {t('files.editor.leave', { keys: mac ? '⌃⇧M' : 'Ctrl+M' })}
        </Typography>
      )}
      {cursor && (
        <Typography
          variant="caption"
          noWrap
          sx={{ color: 'text.low', fontVariantNumeric: 'tabular-nums', display: { xs: 'none', sm: 'block' } }}
        >
          {t('files.editor.place', { line: cursor.line, column: cursor.column })}
        </Typography>
      )}
    </Box>
  );
}
