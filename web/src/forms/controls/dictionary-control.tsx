import type { ValueSpec } from '@marquee/kometa';
import { Nest } from '../nest.tsx';
import { useFormScope, type ValueProps } from '../scope.ts';

/** Names of one's own, each with a value of the same kind. */
export function DictionaryControl({
  spec,
  path,
  value,
  label,
}: ValueProps<Extract<ValueSpec, { type: 'dictionary' }>>) {
  const { KeysForm } = useFormScope();
  return (
    <Nest label={label}>
      <KeysForm table={{}} each={spec.of} path={path} values={value} open addLabel={label} />
    </Nest>
  );
}
