import type { ConfigFileChange } from '@marquee/contracts';
import CallSplitRounded from '@mui/icons-material/CallSplitRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

export interface FileMarks {
  unsaved: ReadonlySet<string>;
  errors: ReadonlyMap<string, number>;
  /** What the branch made of files; nothing where the folder itself is looked at. */
  changes: ReadonlyMap<string, ConfigFileChange['change']>;
}

/** That a file is not saved, what the branch made of it, and how many errors it has. */
export function FileMark({ path, marks }: { path: string; marks: FileMarks }) {
  const { t } = useTranslation();
  const errors = marks.errors.get(path) ?? 0;
  const change = marks.changes.get(path);
  return (
    <>
      {errors > 0 && (
        <Typography
          component="span"
          variant="caption"
          aria-label={t('files.errors', { count: errors })}
          role="img"
          sx={{ color: 'error.main', fontVariantNumeric: 'tabular-nums' }}
        >
          {errors}
        </Typography>
      )}
      {change !== undefined && (
        <CallSplitRounded
          titleAccess={t(`branches.marks.${change}`)}
          sx={{ fontSize: 14, flex: 'none', color: change === 'added' ? 'success.main' : 'info.main' }}
        />
      )}
      {marks.unsaved.has(path) && <UnsavedDot />}
    </>
  );
}

export function UnsavedDot() {
  const { t } = useTranslation();
  return (
    <Box
      component="span"
      role="img"
      aria-label={t('files.unsaved')}
      sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: 'accentStrong', flex: 'none' }}
    />
  );
}
