import '../i18n/forms-words.ts';
import { type ReactNode, useMemo } from 'react';
import { KeysForm } from './keys-form.tsx';
import { FormScope, type Scope } from './scope.ts';
import { ValueField } from './value-field.tsx';

/** What controls below it change goes to one place, as edits of a YAML text. */
export function Form({ onEdit, problemsAt, libraryKind, children }: Scope & { children: ReactNode }) {
  const scope = useMemo(
    () => ({ onEdit, problemsAt, libraryKind, ValueField, KeysForm }),
    [onEdit, problemsAt, libraryKind],
  );
  return <FormScope.Provider value={scope}>{children}</FormScope.Provider>;
}
