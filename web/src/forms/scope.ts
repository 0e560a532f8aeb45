import type { KeyTable, LibraryKind, ValueSpec, YamlEdit, YamlPath, YamlValue } from '@marquee/kometa';
import { type ComponentType, createContext, useContext } from 'react';

/** What is wrong with a value, from whoever checks the text. */
export interface FieldProblem {
  severity: 'error' | 'warning' | 'info';
  message: string;
  fix?: { title: string; apply(): void };
}

export interface ValueProps<Spec extends ValueSpec = ValueSpec> {
  spec: Spec;
  path: YamlPath;
  /** Undefined where nothing is written. */
  value: YamlValue | undefined;
  /** What assistive software calls the control. */
  label: string;
  /** What counts when nothing is written, as one writes it. */
  fallback?: string | undefined;
  secret?: boolean | undefined;
  /** The id of what is told of it. */
  told?: string | undefined;
  autoFocus?: boolean | undefined;
}

export interface KeysProps {
  table: KeyTable;
  path: YamlPath;
  values: YamlValue | undefined;
  /** Shown even when they are not written. */
  always?: readonly string[];
  /** Shown elsewhere. */
  hide?: readonly string[];
  /** Keys that the table does not know are fine. */
  open?: boolean;
  /** What such keys hold. */
  each?: ValueSpec;
  /** What keys hold that begin so. */
  beginnings?: KeyTable;
  /** What is offered to be added is called so. */
  addLabel?: string;
}

export interface Scope {
  /** Each is an edit of the text at its own path. */
  onEdit(edits: readonly YamlEdit[]): void;
  problemsAt(path: YamlPath): readonly FieldProblem[];
  /** Null where it is not known: nothing is held back then. */
  libraryKind: LibraryKind | null;
}

interface Parts {
  ValueField: ComponentType<ValueProps>;
  KeysForm: ComponentType<KeysProps>;
}

/** Controls that hold others get them from here, since those hold them in turn. */
export const FormScope = createContext<(Scope & Parts) | null>(null);

export function useFormScope(): Scope & Parts {
  const scope = useContext(FormScope);
  if (!scope) throw new Error('A control needs a <Form> around it');
  return scope;
}
