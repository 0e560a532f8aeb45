import AddRounded from '@mui/icons-material/AddRounded';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormScope } from '../../../forms/scope.ts';
import { isMap, type Json, type Path } from '../model/json.ts';
import { ConditionList } from './condition-list.tsx';
import { filterSubjects } from './condition-model.ts';
import { useConditionScope } from './condition-scope.ts';

/** Filters on what the builders found: all in one block must fit; of several blocks one. */
export function FiltersBuilder({ path, value }: { path: Path; value: Json | undefined }) {
  const { t } = useTranslation();
  const { onEdit, ValueField } = useFormScope();
  const { level } = useConditionScope();
  const subjects = useMemo(() => filterSubjects(level), [level]);
  const blocks = Array.isArray(value) ? value : [value ?? null];
  const isOne = !Array.isArray(value);
  const isWritten = value !== undefined && value !== null;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      {blocks.map((block, place) => {
        const at = isOne ? path : [...path, place];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks never change places.
          <Box key={place} sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
            {!isOne && (
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
                <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
                  {t(place === 0 ? 'collections.conditions.match.all' : 'collections.conditions.orAll')}
                </Typography>
                <IconButton
                  aria-label={t('collections.conditions.removeGroup')}
                  onClick={() => onEdit([{ kind: 'remove', path: at }])}
                >
                  <DeleteOutlined fontSize="small" />
                </IconButton>
              </Box>
            )}
            {isMap(block) || block === null ? (
              <ConditionList
                path={at}
                values={block ?? {}}
                skip={(key) => key.toLowerCase() === 'validate'}
                subjects={subjects}
                addLabel={t('collections.conditions.addFilter')}
              />
            ) : (
              <ValueField spec={{ type: 'any' }} path={at} value={block} label={String(path.at(-1))} />
            )}
          </Box>
        );
      })}
      {isWritten && (
        <Box>
          <Button
            size="small"
            startIcon={<AddRounded />}
            onClick={() =>
              onEdit([
                isOne
                  ? { kind: 'set', path, value: [value, {}] }
                  : { kind: 'insert', path: [...path, blocks.length], value: {} },
              ])
            }
          >
            {t('collections.conditions.orBlock')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
