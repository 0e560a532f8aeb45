import type { BlockKind, TemplateTarget } from '@marquee/contracts';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { isPath } from '../files/is-path.ts';

/** Where a block goes, as it is chosen: a file that is there, or a new one. */
export interface Goal {
  /** Blank for a new one. */
  fileId: string;
  path: string;
  /** Blank for none. */
  library: string;
}

interface Targets {
  files: readonly { fileId: string; path: string; kind: BlockKind }[];
  libraries: readonly string[];
}

const filesFor = ({ files }: Targets, kind: BlockKind) => files.filter((file) => file.kind === kind);

export function firstGoal(targets: Targets, kind: BlockKind): Goal {
  const [first] = filesFor(targets, kind);
  const path = kind === 'playlist' ? 'playlists.yml' : 'collections/templates.yml';
  return { fileId: first?.fileId ?? '', path, library: targets.libraries[0] ?? '' };
}

/** null while it is not complete. */
export function targetOf({ fileId, path, library }: Goal, kind: BlockKind): TemplateTarget | null {
  if (fileId !== '') return { fileId };
  if (kind === 'library' || !isPath(path.trim())) return null;
  return { newFile: path.trim(), library: kind === 'collection' && library !== '' ? library : null };
}

export function TargetFields(props: {
  targets: Targets;
  kind: BlockKind;
  goal: Goal;
  onChange(goal: Goal): void;
}) {
  const { targets, kind, goal, onChange } = props;
  const { t } = useTranslation();
  const files = filesFor(targets, kind);
  if (kind === 'library') {
    const [config] = files;
    return (
      <Typography variant="body2" color="textSecondary">
        {config ? <MarkedText text={`\`${config.path}\``} /> : t('templates.use.noConfig')}
      </Typography>
    );
  }
  return (
    <Stack sx={{ gap: 4 }}>
      <Choice
        label={t('templates.use.file')}
        value={goal.fileId}
        options={[
          ...files.map(({ fileId, path }) => ({ value: fileId, label: path })),
          { value: '', label: t('templates.use.newFile') },
        ]}
        onChange={(fileId) => onChange({ ...goal, fileId })}
      />
      {goal.fileId === '' && (
        <Field
          label={t('templates.use.path')}
          hint={<MarkedText text={t('templates.use.pathHint', { path: firstGoal(targets, kind).path })} />}
          value={goal.path}
          inputProps={{ maxLength: 400, spellCheck: false, autoCapitalize: 'none' }}
          onChange={({ target }) => onChange({ ...goal, path: target.value })}
        />
      )}
      {goal.fileId === '' && kind === 'collection' && (
        <Choice
          label={t('templates.use.library')}
          value={goal.library}
          options={[
            ...targets.libraries.map((name) => ({ value: name, label: name })),
            { value: '', label: t('templates.use.noLibrary') },
          ]}
          onChange={(library) => onChange({ ...goal, library })}
        />
      )}
      {goal.fileId === '' && kind === 'collection' && goal.library === '' && (
        <Typography variant="body2" color="textSecondary">
          {t('templates.use.unlisted')}
        </Typography>
      )}
    </Stack>
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange(value: string): void;
}) {
  const id = useId();
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Typography id={id} variant="body2" sx={{ fontWeight: 'fontWeightMedium' }}>
        {props.label}
      </Typography>
      <Select
        fullWidth
        displayEmpty
        value={props.value}
        SelectDisplayProps={{ 'aria-labelledby': id }}
        onChange={({ target }) => props.onChange(target.value)}
      >
        {props.options.map(({ value, label }) => (
          <MenuItem key={value} value={value}>
            {label}
          </MenuItem>
        ))}
      </Select>
    </Stack>
  );
}
