import '../../../i18n/config-form-words.ts';
import RedoRounded from '@mui/icons-material/RedoRounded';
import UndoRounded from '@mui/icons-material/UndoRounded';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../forms/form.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { isTyping } from '../../../ui/typing.ts';
import type { FileProblem } from '../checking/problem.ts';
import type { Desk } from '../editor/desk.ts';
import { readSection, type Section, writeSection } from './config-parts.ts';
import { ConfigSection } from './config-section.tsx';
import { SectionList } from './section-list.tsx';
import { useFormText } from './use-form-text.ts';
import { useLibraryKinds } from './use-library-kinds.ts';

/** config.yml as a form. What is changed here is changed in the text on the desk. */
export function FormView(props: {
  desk: Desk;
  file: { id: string; path: string };
  problems: readonly FileProblem[];
  /** As the address has it. */
  section: string | null;
  onSection(section: string): void;
  onLine(line: number): void;
}) {
  const { desk, file, onLine } = props;
  const { t } = useTranslation();
  const { document, onEdit, problemsAt, refused, forgetRefused } = useFormText(desk, file.id, props.problems);
  const kinds = useLibraryKinds();
  const section = readSection(props.section);
  const written = writeSection(section);
  const page = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page of the form begins at its top.
  useEffect(() => {
    if (page.current) page.current.scrollTop = 0;
  }, [written]);
  if ('fault' in document) {
    const { line, message } = document.fault;
    return (
      <Notice
        role="alert"
        lit={[]}
        title={t('configForm.unreadable.title')}
        what={t('configForm.unreadable.what', { line, message })}
        action={
          <Button variant="contained" onClick={() => onLine(line)}>
            {t('configForm.showLine', { line })}
          </Button>
        }
      />
    );
  }
  const { values } = document;
  const open = (next: Section) => props.onSection(writeSection(next));
  const onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping(event.target))
      return;
    event.preventDefault();
    if (event.shiftKey) desk.redo(file.id);
    else desk.undo(file.id);
  };
  const kind = section.is === 'library' ? (kinds.get(section.name) ?? null) : null;
  return (
    <Form onEdit={onEdit} problemsAt={problemsAt} libraryKind={kind}>
      <Box
        data-form
        onKeyDown={onKey}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: { xs: 'column', md: 'row' } }}
      >
        <SectionList values={values} section={section} problemsAt={props.problems} onOpen={open} />
        <Box
          ref={page}
          sx={{ flex: 1, minWidth: 0, minHeight: 0, overflowY: 'auto', px: { xs: 4, md: 8 }, py: 5 }}
        >
          <Box sx={{ maxWidth: section.is === 'defaults' ? 1100 : 820 }}>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 5 }}>
              <Typography variant="h2" component="h1" noWrap sx={{ flex: 1 }}>
                {section.is === 'library' ? section.name : t(`configForm.sections.${section.is}`)}
              </Typography>
              <Step word="undo" able={desk.steps(file.id).undo} onClick={() => desk.undo(file.id)} />
              <Step word="redo" able={desk.steps(file.id).redo} onClick={() => desk.redo(file.id)} />
            </Box>
            {refused && (
              <Alert
                severity="warning"
                sx={{ mb: 5 }}
                onClose={forgetRefused}
                action={
                  <>
                    <Button size="small" onClick={() => onLine(refused.line)}>
                      {t('configForm.showLine', { line: refused.line })}
                    </Button>
                    <Button size="small" onClick={forgetRefused}>
                      {t('close')}
                    </Button>
                  </>
                }
              >
                {t('configForm.refused', { message: refused.message })}
              </Alert>
            )}
            <ConfigSection
              key={written}
              fileId={file.id}
              section={section}
              values={values}
              onOpen={open}
              onEdit={onEdit}
              kinds={kinds}
            />
          </Box>
        </Box>
      </Box>
    </Form>
  );
}

function Step(props: { word: 'undo' | 'redo'; able: boolean; onClick(): void }) {
  const { t } = useTranslation();
  const label = t(`configForm.${props.word}`);
  return (
    <Tooltip title={label}>
      {/* A button that can do nothing hears no pointer, and its hint needs one. */}
      <span>
        <IconButton aria-label={label} disabled={!props.able} onClick={props.onClick}>
          {props.word === 'undo' ? <UndoRounded fontSize="small" /> : <RedoRounded fontSize="small" />}
        </IconButton>
      </span>
    </Tooltip>
  );
}
