import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DiffView } from '../../overlays/save/diff-view.tsx';
import type { LineProblem } from './check-draft.ts';
import { LineProblems } from './line-problems.tsx';
import { SectionCard } from './section-card.tsx';

const YamlEditor = lazy(() => import('../../overlays/yaml/yaml-editor.tsx'));

/** The lines of a collection, to be written as one likes, and what of them changes. */
export function YamlView(props: {
  /** Null where they cannot be told before it is saved. */
  text: string | null;
  before: string;
  problems: readonly LineProblem[];
  file: { path: string; line: number };
  onType(text: string): void;
}) {
  const { text, before, problems, file } = props;
  const { t } = useTranslation();
  const hint = useId();
  const [goTo, setGoTo] = useState<{ line: number } | null>(null);
  return (
    <SectionCard
      title={t('collections.yaml.title')}
      what={t('collections.yaml.what', file)}
      action={
        <Button
          component={Link}
          to={`/files?${new URLSearchParams({ file: file.path, line: `${file.line}` })}`}
          variant="outlined"
        >
          {t('collections.yaml.open')}
        </Button>
      }
    >
      {text === null && <Typography color="textSecondary">{t('collections.yaml.unknown')}</Typography>}
      {text !== null && (
        <div>
          <Box
            sx={{
              height: 'clamp(240px, 52dvh, 640px)',
              overflow: 'hidden',
              borderRadius: 1,
              border: 1,
              borderColor: 'line',
              '&:focus-within': { borderColor: 'edge' },
            }}
          >
            <Suspense fallback={<Skeleton height="100%" sx={{ mx: 2 }} />}>
              <YamlEditor
                text={text}
                label={t('collections.yaml.text')}
                problems={problems}
                describedBy={hint}
                goTo={goTo}
                ownUndo
                onType={props.onType}
              />
            </Suspense>
          </Box>
          <Typography
            id={hint}
            variant="caption"
            component="p"
            sx={{ mt: 1, color: 'text.low', '@media (pointer: coarse)': { display: 'none' } }}
          >
            {t('collections.yaml.leave')}
          </Typography>
        </div>
      )}
      {problems.length > 0 && (
        <LineProblems problems={problems} onOpen={(line) => setGoTo({ line })} onFix={props.onType} />
      )}
      {text !== null && text !== before && (
        <div>
          <Typography variant="subtitle2" sx={{ mb: 2 }}>
            {t('collections.yaml.changes')}
          </Typography>
          <DiffView before={before} after={text} label={t('collections.yaml.changes')} />
        </div>
      )}
    </SectionCard>
  );
}

/** What a new collection will be written as. */
export function NewYamlView({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <SectionCard title={t('collections.yaml.titleNew')} what={t('collections.yaml.whatNew')}>
      <Box
        component="pre"
        role="region"
        aria-label={t('collections.yaml.text')}
        // What scrolls must be reached by keyboard.
        tabIndex={0}
        sx={{
          m: 0,
          p: 4,
          overflow: 'auto',
          borderRadius: 1,
          border: 1,
          borderColor: 'line',
          bgcolor: 'background.default',
          typography: 'mono',
        }}
      >
        {text}
      </Box>
    </SectionCard>
  );
}
