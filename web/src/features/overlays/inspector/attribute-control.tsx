import type { OverlayAttribute } from '@marquee/kometa';
import { canvasOf } from '@marquee/overlay';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId } from 'react';
import { useFontsQuery } from '../../../api/rendering.ts';
import { useEditorContext } from '../editor/use-editor.ts';
import { ChoiceControl } from './choice-control.tsx';
import { ColourControl } from './colour-control.tsx';
import { FontControl } from './font-control.tsx';
import { LengthControl } from './length-control.tsx';
import { NamesControl } from './names-control.tsx';
import { NumberControl } from './number-control.tsx';
import { QueueChoice } from './queue/queue-choice.tsx';
import { useLeavingQueue } from './queue/use-leaving-queue.ts';
import type { SectionProps } from './section.ts';
import { small } from './small-input.ts';
import { useLiveNumber } from './use-live-number.ts';
import { useTyped } from './use-typed.ts';

interface ControlProps {
  attribute: OverlayAttribute;
  section: SectionProps;
}

/** Each kind of attribute declares its own control. */
const controls: Partial<Record<OverlayAttribute['control'], (props: ControlProps) => React.ReactNode>> = {
  integer: IntegerAttribute,
  offset: LengthAttribute,
  scale: LengthAttribute,
  colour: ColourAttribute,
  choice: ChoiceAttribute,
  level: ChoiceAttribute,
  font: FontAttribute,
  'font-style': FontStyleAttribute,
  group: NameAttribute,
  queue: QueueAttribute,
  names: NamesAttribute,
};

export function AttributeControl(props: ControlProps) {
  const Control = controls[props.attribute.control] ?? NameAttribute;
  return <Control {...props} />;
}

function IntegerAttribute({ attribute, section }: ControlProps) {
  const { name, rule } = attribute;
  const parsed = Number.parseInt(String(section.value(name) ?? ''), 10);
  return (
    <NumberControl
      label={name}
      value={Number.isNaN(parsed) ? null : parsed}
      live={useLiveNumber(section, name)}
      placeholder={attribute.defaultMeans}
      {...(rule.is === 'integer' && { least: rule.least, most: rule.most })}
      onChange={(value) => section.set({ [name]: value }, { merges: true })}
    />
  );
}

function LengthAttribute({ attribute, section }: ControlProps) {
  const { name } = attribute;
  const canvas = section.account?.canvas ?? canvasOf(section.definition.level);
  const own = section.account?.overlays.find(({ key }) => key === section.definition.key);
  const across = name.startsWith('horizontal') || name.endsWith('width');
  // Offsets count by the canvas, scales by the picture's own size.
  const of = attribute.control === 'offset' ? canvas : (own?.content ?? canvas);
  return (
    <LengthControl
      label={name}
      value={section.value(name)}
      live={useLiveNumber(section, name)}
      placeholder={attribute.control === 'offset' ? '–' : attribute.defaultMeans}
      whole={across ? of.width : of.height}
      onChange={(next, merges) => section.set(withPartner(attribute, next, section), { merges })}
    />
  );
}

/** Kometa takes the two offsets together or not at all. */
function withPartner(attribute: OverlayAttribute, value: string | number | null, section: SectionProps) {
  const partner = attribute.control === 'offset' ? attribute.needs : null;
  if (!partner || value === null || section.value(partner) !== null) return { [attribute.name]: value };
  return { [attribute.name]: value, [partner]: 0 };
}

const colourFields = {
  font_color: 'fontColor',
  stroke_color: 'strokeColor',
  back_color: 'backColor',
  back_line_color: 'backLineColor',
} as const;

function ColourAttribute({ attribute, section }: ControlProps) {
  const { name } = attribute;
  const field = name in colourFields ? colourFields[name as keyof typeof colourFields] : null;
  const value = section.value(name);
  return (
    <ColourControl
      label={name}
      value={value === null ? null : String(value)}
      placeholder={attribute.defaultMeans}
      resolved={field && section.definition[field]}
      onChange={(next) => section.set({ [name]: next }, { merges: true })}
    />
  );
}

function ChoiceAttribute({ attribute, section }: ControlProps) {
  const { name, rule } = attribute;
  const value = section.value(name);
  return (
    <ChoiceControl
      label={name}
      value={value === null ? null : String(value)}
      options={rule.is === 'choice' ? rule.options : []}
      defaultMeans={attribute.defaultMeans}
      onChange={(next) => section.set({ [name]: next })}
    />
  );
}

function FontAttribute({ attribute, section }: ControlProps) {
  const value = section.value('font');
  return (
    <FontControl
      label={attribute.name}
      value={value === null ? null : String(value)}
      placeholder={String(attribute.default ?? attribute.defaultMeans)}
      // Another font has other styles.
      onChange={(reference) => section.set({ font: reference, font_style: null })}
    />
  );
}

function FontStyleAttribute({ attribute, section }: ControlProps) {
  const { data: fonts } = useFontsQuery();
  const font = section.value('font');
  const styles = fonts?.find(({ reference }) => reference === font)?.variations ?? [];
  const value = section.value('font_style');
  return (
    <ChoiceControl
      label={attribute.name}
      value={value === null ? null : String(value)}
      options={styles}
      defaultMeans={attribute.defaultMeans}
      onChange={(next) => section.set({ font_style: next })}
    />
  );
}

function QueueAttribute({ section }: ControlProps) {
  return <QueueChoice section={section} />;
}

/** Words, with those that the file has already at hand. */
function NameAttribute({ attribute, section }: ControlProps) {
  const { entries } = useEditorContext();
  const id = useId();
  const leaving = useLeavingQueue(section);
  const { name } = attribute;
  const known = entries.flatMap(({ definition }) => (definition?.group ? [definition.group] : []));
  const weight = section.value('weight');
  const value = section.value(name);
  const typed = useTyped(value);
  const type = (words: string) => {
    const wanted = words.trim() === '' ? value : words;
    typed.type(words, wanted);
    if (wanted === value) return;
    section.set(
      {
        // Kometa takes a group or a queue, and neither without a weight.
        ...(section.definition.queue !== null && leaving()),
        [name]: wanted,
        ...(weight === null && { weight: 10 }),
      },
      { merges: true },
    );
  };
  return (
    <>
      <OutlinedInput
        fullWidth
        value={typed.shown}
        placeholder={attribute.defaultMeans}
        onChange={({ target }) => type(target.value)}
        onBlur={() => {
          if (typed.isEmpty && value !== null) section.set({ [name]: null });
          typed.drop();
        }}
        inputProps={{ 'aria-label': name, list: id, spellCheck: false, maxLength: 200 }}
        sx={small}
      />
      <datalist id={id}>
        {[...new Set(known)].map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}

function NamesAttribute({ attribute, section }: ControlProps) {
  const { entries } = useEditorContext();
  return (
    <NamesControl
      label={attribute.name}
      chosen={section.definition.suppress}
      options={entries.map(({ mapping }) => mapping).filter((mapping) => mapping !== section.entry.mapping)}
      onChange={(names) => section.set({ [attribute.name]: names.length > 0 ? names : null })}
    />
  );
}
