import type { ConfigFile } from '@marquee/contracts';
import ArrowBackRounded from '@mui/icons-material/ArrowBackRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Told } from '../../ui/told.tsx';
import { BranchBand } from './branch/branch-band.tsx';
import { usePresentBranch } from './branch/present-branch.ts';
import { useBranch } from './branch/use-branch.ts';
import type { FileProblem } from './checking/problem.ts';
import { DraftBack } from './drafts/draft-back.tsx';
import { EditorArea } from './editor/editor-area.tsx';
import { EditorBar } from './editor/editor-bar.tsx';
import { KeyPath } from './editor/key-path.tsx';
import { type Panel, StatusLine } from './editor/status-line.tsx';
import { filesQuery } from './files-address.ts';
import { FilesFrame } from './files-frame.tsx';
import { useView } from './form/use-view.ts';
import { HistoryDialog } from './history/history-dialog.tsx';
import { LowerPanel } from './lower-panel.tsx';
import type { FileAct } from './menu/file-menu.tsx';
import { MoveDialog } from './menu/move-dialog.tsx';
import { RemoveDialog } from './menu/remove-dialog.tsx';
import { NewFile } from './new-file.tsx';
import { FixDialog } from './problems/fix-dialog.tsx';
import { errorsByFile } from './problems/problem-groups.ts';
import { ProblemsPanel } from './problems/problems-panel.tsx';
import { ConflictDialog } from './save/conflict-dialog.tsx';
import { FindPanel } from './search/find-panel.tsx';
import { Side } from './side.tsx';
import type { Tab } from './tabs/open-files.ts';
import { TabBar } from './tabs/tab-bar.tsx';
import { useFolderTexts } from './use-folder-texts.ts';
import { useWorkbench, type Workbench } from './use-workbench.ts';

/** It reads YAML, which is much to load for who never keeps a template. */
const SaveTemplate = lazy(() => import('../templates/save-template.tsx'));

type Asking =
  | { what: 'new' }
  | { what: 'discard'; tab: Tab }
  | { what: 'close'; tab: Tab }
  | { what: Exclude<FileAct, 'format'>; tab: Tab }
  | null;

const NO_PROBLEMS: readonly FileProblem[] = [];
/** Comes with the first form. */
const FormView = lazy(async () => ({ default: (await import('./form/form-view.tsx')).FormView }));

