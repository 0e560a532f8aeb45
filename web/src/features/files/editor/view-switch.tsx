import DynamicFormOutlined from '@mui/icons-material/DynamicFormOutlined';
import NotesRounded from '@mui/icons-material/NotesRounded';
import IconButton from '@mui/material/IconButton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslation } from 'react-i18next';

const VIEWS = ['form', 'yaml'] as const;
export type FileView = (typeof VIEWS)[number];

/** The same text as a form or as what it is. */
export function ViewSwitch({ view, onView }: { view: FileView; onView(view: FileView): void }) {
  const { t } = useTranslation();
  // A phone has room for the way to the other one only.
  const wide = useMediaQuery('(min-width: 600px)', { noSsr: true });
  if (!wide) {
    const other = view === 'form' ? 'yaml' : 'form';
    return (
      <IconButton aria-label={t(`files.editor.views.${other}`)} onClick={() => onView(other)}>
        {other === 'form' ? <DynamicFormOutlined fontSize="small" /> : <NotesRounded fontSize="small" />}
      </IconButton>
    );
  }
  return (
    <ToggleButtonGroup
      exclusive
      value={view}
      aria-label={t('files.editor.view')}
      onChange={(_, next: FileView | null) => next && onView(next)}
      sx={{ mr: 1 }}
    >
      {VIEWS.map((one) => (
        <ToggleButton key={one} value={one} sx={{ minHeight: 32 }}>
          {t(`files.editor.views.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
