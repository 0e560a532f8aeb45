import type { ValueSpec } from '@marquee/kometa';
import { Nest } from '../nest.tsx';
import { useFormScope, type ValueProps } from '../scope.ts';

/** Keys of its own, set off from those around them. */
export function MapControl({ spec, path, value, label }: ValueProps<Extract<ValueSpec, { type: 'map' }>>) {
  const { KeysForm } = useFormScope();
  return (
    <Nest label={label}>
      <KeysForm table={spec.keys} path={path} values={value} open={spec.open === true} addLabel={label} />
    </Nest>
  );
}
