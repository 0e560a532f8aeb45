import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Slider from '@mui/material/Slider';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { NumberControl } from './number-control.tsx';
import { PictureControl } from './picture-control.tsx';
import type { SectionProps } from './section.ts';
import { TextControl } from './text-control.tsx';

const sources = ['default', 'file', 'git', 'repo', 'url'] as const;
const noSources = Object.fromEntries(sources.map((source) => [source, null]));

/** What is drawn: a text, a picture, a blur; for a text the picture beside it as well. */
export function ContentSection(section: SectionProps) {
  const { definition, set } = section;
  const { t } = useTranslation();
  const isText = definition.kind === 'text';
  if (definition.kind === 'blur') return <Blur {...section} />;
  if (definition.kind === 'backdrop') {
    return (
      <Typography variant="body2" color="textSecondary" sx={{ px: 4 }}>
        {t('overlays.inspector.backdropWhat')}
      </Typography>
    );
  }
  const pick = ({ from, value }: { from: string; value: string }) => {
    // A picture goes by its bare name; beside a text the name is the text's, so there it is a file's.
    if (from === 'name' && !isText) set({ ...noSources, name: value });
    else if (from === 'name') set({ ...noSources, file: `config/overlays/${value}.png` });
    else set({ ...noSources, [from]: value });
  };
  return (
    <Box sx={{ px: 4, display: 'flex', flexDirection: 'column', gap: 3 }}>
      {isText && (
        <TextControl
          label={t('overlays.inspector.text')}
          value={/^text\(([\s\S]*)\)$/.exec(definition.name)?.[1] ?? definition.name}
          level={definition.level}
          facts={section.item?.facts ?? null}
          sampled={section.item?.sampled ?? []}
          onChange={(text) => set({ name: `text(${text})` }, { merges: true })}
        />
      )}
      <Box>
        {isText && (
          <Typography variant="body2" sx={{ mb: 1 }}>
            {t('overlays.inspector.addon')}
          </Typography>
        )}
        <PictureControl
          image={definition.image}
          none={isText ? t('overlays.inspector.noAddon') : definition.name}
          onPick={pick}
        />
        {isText && definition.image && (
          <Button size="small" onClick={() => set(noSources)} sx={{ mt: 1 }}>
            {t('overlays.inspector.dropAddon')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

function Blur({ definition, set }: SectionProps) {
  const { t } = useTranslation();
  const parsed = Number.parseInt(/^blur\((\d+)\)$/.exec(definition.name)?.[1] ?? '50', 10);
  const write = (amount: number | null) => set({ name: `blur(${amount ?? 50})` }, { merges: true });
  return (
    <Box sx={{ px: 4, display: 'grid', gridTemplateColumns: '1fr 72px', gap: 4, alignItems: 'center' }}>
      <Slider
        min={1}
        max={100}
        value={parsed}
        aria-label={t('overlays.inspector.blur')}
        onChange={(_event, to) => write(Array.isArray(to) ? (to[0] ?? 50) : to)}
      />
      <NumberControl
        label={t('overlays.inspector.blur')}
        value={parsed}
        placeholder="50"
        least={0}
        most={100}
        onChange={write}
      />
    </Box>
  );
}