/** The folder with its tree, and the files of it that are open. */
export function OpenFolder(props: {
  files: readonly ConfigFile[];
  mayEdit: boolean;
  /** The branch that was opened is there no longer. */
  gone: boolean;
}) {
  const { files, mayEdit } = props;
  const { t } = useTranslation();
  const branch = usePresentBranch();
  const changes = useBranch(branch, mayEdit);
  const wide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const folder = useFolderTexts(files, mayEdit);
  const bench = useWorkbench(files, folder, mayEdit);
  const [asked] = useSearchParams();
  const [panel, setPanel] = useState<Panel>(asked.get('panel') === 'problems' ? 'problems' : null);
  const [asking, setAsking] = useState<Asking>(null);
  const [told, setTold] = useState<string | null>(null);
  const [fixing, setFixing] = useState<{ path: string; problem: FileProblem } | null>(null);
  const { tabs, active } = bench.open;
  const activeTab = tabs.find(({ id }) => id === active);
  useAddress(bench, files);
  const shape = useView(bench.isReady ? activeTab : undefined, folder.textOf);
  useSaveKey(() => activeTab && void bench.save(activeTab.id));

  const { checked, checking } = folder;
  const marks = useMemo(
    () => ({
      unsaved: new Set(tabs.filter(({ unsaved }) => unsaved).map(({ path }) => path)),
      errors: errorsByFile(checked ?? []),
      changes: new Map(changes?.files.map(({ path, change }) => [path, change])),
    }),
    [tabs, checked, changes],
  );
  const close = (tab: Tab) =>
    bench.isUnsaved(tab.id) ? setAsking({ what: 'close', tab }) : bench.close(tab.id);
  const done = () => setAsking(null);
  // A phone has room for one of them.
  const showsTree = wide || active === null;
  const showsText = wide || active !== null;

  return (
    <FilesFrame
      head={
        branch !== undefined && (
          <BranchBand
            name={branch}
            branch={changes}
            gone={props.gone}
            unsaved={tabs.some(({ unsaved }) => unsaved)}
          />
        )
      }
    >
      <LeaveGuard
        unsaved={tabs.some(({ id, unsaved }) => unsaved && bench.drafts.get(id) !== 'kept')}
        asked="branch"
      />
      {showsTree && (
        <Side
          files={files}
          active={activeTab?.path ?? null}
          marks={marks}
          mayEdit={mayEdit}
          onOpen={(file) => bench.openFile(file)}
          onNew={() => setAsking({ what: 'new' })}
        />
      )}
      {showsText && (
        <Box component="section" sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          {tabs.length > 0 && (
            <Box
              sx={{
                display: 'flex',
                // On a phone what can be done has a line of its own: beside it no name could be read.
                flexWrap: { xs: 'wrap', sm: 'nowrap' },
                alignItems: 'center',
                flex: 'none',
                borderBottom: 1,
                borderColor: 'line',
                bgcolor: 'background.paper',
              }}
            >
              {!wide && (
                <IconButton aria-label={t('files.allFiles')} onClick={() => bench.leave()}>
                  <ArrowBackRounded fontSize="small" />
                </IconButton>
              )}
              <TabBar open={bench.open} onShow={(tab) => bench.show(tab.id, tab.path)} onClose={close} />
              {activeTab && bench.isReady && (
                <EditorBar
                  bench={bench}
                  unsaved={activeTab.unsaved}
                  view={shape.view}
                  onView={shape.show}
                  page={shape.page}
                  onSave={() => void bench.save(activeTab.id)}
                  onDiscard={() => setAsking({ what: 'discard', tab: activeTab })}
                  onAct={(what) =>
                    what === 'format' ? bench.desk?.run('format') : setAsking({ what, tab: activeTab })
                  }
                />
              )}
            </Box>
          )}
          {activeTab && bench.isReady && shape.view !== 'form' && (
            <KeyPath path={activeTab.path} cursor={bench.cursor} />
          )}
          {activeTab && bench.isReady && bench.foundDraft && (
            <DraftBack draft={bench.foundDraft} onDiscard={() => bench.discard(activeTab.id)} />
          )}
          <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', overflow: 'auto' }}>
            <EditorArea
              bench={bench}
              mayRead={mayEdit}
              form={
                shape.view === 'form' && activeTab
                  ? (desk) => (
                      <FormView
                        key={activeTab.id}
                        desk={desk}
                        file={activeTab}
                        problems={checked?.find(([path]) => path === activeTab.path)?.[1] ?? NO_PROBLEMS}
                        section={shape.section}
                        onSection={shape.open}
                        onLine={(line) => {
                          shape.show('yaml');
                          bench.openPath(activeTab.path, { line });
                        }}
                      />
                    )
                  : null
              }
            />
          </Box>
          {panel === 'problems' && (
            <LowerPanel title={t('files.problems.title')} onClose={() => setPanel(null)}>
              <ProblemsPanel
                checked={checked}
                able={checking !== null}
                onOpen={(path, { line, column }) => bench.openPath(path, { line, column })}
                onFix={(path, problem) => {
                  bench.loadOnce();
                  setFixing({ path, problem });
                }}
              />
            </LowerPanel>
          )}
          {panel === 'find' && checking && (
            <LowerPanel title={t('files.find.title')} onClose={() => setPanel(null)}>
              <FindPanel
                find={checking.find}
                onOpen={(path, { line, column }) => bench.openPath(path, { line, column })}
              />
            </LowerPanel>
          )}
          {mayEdit && (
            <StatusLine
              draft={activeTab?.unsaved ? bench.drafts.get(activeTab.id) : undefined}
              checked={checked}
              cursor={shape.view === 'form' ? null : bench.cursor}
              panel={panel}
              onPanel={setPanel}
            />
          )}
        </Box>
      )}
      {asking?.what === 'new' && (
        <NewFile
          taken={files.map(({ path }) => path)}
          onMade={(file) => {
            done();
            bench.openMade(file.path);
          }}
          onClose={done}
        />
      )}
      {asking?.what === 'discard' && (
        <AskDialog
          title={t('files.discard.title')}
          what={t('files.discard.what', { path: asking.tab.path })}
          go={t('files.discard.go')}
          harm
          busy={false}
          onGo={() => {
            bench.discard(asking.tab.id);
            done();
          }}
          onClose={done}
        />
      )}
      {asking?.what === 'close' && (
        <AskDialog
          title={t('files.closing.title')}
          what={t('files.closing.what', { path: asking.tab.path })}
          go={t('files.closing.go')}
          harm
          busy={false}
          onGo={() => {
            bench.close(asking.tab.id);
            done();
          }}
          onClose={done}
        />
      )}
      {asking?.what === 'history' && bench.desk && (
        <HistoryDialog
          desk={bench.desk}
          file={asking.tab}
          text={bench.desk.read(asking.tab.id).text}
          etag={bench.etagOf(asking.tab.id)}
          unsaved={asking.tab.unsaved}
          onRestored={bench.became}
          onClose={done}
        />
      )}
      {asking?.what === 'move' && (
        <MoveDialog
          file={asking.tab}
          etag={bench.etagOf(asking.tab.id)}
          unsaved={asking.tab.unsaved}
          taken={files.map(({ path }) => path)}
          onMoved={(path) => {
            bench.close(asking.tab.id);
            bench.openMade(path);
            done();
          }}
          onClose={done}
        />
      )}
      {asking?.what === 'template' && bench.desk && (
        <Suspense>
          <SaveTemplate
            text={bench.desk.read(asking.tab.id).text}
            line={bench.cursor?.line ?? 1}
            onSaved={(words) => {
              done();
              setTold(words);
            }}
            onClose={done}
          />
        </Suspense>
      )}
      {told !== null && <Told words={told} onClose={() => setTold(null)} />}
      {asking?.what === 'remove' && (
        <RemoveDialog
          file={asking.tab}
          etag={bench.etagOf(asking.tab.id)}
          onRemoved={() => {
            bench.close(asking.tab.id);
            done();
          }}
          onClose={done}
        />
      )}
      {fixing?.problem.fix && bench.desk && (
        <FixDialog
          desk={bench.desk}
          path={fixing.path}
          text={folder.textOf(fixing.path) ?? ''}
          fix={fixing.problem.fix}
          onApply={() => {
            if (fixing.problem.fix) bench.applyFix(fixing.path, fixing.problem, fixing.problem.fix);
            setFixing(null);
          }}
          onClose={() => setFixing(null)}
        />
      )}
      {bench.conflict && bench.desk && (
        <ConflictDialog
          desk={bench.desk}
          conflict={bench.conflict}
          busy={bench.saving}
          onTheirs={bench.takeTheirs}
          onMine={(text) => void bench.saveMine(text)}
          onClose={bench.leaveConflict}
        />
      )}
    </FilesFrame>
  );
}

