import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import { useFormScope } from '../../../forms/scope.ts';
import type { JsonMap, Path } from '../model/json.ts';
import { blankValue, freeKey, readCondition, type Subject } from './condition-model.ts';
import { ConditionRow } from './condition-row.tsx';
import { SubjectChoice } from './subject-choice.tsx';

/** The conditions of one map, and a field to add another. */
export function ConditionList(props: {
  path: Path;
  values: JsonMap;
  /** Which of its keys are no conditions. */
  skip?(key: string): boolean;
  subjects: readonly Subject[];
  addLabel: string;
}) {
  const { path, values, subjects, skip } = props;
  const { onEdit } = useFormScope();
  const keys = Object.keys(values);
  const add = (subject: Subject) => {
    const key = freeKey(subject, keys);
    if (key === null) return;
    const kind = readCondition(key, subjects).form?.value ?? 'text';
    onEdit([{ kind: 'set', path: [...path, key], value: blankValue(kind) }]);
  };
  return (
    <>
      {keys
        .filter((key) => !skip?.(key))
        .map((key, place) => (
          <ConditionRow
            // A condition that is about something else now keeps its row, and the focus in it.
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never change places.
            key={place}
            path={[...path, key]}
            value={values[key] ?? null}
            subjects={subjects}
            taken={keys}
          />
        ))}
      <Box sx={{ maxWidth: 320 }}>
        <SubjectChoice
          label={props.addLabel}
          subjects={subjects}
          chosen={null}
          icon={<AddRounded fontSize="small" />}
          onChoose={add}
        />
      </Box>
    </>
  );
}
