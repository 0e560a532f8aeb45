import type { YamlPath } from '@marquee/kometa';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyLine } from './arrange-keys.ts';
import { KeyProblems } from './key-problems.tsx';
import { useFormScope } from './scope.ts';
import { ValueField } from './value-field.tsx';

const WIDE = '@container (min-width: 560px)';
/** Controls that need the whole width. */
const BROAD = new Set(['map', 'dictionary']);

/** A key with what it is for, its control, what is wrong with it, and what became of it if it is an old one. */
export function KeyRow(props: {
  line: KeyLine;
  path: YamlPath;
  taken(name: string): boolean;
  autoFocus: boolean;
  onRemove?(): void;
}) {
  const { line, path, onRemove } = props;
  const { name, spec, unknown, value } = line;
  const { onEdit, problemsAt } = useFormScope();
  const { t } = useTranslation();
  const id = useId();
  const problems = problemsAt(path);
  const broad = BROAD.has(spec.value.type);
  const { renamedTo } = spec;
  const hint = hintOf(line, t);
  return (
    <Box
      data-key={name}
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        alignItems: 'start',
        ...(!broad && { [WIDE]: { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr) auto', gap: 4 } }),
      }}
    >
      <Box sx={{ minWidth: 0, pt: 2 }}>
        <Typography variant="body2" component="span" sx={{ fontWeight: 'fontWeightMedium' }}>
          {name}
        </Typography>
        {spec.required && (
          <Typography variant="caption" component="span" sx={{ color: 'text.low', ml: 2 }}>
            {t('forms.required')}
          </Typography>
        )}
        {spec.help !== '' && (
          <Typography id={`${id}-help`} variant="body2" color="textSecondary">
            {spec.help}
          </Typography>
        )}
      </Box>
      <Box
        sx={{
          minWidth: 0,
          gridColumn: '1 / -1',
          gridRow: 2,
          ...(!broad && { [WIDE]: { gridColumn: '2', gridRow: 1 } }),
        }}
      >
        <ValueField
          spec={spec.value}
          path={path}
          value={value}
          label={name}
          fallback={spec.default}
          secret={spec.secret}
          told={spec.help === '' ? undefined : `${id}-help`}
          autoFocus={props.autoFocus}
        />
        {hint !== null && problems.length === 0 && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {hint}
            {unknown || renamedTo === undefined || props.taken(renamedTo) ? null : (
              <Button
                size="small"
                sx={{ ml: 1 }}
                onClick={() => onEdit([{ kind: 'rename', path, to: renamedTo }])}
              >
                {t('forms.rename', { name: renamedTo })}
              </Button>
            )}
          </Typography>
        )}
        <KeyProblems problems={problems} />
      </Box>
      <Box sx={{ gridColumn: '-2 / -1', gridRow: 1, minWidth: 36 }}>
        {onRemove && (
          <Tooltip title={t('forms.remove')}>
            <IconButton aria-label={t('forms.removeWhat', { name })} onClick={onRemove}>
              <DeleteOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
      </Box>
    </Box>
  );
}

function hintOf({ spec, unknown }: KeyLine, t: TFunction): string | null {
  if (unknown) return t('forms.unknown');
  if (spec.renamedTo !== undefined) return t('forms.renamed', { name: spec.renamedTo });
  if (spec.movedTo !== undefined) return t('forms.moved', { name: spec.movedTo });
  if (spec.ignored !== undefined) return t('forms.ignored', { why: spec.ignored });
  return spec.refused === undefined ? null : t('forms.refused', { why: spec.refused });
}
