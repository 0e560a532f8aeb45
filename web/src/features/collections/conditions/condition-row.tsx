import { SEARCH_ATTRIBUTES, type ValueSpec } from '@marquee/kometa';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { KeyProblems } from '../../../forms/key-problems.tsx';
import { useFormScope } from '../../../forms/scope.ts';
import type { Json, Path } from '../model/json.ts';
import {
  blankValue,
  type Form,
  freeKey,
  readCondition,
  type Subject,
  type ValueKind,
} from './condition-model.ts';
import { useConditionScope } from './condition-scope.ts';
import { SubjectChoice } from './subject-choice.tsx';
import { TagsControl } from './tags-control.tsx';

/** One condition: what it looks at, how, and with which value. */
export function ConditionRow(props: {
  /** Of its key. */
  path: Path;
  value: Json;
  subjects: readonly Subject[];
  /** The keys beside it. */
  taken: readonly string[];
}) {
  const { path, value, subjects, taken } = props;
  const key = String(path.at(-1));
  const { t } = useTranslation();
  const { onEdit, problemsAt } = useFormScope();
  const { name, subject, form } = readCondition(key, subjects);
  const others = taken.filter((one) => one !== key);
  const become = (to: string, kind: ValueKind) => {
    const there: Path = [...path.slice(0, -1), to];
    onEdit([
      { kind: 'rename', path, to },
      ...(form?.value === kind ? [] : [{ kind: 'set' as const, path: there, value: blankValue(kind) }]),
    ]);
  };
  return (
    <Box data-condition={key} role="group" aria-label={t('collections.conditions.one', { name: key })}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr) minmax(0, 1fr) auto',
            md: 'minmax(0, 4fr) minmax(0, 3fr) minmax(0, 6fr) auto',
          },
        }}
      >
        <SubjectChoice
          label={t('collections.conditions.subject')}
          subjects={subjects}
          chosen={subject?.name ?? key}
          onChoose={(next) => {
            const to = next.name === name ? null : freeKey(next, others);
            const kind = to === null ? undefined : readCondition(to, subjects).form?.value;
            if (to !== null && kind) become(to, kind);
          }}
        />
        {subject ? (
          <Select
            value={form ? `=${form.modifier}` : '?'}
            onChange={({ target }) => {
              const next = subject.forms.find(({ modifier }) => `=${modifier}` === target.value);
              if (next) become(`${name}${next.modifier}`, next.value);
            }}
            inputProps={{ 'aria-label': t('collections.conditions.how', { name }) }}
          >
            {!form && <MenuItem value="?">{key}</MenuItem>}
            {subject.forms.map(({ modifier, word }) => (
              <MenuItem
                key={modifier}
                // MUI shows nothing of a choice without a value.
                value={`=${modifier}`}
                disabled={others.some((one) => one.toLowerCase() === `${name}${modifier}`)}
              >
                {t(`collections.conditions.words.${word}`)}
              </MenuItem>
            ))}
          </Select>
        ) : (
          <Typography variant="body2" color="textSecondary" sx={{ py: 2 }}>
            {t('collections.conditions.unknown')}
          </Typography>
        )}
        <Box sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, gridRow: { xs: 2, md: 'auto' }, minWidth: 0 }}>
          <ConditionValue path={path} value={value} name={name} form={form} />
        </Box>
        <IconButton
          aria-label={t('collections.conditions.remove', { name: key })}
          onClick={() => onEdit([{ kind: 'drop', path }])}
        >
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Box>
      <KeyProblems problems={problemsAt(path)} />
    </Box>
  );
}

function ConditionValue(props: { path: Path; value: Json; name: string; form: Form | undefined }) {
  const { path, value, name, form } = props;
  const { ValueField } = useFormScope();
  const { libraryId, level } = useConditionScope();
  const { t } = useTranslation();
  const label = t('collections.conditions.value', { name });
  const listed = form?.live && Object.hasOwn(SEARCH_ATTRIBUTES, name) && libraryId !== null;
  if (form?.value === 'tags' || form?.value === 'years' || form?.value === 'texts') {
    const live = listed ? { libraryId, attribute: name, level: level ?? undefined } : null;
    return (
      <TagsControl path={path} value={value} label={label} live={live} numbers={form.value === 'years'} />
    );
  }
  return (
    <ValueField
      spec={specs[form?.value ?? 'yaml']}
      path={path}
      value={value}
      label={label}
      fallback={form && hints[form.value]}
    />
  );
}

const specs: Record<Exclude<ValueKind, 'tags' | 'texts' | 'years'>, ValueSpec> = {
  yesNo: { type: 'boolean' },
  number: { type: 'number' },
  day: { type: 'text' },
  days: { type: 'text' },
  text: { type: 'text' },
  yaml: { type: 'any' },
};
const hints: Partial<Record<ValueKind, string>> = { day: '2026-01-31', days: '30' };
