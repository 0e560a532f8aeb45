import { fitsSpec } from '@marquee/kometa';
import { BooleanControl } from './controls/boolean-control.tsx';
import { ChoiceControl } from './controls/choice-control.tsx';
import { DateControl } from './controls/date-control.tsx';
import { DictionaryControl } from './controls/dictionary-control.tsx';
import { EitherControl } from './controls/either-control.tsx';
import { ListControl } from './controls/list-control.tsx';
import { MapControl } from './controls/map-control.tsx';
import { NumberControl } from './controls/number-control.tsx';
import { ScheduleControl } from './controls/schedule-control.tsx';
import { SecretControl } from './controls/secret-control.tsx';
import { TextControl } from './controls/text-control.tsx';
import { YamlControl } from './controls/yaml-control.tsx';
import type { ValueProps } from './scope.ts';

/** The control for one value: by its spec, or as YAML where it is something else than that. */
export function ValueField(props: ValueProps) {
  const { spec, value } = props;
  if (value !== undefined && !fitsSpec(spec, value)) {
    return typeof value === 'string' ? <TextControl {...props} /> : <YamlControl {...props} />;
  }
  if (props.secret) return <SecretControl {...props} />;
  switch (spec.type) {
    case 'boolean':
      return <BooleanControl {...props} spec={spec} />;
    case 'integer':
    case 'number':
      return <NumberControl {...props} spec={spec} />;
    case 'text':
      return <TextControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} spec={spec} />;
    case 'date':
      return <DateControl {...props} />;
    case 'schedule':
      return <ScheduleControl {...props} />;
    case 'list':
      return <ListControl {...props} spec={spec} />;
    case 'map':
      return <MapControl {...props} spec={spec} />;
    case 'dictionary':
      return <DictionaryControl {...props} spec={spec} />;
    case 'either':
      return <EitherControl {...props} spec={spec} />;
    case 'any':
      return <YamlControl {...props} />;
  }
}
