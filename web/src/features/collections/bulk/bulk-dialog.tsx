import type { BulkAction, CollectionSummary, DefinitionFile } from '@marquee/contracts';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { SerializedError } from '@reduxjs/toolkit';
import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallProblem } from '../../../api/call-problem.ts';
import { tellSchedule } from '../../../forms/schedule-words.ts';
import { formatCount } from '../../../i18n/format.ts';
import { AskDialog } from '../../../ui/ask-dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { readVariables } from './read-variables.ts';

export type BulkQuestion = 'move' | 'copy' | 'schedule' | 'variables' | 'delete';

interface DialogProps {
  chosen: readonly CollectionSummary[];
  files: readonly DefinitionFile[];
  busy: boolean;
  error: CallProblem | SerializedError | undefined;
  onGo(action: BulkAction): void;
  onClose(): void;
}

/** Asks for what a change of many needs to know. */
export function BulkDialog({ question, ...props }: DialogProps & { question: BulkQuestion }) {
  switch (question) {
    case 'move':
    case 'copy':
      return <FileDialog kind={question} {...props} />;
    case 'schedule':
      return <ScheduleDialog {...props} />;
    case 'variables':
      return <VariablesDialog {...props} />;
    case 'delete':
      return <DeleteDialog {...props} />;
  }
}

function useCount({ chosen }: DialogProps) {
  return { count: chosen.length, told: formatCount(chosen.length) };
}

function FileDialog(props: DialogProps & { kind: 'move' | 'copy' }) {
  const { kind, chosen, files } = props;
  const { t } = useTranslation();
  const id = useId();
  const from = new Set(chosen.map(({ fileId }) => fileId));
  const offered = files.filter(({ fileId, editable }) => editable && !(from.size === 1 && from.has(fileId)));
  const [fileId, setFileId] = useState(offered[0]?.fileId ?? '');
  return (
    <AskDialog
      title={t(`collections.bulk.${kind}Title`, useCount(props))}
      what={t(`collections.bulk.${kind}What`)}
      go={t(`collections.bulk.${kind}Go`)}
      busy={props.busy}
      disabled={fileId === ''}
      error={props.error}
      onGo={() => props.onGo({ kind, fileId })}
      onClose={props.onClose}
    >
      {offered.length === 0 ? (
        <Typography>{t('collections.bulk.noFile')}</Typography>
      ) : (
        <Stack sx={{ gap: 1.5 }}>
          <Typography component="label" variant="body2" id={id} sx={{ fontWeight: 'fontWeightMedium' }}>
            {t('collections.bulk.file')}
          </Typography>
          <Select
            value={fileId}
            onChange={({ target }) => setFileId(target.value)}
            SelectDisplayProps={{ 'aria-labelledby': id }}
          >
            {offered.map((file) => (
              <MenuItem key={file.fileId} value={file.fileId}>
                {file.path}
              </MenuItem>
            ))}
          </Select>
        </Stack>
      )}
    </AskDialog>
  );
}

function ScheduleDialog(props: DialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const told = wanted === '' ? null : tellSchedule(wanted, new Date());
  const trouble = told === null ? undefined : troubleOf(told, t);
  return (
    <AskDialog
      title={t('collections.bulk.scheduleTitle', useCount(props))}
      what={t('collections.bulk.scheduleWhat')}
      go={t(wanted === '' ? 'collections.bulk.scheduleRemove' : 'collections.bulk.scheduleGo')}
      busy={props.busy}
      disabled={trouble !== undefined}
      error={props.error}
      onGo={() =>
        props.onGo(
          wanted === ''
            ? { kind: 'unset', path: ['schedule'] }
            : { kind: 'set', path: ['schedule'], value: wanted },
        )
      }
      onClose={props.onClose}
    >
      <Field
        autoFocus
        label={t('collections.bulk.scheduleLabel')}
        placeholder="weekly(sunday)"
        value={typed}
        inputProps={{ maxLength: 500, spellCheck: false }}
        onChange={({ target }) => setTyped(target.value)}
        trouble={trouble}
        hint={
          told === null || 'trouble' in told
            ? t('collections.bulk.scheduleHint')
            : t('collections.schedule.runs', { runs: told.words, days: told.next.join(', ') })
        }
      />
    </AskDialog>
  );
}

/** Kometa would run it never, be it that it does not understand or that no day is such. */
function troubleOf(told: ReturnType<typeof tellSchedule>, t: TFunction): string | undefined {
  if ('trouble' in told) return told.trouble;
  return told.next.length === 0 ? t('collections.schedule.dead', { runs: told.words }) : undefined;
}

function VariablesDialog(props: DialogProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const read = readVariables(typed);
  const called = props.chosen.filter(({ templates }) => templates.length > 0).length;
  return (
    <AskDialog
      title={t('collections.bulk.variablesTitle', useCount(props))}
      what={t('collections.bulk.variablesWhat', { count: called, told: formatCount(called) })}
      go={t('collections.bulk.variablesGo')}
      busy={props.busy}
      disabled={read === null || Object.keys(read).length === 0}
      error={props.error}
      onGo={() => read && props.onGo({ kind: 'set-variables', variables: read })}
      onClose={props.onClose}
    >
      <Field
        autoFocus
        multiline
        minRows={3}
        label={t('collections.bulk.variablesLabel')}
        placeholder={'limit: 50\nsync_mode: sync'}
        value={typed}
        inputProps={{ maxLength: 10_000, spellCheck: false }}
        onChange={({ target }) => setTyped(target.value)}
        {...(read === null
          ? { trouble: t('collections.bulk.variablesTrouble') }
          : { hint: t('collections.bulk.variablesHint') })}
      />
    </AskDialog>
  );
}

function DeleteDialog(props: DialogProps) {
  const { t } = useTranslation();
  return (
    <AskDialog
      harm
      title={t('collections.bulk.deleteTitle', useCount(props))}
      what={t('collections.bulk.deleteWhat')}
      go={t('collections.bulk.deleteGo', useCount(props))}
      busy={props.busy}
      error={props.error}
      onGo={() => props.onGo({ kind: 'delete' })}
      onClose={props.onClose}
    />
  );
}
