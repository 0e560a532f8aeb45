import type { ValueSpec, YamlEdit } from '@marquee/kometa';
import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyProblems } from '../key-problems.tsx';
import { FormScope, useFormScope, type ValueProps } from '../scope.ts';
import { alternatives, isOneLine, valueFromWords } from '../words-value.ts';
import { listRows } from './list-rows.ts';
import { NewEntry } from './new-entry.tsx';
import { RowActs } from './row-acts.tsx';

/** Several of one kind, in their order. */
export function ListControl(props: ValueProps<Extract<ValueSpec, { type: 'list' }>>) {
  const { spec, path, value, label, fallback, told } = props;
  const scope = useFormScope();
  const { onEdit, problemsAt, ValueField } = scope;
  const { t } = useTranslation();
  const [adding, setAdding] = useState<number | null>(null);
  const rows = listRows(path, value, spec.comma === true);
  const { items, written } = rows;
  const oneLine = isOneLine(spec.of);
  // The new one stands in the text as soon as something of it is written.
  const isNew = adding === items.length;
  const block = oneLine ? spec.of : (alternatives(spec.of).find(({ type }) => type === 'map') ?? spec.of);
  return (
    <Box role="group" aria-label={label} aria-describedby={told}>
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: oneLine ? 1 : 4 }}
      >
        {items.map((item, index) => {
          const name = t('forms.row.name', { name: label, number: index + 1 });
          const field = <ValueField spec={spec.of} path={rows.pathOf(index)} value={item} label={name} />;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
            <Box component="li" key={index} sx={{ display: 'flex', alignItems: 'start', gap: 1 }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                {written === 'commas' ? (
                  <FormScope.Provider
                    value={{
                      ...scope,
                      onEdit: (edits) =>
                        onEdit(
                          asOneOfMany(
                            edits,
                            (next) => rows.set(index, next),
                            () => rows.remove(index),
                          ),
                        ),
                    }}
                  >
                    {field}
                  </FormScope.Provider>
                ) : (
                  field
                )}
                {written === 'list' && <KeyProblems problems={problemsAt(rows.pathOf(index))} />}
              </Box>
              <RowActs
                name={name}
                index={index}
                count={items.length}
                onMove={(to) => onEdit(rows.move(index, to))}
                onRemove={() => onEdit(rows.remove(index))}
              />
            </Box>
          );
        })}
        {isNew && (
          <Box component="li" sx={{ minWidth: 0 }}>
            <ValueField
              spec={block}
              path={written === 'alone' ? path : [...path, items.length]}
              value={undefined}
              label={t('forms.row.name', { name: label, number: items.length + 1 })}
            />
          </Box>
        )}
      </Box>
      {oneLine ? (
        <NewEntry
          label={t('forms.row.add', { name: label })}
          spec={spec.of}
          taken={items.map(String)}
          placeholder={items.length === 0 ? fallback : undefined}
          autoFocus={props.autoFocus}
          onAdd={(typed) => onEdit(rows.add(valueFromWords(spec.of, typed)))}
        />
      ) : (
        written === 'list' &&
        !isNew && (
          <Button
            size="small"
            startIcon={<AddRounded />}
            aria-label={t('forms.row.add', { name: label })}
            onClick={() => setAdding(items.length)}
            sx={{ mt: items.length > 0 ? 2 : 0 }}
          >
            {t('forms.row.addShort')}
          </Button>
        )
      )}
    </Box>
  );
}

/** In a text with commas an entry is a part of the text. */
function asOneOfMany(
  edits: readonly YamlEdit[],
  set: (value: Extract<YamlEdit, { kind: 'set' }>['value']) => YamlEdit[],
  remove: () => YamlEdit[],
): YamlEdit[] {
  return edits.flatMap((edit) =>
    edit.kind === 'set' ? set(edit.value) : edit.kind === 'remove' ? remove() : [],
  );
}
