import type { CollectionLevel, Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { frame } from '../../../theme/tokens.ts';
import type { LibraryKind } from '../conditions/condition-model.ts';
import { ConditionScope } from '../conditions/condition-scope.ts';
import { DynamicPane } from '../preview/dynamic-pane.tsx';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { checkDraft, checkLines, type DraftSection } from './check-draft.ts';
import { DefinitionForm } from './definition-form.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import type { Draft } from './use-draft.ts';
import { writtenText } from './written-text.ts';
import { NewYamlView, YamlView } from './yaml-view.tsx';

interface Ground {
  libraries: readonly Library[];
  library: Library | null;
  kind: LibraryKind | null;
  level: CollectionLevel | null;
  choose(id: string): void;
}

/** The form, the text that it makes, and what Plex would hold: beside one another where there is room. */
export function EditorFrame(props: {
  head: ReactNode;
  section: DraftSection;
  draft: Draft;
  ground: Ground;
  /** Where it stands already; null for a new one. */
  present: { path: string; line: number; text: string } | null;
  /** Where it stands or will stand; null for a file that is not there yet. */
  fileId: string | null;
}) {
  const { draft, ground, section, present } = props;
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const [params, setParams] = useSearchParams();
  const asked = params.get('view');
  const views = wide ? VIEWS.filter((view) => view !== 'preview') : VIEWS;
  const view = views.find((one) => one === asked) ?? 'form';
  const { name, values, lines, typed } = useDeferredValue(draft.draft);
  // Of a new one that nothing was said in yet nobody minds what it lacks.
  const untouched = present === null && values === draft.base.values;
  const problems = useMemo(
    () => (untouched ? [] : checkDraft({ section, values }, ground.kind, new Date())),
    [untouched, section, values, ground.kind],
  );
  const written = useMemo(
    () => (draft.dirty || !lines ? writtenText(section, lines, { name, values }) : lines.text),
    [draft.dirty, section, lines, name, values],
  );
  const checked = typed?.text ?? written;
  const lineProblems = useMemo(
    () =>
      view === 'yaml' && checked !== null
        ? checkLines({ section, text: checked }, ground.kind, new Date())
        : [],
    [view, section, checked, ground.kind],
  );
  const scope = useMemo(
    () => ({ libraryId: ground.library?.id ?? null, level: ground.level }),
    [ground.library, ground.level],
  );
  const Pane = section === 'collections' ? PreviewPane : DynamicPane;
  const preview = (
    <Pane
      libraries={ground.libraries}
      library={ground.library}
      onLibrary={ground.choose}
      name={name}
      values={values}
      fileId={props.fileId}
    />
  );
  return (
    <ConditionScope value={scope}>
      <Box
        sx={{
          display: 'grid',
          gap: 8,
          gridTemplateColumns: wide ? 'minmax(0, 1fr) 360px' : 'minmax(0, 1fr)',
          pb: 20,
        }}
      >
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}>
          {props.head}
          <Tabs
            value={view}
            onChange={(_, next: View) =>
              setParams(
                (was) => {
                  const to = new URLSearchParams(was);
                  if (next === 'form') to.delete('view');
                  else to.set('view', next);
                  return to;
                },
                { replace: true },
              )
            }
            aria-label={t('collections.editor.views')}
            sx={{ minHeight: 40, '& .MuiTab-root': { minHeight: 40 } }}
          >
            {views.map((one) => (
              <Tab
                key={one}
                value={one}
                id={`view-${one}`}
                aria-controls="collection-view"
                label={t(`collections.editor.view.${one}`)}
              />
            ))}
          </Tabs>
          <Box
            role="tabpanel"
            id="collection-view"
            aria-labelledby={`view-${view}`}
            sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}
          >
            {(view === 'form' || (view === 'yaml' && !present)) && <ProblemSummary problems={problems} />}
            {view === 'form' && !draft.readable && (
              <Typography role="status" color="textSecondary" sx={{ py: 4 }}>
                {t('collections.yaml.noForm')}
              </Typography>
            )}
            {view === 'form' && draft.readable && (
              <DefinitionForm
                section={section}
                values={draft.draft.values}
                problems={problems}
                kind={ground.kind}
                onEdit={draft.edit}
                onValues={draft.setValues}
              />
            )}
            {view === 'yaml' && !present && <NewYamlView text={written ?? ''} />}
            {view === 'yaml' && present && (
              <YamlView
                text={draft.draft.typed?.text ?? written}
                before={present.text}
                problems={lineProblems}
                file={present}
                onType={draft.setLines}
              />
            )}
            {view === 'preview' && preview}
          </Box>
        </Box>
        {wide && (
          <Box
            sx={{
              position: 'sticky',
              top: frame.topBar + 24,
              alignSelf: 'start',
              maxHeight: `calc(100dvh - ${frame.topBar + 120}px)`,
              overflowY: 'auto',
              scrollbarWidth: 'thin',
              p: 4,
              border: 1,
              borderColor: 'line',
              borderRadius: 2,
              bgcolor: 'background.paper',
            }}
          >
            {preview}
          </Box>
        )}
      </Box>
    </ConditionScope>
  );
}

const VIEWS = ['form', 'yaml', 'preview'] as const;
type View = (typeof VIEWS)[number];
