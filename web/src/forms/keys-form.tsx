import { fitsSpec } from '@marquee/kometa';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddKey } from './add-key.tsx';
import { arrangeKeys } from './arrange-keys.ts';
import { KeyProblems } from './key-problems.tsx';
import { KeyRow } from './key-row.tsx';
import { type KeysProps, useFormScope } from './scope.ts';

/** A map as a form: what is written, and a menu of what could be. */
export function KeysForm(props: KeysProps) {
  const { path, addLabel } = props;
  const { onEdit, problemsAt, libraryKind, ValueField } = useFormScope();
  const { t } = useTranslation();
  // What was asked for has nothing written yet; and what was emptied stays in sight.
  const [pending, setPending] = useState<readonly string[]>([]);
  const [fresh, setFresh] = useState<string | null>(null);
  const { lines, free } = arrangeKeys(props, pending, libraryKind);
  const { values } = props;
  if (values !== undefined && !fitsSpec({ type: 'map', keys: {} }, values)) {
    // Something else stands where keys belong.
    const label = addLabel ?? String(path.at(-1) ?? '');
    return (
      <>
        <ValueField spec={{ type: 'map', keys: {} }} path={path} value={values} label={label} />
        <KeyProblems problems={problemsAt(path)} />
      </>
    );
  }
  const written = new Set(lines.map(({ name }) => name));
  return (
    <Box sx={{ containerType: 'inline-size', display: 'flex', flexDirection: 'column', gap: 5 }}>
      {lines.map((line) => (
        <KeyRow
          key={line.name}
          line={line}
          path={[...path, line.name]}
          taken={(name) => written.has(name)}
          autoFocus={line.name === fresh}
          {...(!props.always?.includes(line.name) && {
            onRemove: () => {
              setPending((now) => now.filter((name) => name !== line.name));
              if (line.value !== undefined) onEdit([{ kind: 'remove', path: [...path, line.name] }]);
            },
          })}
        />
      ))}
      {(free.length > 0 || props.open) && (
        <AddKey
          label={addLabel === undefined ? t('forms.add') : t('forms.addTo', { name: addLabel })}
          free={free}
          small={addLabel !== undefined}
          open={props.open === true}
          onAdd={(name) => {
            setFresh(name);
            setPending((now) => [...now.filter((one) => one !== name), name]);
          }}
        />
      )}
    </Box>
  );
}
