import { type KeyTable, SEARCH_BLOCK_KEYS, SEARCH_SORTS } from '@marquee/kometa';
import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { KeysForm } from '../../../forms/keys-form.tsx';
import { useFormScope } from '../../../forms/scope.ts';
import { isMap, type Json, type JsonMap, type Path } from '../model/json.ts';
import { ConditionGroup } from './condition-group.tsx';
import { ConditionList } from './condition-list.tsx';
import { searchSubjects } from './condition-model.ts';
import { useConditionScope } from './condition-scope.ts';
import { LiveCount } from './live-count.tsx';
import { groupName, isGroup, isSetting } from './search-block.ts';

/** A search of the library: its groups of conditions, how it is sorted, and how much it finds now. */
export function SearchBuilder({ path, value }: { path: Path; value: Json | undefined }) {
  const { t } = useTranslation();
  const { onEdit, ValueField } = useFormScope();
  const blocks = Array.isArray(value) ? value : [value ?? null];
  const isOne = !Array.isArray(value);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      {blocks.map((block, place) => {
        const at = isOne ? path : [...path, place];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: searches never change places.
          <Fragment key={place}>
            {isMap(block) || block === null ? (
              <SearchBlock path={at} block={block ?? {}} />
            ) : (
              <ValueField spec={{ type: 'any' }} path={at} value={block} label={String(path.at(-1))} />
            )}
          </Fragment>
        );
      })}
      {!isOne && (
        <Box>
          <Button
            size="small"
            startIcon={<AddRounded />}
            onClick={() => onEdit([{ kind: 'insert', path: [...path, blocks.length], value: { all: {} } }])}
          >
            {t('collections.conditions.addSearch')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function SearchBlock({ path, block }: { path: Path; block: JsonMap }) {
  const { t } = useTranslation();
  const { onEdit, libraryKind } = useFormScope();
  const { level } = useConditionScope();
  const subjects = useMemo(() => searchSubjects(libraryKind), [libraryKind]);
  const keys = Object.keys(block);
  const groups = keys.filter(isGroup);
  const settings = Object.fromEntries(Object.entries(block).filter(([key]) => isSetting(key)));
  const bare = keys.some((key) => !isGroup(key) && !isSetting(key));
  const table = useMemo((): KeyTable => {
    const { all: _, any: __, ...rest } = SEARCH_BLOCK_KEYS;
    const sorts = level ? SEARCH_SORTS[level] : [...new Set(Object.values(SEARCH_SORTS).flat())];
    return {
      ...rest,
      sort_by: {
        ...rest.sort_by,
        value: { type: 'list', of: { type: 'choice', of: sorts, anyCase: true }, oneIsEnough: true },
      },
    };
  }, [level]);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <LiveCount search={block} />
      {groups.map((key) => (
        <ConditionGroup
          key={key}
          path={[...path, key]}
          value={block[key] ?? null}
          taken={keys}
          subjects={subjects}
        />
      ))}
      {bare && (
        <ConditionList
          path={path}
          values={block}
          skip={(key) => isGroup(key) || isSetting(key)}
          subjects={subjects}
          addLabel={t('collections.conditions.add')}
        />
      )}
      {groups.length < 2 && !bare && (
        <Box>
          <Button
            size="small"
            startIcon={<AddRounded />}
            onClick={() => onEdit([{ kind: 'set', path: [...path, groupName(block)], value: {} }])}
          >
            {t(groups.length === 0 ? 'collections.conditions.begin' : 'collections.conditions.addGroup')}
          </Button>
        </Box>
      )}
      <KeysForm
        path={path}
        table={table}
        values={settings}
        always={['sort_by', 'limit']}
        addLabel={t('collections.conditions.search')}
      />
    </Box>
  );
}
