import type { ItemAccount } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorContext } from '../editor/use-editor.ts';
import type { LayerCommands } from '../editor/use-layer-commands.ts';
import { type Layer, layersOf } from '../model/layers.ts';
import { LayerMenu } from './layer-menu.tsx';
import { LayerRow } from './layer-row.tsx';
import { MovableLayers } from './movable-layers.tsx';
import { RelatedLayers } from './related-layers.tsx';

/** Every definition of the file, front first: what it is tied to, and what became of it on the item shown. */
export const LayersPanel = memo(function LayersPanel(props: {
  account: ItemAccount | null;
  commands: LayerCommands;
}) {
  const { account, commands } = props;
  const { t } = useTranslation();
  const { entries, document, dispatch } = useEditorContext();
  const layers = useMemo(() => layersOf(entries, account), [entries, account]);
  const [menu, setMenu] = useState<{ mapping: string; anchor: HTMLElement } | null>(null);
  const related = useMemo(() => relatedTo(layers, document.selection), [layers, document.selection]);

  if (layers.length === 0) {
    return (
      <Typography color="textSecondary" sx={{ px: 4, py: 3 }}>
        {t('overlays.layers.none')}
      </Typography>
    );
  }
  return (
    <>
      <MovableLayers onDrop={commands.drop}>
        <RelatedLayers layers={layers} selection={document.selection}>
          <Box
            component="ul"
            aria-label={t('overlays.layers.title')}
            sx={{ listStyle: 'none', m: 0, p: 0, pb: 4 }}
          >
            {layers.map((layer) => {
              const { mapping } = layer;
              const hidden = document.hidden.includes(mapping);
              const locked = document.locked.includes(mapping);
              return (
                <LayerRow
                  key={mapping}
                  layer={layer}
                  taken={entries.map((entry) => entry.mapping)}
                  selected={document.selection.includes(mapping)}
                  related={related.has(mapping)}
                  hidden={hidden}
                  locked={locked}
                  renaming={commands.renaming === mapping}
                  onSelect={(how) => dispatch({ kind: 'selected', keys: [mapping], how })}
                  onHide={() => dispatch({ kind: 'hidden', key: mapping, now: !hidden })}
                  onLock={() => dispatch({ kind: 'locked', key: mapping, now: !locked })}
                  onMenu={(anchor) => setMenu({ mapping, anchor })}
                  onRename={() => commands.setRenaming(mapping)}
                  onRenamed={(to) => commands.rename(mapping, to)}
                  onKeyDown={walk}
                />
              );
            })}
          </Box>
        </RelatedLayers>
      </MovableLayers>
      <LayerMenu
        anchor={menu?.anchor ?? null}
        onClose={() => setMenu(null)}
        onDo={(command) => menu && commands.run(command, menu.mapping)}
      />
    </>
  );
});

/** The arrow keys go from layer to layer. */
function walk(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const list = event.currentTarget.closest('ul');
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-layer-button]') ?? [])];
  const at = rows.findIndex((row) => row.contains(event.currentTarget as Node));
  rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
  // The stage nudges by the same keys.
  event.stopPropagation();
}

function relatedTo(layers: readonly Layer[], selection: readonly string[]): ReadonlySet<string> {
  return new Set(
    layers
      .filter(({ mapping }) => selection.includes(mapping))
      .flatMap(({ suppresses, suppressedBy, rivals }) => [...suppresses, ...suppressedBy, ...rivals]),
  );
}