/** The address names the file that is looked at, so that it can be shared and come back to. */
function useAddress(bench: Workbench, files: readonly ConfigFile[]): void {
  const [search, setSearch] = useSearchParams();
  const branch = usePresentBranch();
  const { tabs, active } = bench.open;
  const shown = tabs.find(({ id }) => id === active)?.path ?? null;
  const asked = search.get('file');
  const line = Number(search.get('line'));
  const opened = useRef<string | null>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (asked === null || asked === opened.current || !files.some(({ path }) => path === asked)) return;
    opened.current = asked;
    bench.openPath(asked, line > 0 ? { line } : undefined);
  }, [asked, line, files, bench.openPath]);
  useEffect(() => {
    const first = isFirst.current;
    isFirst.current = false;
    // What the address asks for is still being opened.
    if (first && shown === null) return;
    if (shown === null ? opened.current === null : shown === opened.current) return;
    opened.current = shown;
    setSearch(filesQuery({ branch, file: shown ?? undefined }), { replace: true });
  }, [shown, setSearch, branch]);
}

function useSaveKey(save: () => void): void {
  const now = useRef(save);
  now.current = save;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      // The browser would offer to save the page.
      event.preventDefault();
      const field = document.activeElement;
      if (!(field instanceof HTMLElement) || !field.closest('[data-form]')) return now.current();
      // What is being typed in a form is told when its field is left; the page knows of it a moment later.
      field.blur();
      field.focus();
      setTimeout(() => now.current());
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
