import AddRounded from '@mui/icons-material/AddRounded';
import CodeRounded from '@mui/icons-material/CodeRounded';
import HistoryRounded from '@mui/icons-material/HistoryRounded';
import JoinInnerRounded from '@mui/icons-material/JoinInnerRounded';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import RedoRounded from '@mui/icons-material/RedoRounded';
import UndoRounded from '@mui/icons-material/UndoRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openHelp } from '../../help/open-help.ts';
import { StepsMenu } from './steps-menu.tsx';
import { useEditorContext } from './use-editor.ts';

/** What can be done to the file as a whole; the state of what is saved is always told. */
export function Toolbar(props: {
  saved: ReactNode;
  yamlOpen: boolean;
  onAdd(): void;
  onYaml(): void;
  onCheck(): void;
  onVersions(): void;
  onSave(): void;
}) {
  const { t } = useTranslation();
  const { document, dispatch, dirty } = useEditorContext();
  const next = document.future.at(-1);
  const last = document.past.at(-1);
  return (
    <Box
      role="toolbar"
      aria-label={t('overlays.editor.toolbar')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: { xs: 'wrap', sm: 'nowrap' },
        gap: { xs: 0, md: 1 },
        px: { xs: 2, md: 3 },
        py: 1.5,
        minHeight: 52,
        borderBottom: 1,
        borderColor: 'line',
        bgcolor: 'background.paper',
      }}
    >
      <Button variant="outlined" startIcon={<AddRounded />} onClick={props.onAdd} aria-haspopup="dialog">
        {t('overlays.add.open')}
      </Button>
      <Tool
        label={last ? t('overlays.editor.undo', { step: last.name }) : t('overlays.editor.undoNothing')}
        keys="Ctrl Z"
        disabled={!last}
        onClick={() => dispatch({ kind: 'undone' })}
      >
        <UndoRounded />
      </Tool>
      <Tool
        label={next ? t('overlays.editor.redo', { step: next.name }) : t('overlays.editor.redoNothing')}
        keys="Ctrl Shift Z"
        disabled={!next}
        onClick={() => dispatch({ kind: 'redone' })}
      >
        <RedoRounded />
      </Tool>
      <StepsMenu />
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          textAlign: { sm: 'center' },
          // On a phone the tools fill the first line; what is saved and the way to save it share the second.
          order: { xs: 1, sm: 0 },
          flexBasis: { xs: '60%', sm: 0 },
          px: { xs: 1, sm: 0 },
        }}
      >
        {props.saved}
      </Box>
      <Tool label={t('overlays.editor.yaml')} keys="Y" pressed={props.yamlOpen} onClick={props.onYaml}>
        <CodeRounded />
      </Tool>
      <Tool label={t('overlays.collisions.open')} onClick={props.onCheck}>
        <JoinInnerRounded />
      </Tool>
      <Tool label={t('overlays.versions.open')} onClick={props.onVersions}>
        <HistoryRounded />
      </Tool>
      <Box sx={{ display: { xs: 'none', md: 'block' } }}>
        <Tool label={t('help.map')} keys="?" onClick={openHelp}>
          <KeyboardOutlined />
        </Tool>
      </Box>
      <Button
        variant="contained"
        disabled={!dirty}
        onClick={props.onSave}
        sx={{ ml: 1, order: { xs: 2, sm: 0 } }}
      >
        {t('overlays.save.open')}
      </Button>
    </Box>
  );
}

function Tool(props: {
  label: string;
  keys?: string;
  disabled?: boolean;
  pressed?: boolean;
  onClick(): void;
  children: ReactNode;
}) {
  return (
    <Tooltip title={props.keys ? `${props.label} · ${props.keys}` : props.label}>
      {/* A disabled button hears no pointer, so the hint hangs on what is around it. */}
      <span>
        <IconButton
          aria-label={props.label}
          disabled={props.disabled ?? false}
          onClick={props.onClick}
          {...(props.pressed !== undefined && { 'aria-pressed': props.pressed })}
          sx={{
            ...(props.pressed && { bgcolor: 'line', color: 'text.primary' }),
            '& svg': { fontSize: 20 },
            '@media (max-width: 599px)': { width: 40 },
            '&.Mui-disabled': { color: 'text.low', opacity: 0.45 },
          }}
        >
          {props.children}
        </IconButton>
      </span>
    </Tooltip>
  );
}
