import type { ItemAccount, OverlayDefinition, OverlayEntry, OverlayItem } from '@marquee/contracts';
import { describeAttributes, type OverlayAttribute } from '@marquee/kometa';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorContext } from '../editor/use-editor.ts';
import { attributeEdits } from '../model/attribute-edits.ts';
import { writtenAttributes } from '../model/written-attributes.ts';
import { AttributeControl } from './attribute-control.tsx';
import { AttributeRow } from './attribute-row.tsx';
import { BackSection } from './back-section.tsx';
import { ContentSection } from './content-section.tsx';
import { PositionSection } from './position-section.tsx';
import { QueueSection } from './queue/queue-section.tsx';
import { useLeavingQueue } from './queue/use-leaving-queue.ts';
import { type SectionProps, type SetAttributes, scalar } from './section.ts';

const groups = ['content', 'position', 'size', 'text', 'addon', 'back', 'order'] as const;
/** Drawn as one control by their own sections. */
const gathered = new Set([
  ...['name', 'default', 'file', 'git', 'repo', 'url'],
  ...['horizontal_align', 'vertical_align'],
  ...['back_width', 'back_height', 'back_padding', 'back_radius', 'back_line_width'],
]);

/** Every attribute that does something on this kind of overlay, with its proper control. */
export function DefinitionAttributes(props: {
  entry: OverlayEntry;
  definition: OverlayDefinition;
  item: OverlayItem | null;
  account: ItemAccount | null;
}) {
  const { entry, definition, item, account } = props;
  const { t } = useTranslation();
  const { text, edit, problems } = useEditorContext();
  const { mapping } = entry;
  const written = useMemo(() => writtenAttributes(text, mapping), [text, mapping]);
  const set: SetAttributes = (values, options = {}) => {
    const names = Object.keys(values);
    edit(
      t('overlays.steps.set', { name: mapping, attribute: names.join(', ') }),
      attributeEdits(mapping, values),
      options.merges ? { merge: `${mapping} ${names.join(' ')}` } : {},
    );
  };
  const section: SectionProps = {
    entry,
    definition,
    item,
    account,
    written,
    value: (name) => scalar(written[name]),
    problems: (name) => problems.filter((one) => one.mapping === mapping && one.attribute === name),
    set,
  };
  const own = { content: ContentSection, position: PositionSection, back: BackSection } as const;
  const sections = groups.map((group) => {
    const attributes = describeAttributes().filter(
      (attribute) => attribute.group === group && attribute.usedBy.includes(definition.kind),
    );
    if (attributes.length === 0) return null;
    const Gathered = group in own ? own[group as keyof typeof own] : null;
    return (
      <Box
        component="section"
        key={group}
        aria-label={t(`overlays.inspector.groups.${group}`)}
        sx={{ py: 3, borderBottom: 1, borderColor: 'line' }}
      >
        <Typography variant="subtitle2" component="h3" sx={{ px: 4, mb: 1 }}>
          {t(`overlays.inspector.groups.${group}`)}
        </Typography>
        {Gathered && <Gathered {...section} />}
        {attributes
          .filter(({ name }) => !gathered.has(name))
          .map((attribute) => (
            <OneAttribute key={attribute.name} attribute={attribute} section={section} />
          ))}
      </Box>
    );
  });
  return (
    <>
      {sections}
      {definition.queue !== null && <QueueSection section={section} />}
    </>
  );
}

function OneAttribute({ attribute, section }: { attribute: OverlayAttribute; section: SectionProps }) {
  const { name } = attribute;
  const leaving = useLeavingQueue(section);
  return (
    <AttributeRow
      attribute={attribute}
      written={section.written[name] !== undefined}
      problems={section.problems(name)}
      onReset={() => section.set(name === 'queue' ? leaving() : { [name]: null })}
      wide={attribute.control === 'names'}
    >
      <AttributeControl attribute={attribute} section={section} />
    </AttributeRow>
  );
}
