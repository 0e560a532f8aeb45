import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { KeyProblems } from '../../../forms/key-problems.tsx';
import { useFormScope } from '../../../forms/scope.ts';
import { isMap, type Json, type Path } from '../model/json.ts';
import { ConditionList } from './condition-list.tsx';
import type { Subject } from './condition-model.ts';
import { groupName, isGroup, matchOf } from './search-block.ts';

interface GroupProps {
  /** Of its key: all, any, or as any2. */
  path: Path;
  value: Json;
  /** The keys beside it. */
  taken: readonly string[];
  subjects: readonly Subject[];
}

/** Conditions of which all must be true, or one; with groups inside. */
export function ConditionGroup(props: GroupProps) {
  const { path, value } = props;
  if (!Array.isArray(value)) return <OneGroup {...props} removed={path} />;
  // Several maps below one key are groups of their own.
  return value.map((one, place) => (
    <OneGroup
      // biome-ignore lint/suspicious/noArrayIndexKey: groups never change places.
      key={place}
      {...props}
      path={[...path, place]}
      removed={value.length === 1 ? path : [...path, place]}
      value={one}
    />
  ));
}

function OneGroup(props: GroupProps & { removed: Path }) {
  const { path, value, taken, subjects, removed } = props;
  const { t } = useTranslation();
  const { onEdit, problemsAt, ValueField } = useFormScope();
  const named = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
  const key = String(named.at(-1));
  const match = matchOf(key);
  const free = (wanted: 'all' | 'any') => !taken.some((one) => one !== key && one.toLowerCase() === wanted);
  return (
    <Box
      role="group"
      aria-label={t(`collections.conditions.match.${match}`)}
      sx={{
        border: 1,
        borderColor: 'line',
        borderLeft: 3,
        borderLeftColor: match === 'all' ? 'accentStrong' : 'info.main',
        borderRadius: 1,
        p: { xs: 3, sm: 4 },
        display: 'flex',
        flexDirection: 'column',
        gap: 3,
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <ToggleButtonGroup
          exclusive
          value={match}
          aria-label={t('collections.conditions.matchLabel')}
          onChange={(_, wanted: 'all' | 'any' | null) =>
            wanted && free(wanted) && onEdit([{ kind: 'rename', path: named, to: wanted }])
          }
        >
          {(['all', 'any'] as const).map((wanted) => (
            <ToggleButton key={wanted} value={wanted} disabled={wanted !== match && !free(wanted)}>
              {t(`collections.conditions.${wanted}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
          {t(`collections.conditions.match.${match}`)}
        </Typography>
        <IconButton
          aria-label={t('collections.conditions.removeGroup')}
          onClick={() => onEdit([{ kind: 'drop', path: removed }])}
        >
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Box>
      <KeyProblems problems={problemsAt(path)} />
      {isMap(value) || value === null ? (
        <>
          <ConditionList
            path={path}
            values={value ?? {}}
            skip={isGroup}
            subjects={subjects}
            addLabel={t('collections.conditions.add')}
          />
          {Object.entries(value ?? {})
            .filter(([name]) => isGroup(name))
            .map(([name, inner]) => (
              <ConditionGroup
                key={name}
                path={[...path, name]}
                value={inner}
                taken={Object.keys(value ?? {})}
                subjects={subjects}
              />
            ))}
          <Box>
            <Button
              size="small"
              onClick={() => onEdit([{ kind: 'set', path: [...path, groupName(value ?? {})], value: {} }])}
            >
              {t('collections.conditions.addInside')}
            </Button>
          </Box>
        </>
      ) : (
        <ValueField spec={{ type: 'any' }} path={path} value={value} label={key} />
      )}
    </Box>
  );
}
