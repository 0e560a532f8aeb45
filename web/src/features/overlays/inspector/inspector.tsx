import type { ItemAccount, OverlayEntry, OverlayItem } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorContext } from '../editor/use-editor.ts';
import { KindIcon } from '../layers/kind-icon.tsx';
import { RefusedEntry, TemplateEntry } from './closed-entries.tsx';
import { DefinitionAttributes } from './definition-attributes.tsx';
import { ManySelected } from './many-selected.tsx';

/** Everything about what is selected; most of what the stage waits for does not touch it. */
export const Inspector = memo(function Inspector(props: {
  item: OverlayItem | null;
  account: ItemAccount | null;
  onProblem(line: number): void;
}) {
  const { t } = useTranslation();
  const { entries, document } = useEditorContext();
  const chosen = entries.filter(({ mapping }) => document.selection.includes(mapping));
  const [entry] = chosen;
  if (!entry) {
    return (
      <Typography color="textSecondary" sx={{ p: 4 }}>
        {entries.length === 0 ? t('overlays.inspector.empty') : t('overlays.inspector.nothing')}
      </Typography>
    );
  }
  if (chosen.length > 1) return <ManySelected entries={chosen} />;
  return (
    <>
      <Heading entry={entry} />
      {entry.kind === 'template' && (
        <TemplateEntry entry={entry} onOpen={() => props.onProblem(entry.line)} />
      )}
      {entry.kind === 'refused' && <RefusedEntry entry={entry} onOpen={props.onProblem} />}
      {entry.definition && (
        <DefinitionAttributes
          key={entry.mapping}
          entry={entry}
          definition={entry.definition}
          item={props.item}
          account={props.account}
        />
      )}
    </>
  );
});

function Heading({ entry }: { entry: OverlayEntry }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ px: 4, pt: 4, pb: 3, borderBottom: 1, borderColor: 'line' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <KindIcon kind={entry.kind} />
        <Typography variant="h3" component="h2" sx={{ minWidth: 0 }}>
          {entry.mapping}
        </Typography>
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t('overlays.inspector.on', {
          kind: t(`overlays.kinds.${entry.kind}`),
          level: t(`overlays.levels.${entry.level}`),
        })}
      </Typography>
      {entry.builders.length > 0 && (
        <Typography
          variant="mono"
          component="p"
          sx={{ color: 'text.low', fontSize: 'caption.fontSize', mt: 1 }}
        >
          {entry.builders.join(' · ')}
        </Typography>
      )}
    </Box>
  );
}
