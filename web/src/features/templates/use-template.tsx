import type { BlockTemplate } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { skipToken } from '@reduxjs/toolkit/query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  useTemplatePreviewQuery,
  useTemplateTargetsQuery,
  useWriteByTemplateMutation,
} from '../../api/block-templates.ts';
import { Field } from '../../ui/field.tsx';
import { DialogActions, TallDialog } from '../overlays/dialog/tall-dialog.tsx';
import { troublesOf, typedDefaults, valuesOf } from './form-values.ts';
import { Refusal } from './refusal.tsx';
import { firstGoal, type Goal, TargetFields, targetOf } from './target-fields.tsx';
import { useDebounced } from './use-debounced.ts';
import { VariableField } from './variable-field.tsx';
import { WrittenPreview } from './written-preview.tsx';

/** Asks for the values and the place, shows what would be written, and writes it. */
export function UseTemplate({ template, onClose }: { template: BlockTemplate; onClose(): void }) {
  const { t } = useTranslation();
  const { id, title, what, kind, variables } = template;
  const [typed, setTyped] = useState(() => typedDefaults(template));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const [chosen, setGoal] = useState<Goal | null>(null);
  // A name that is one of the values is asked for among them.
  const isAsked = variables.some((variable) => template.name === `<<${variable.name}>>`);
  const targets = useTemplateTargetsQuery(undefined, { refetchOnMountOrArgChange: true });
  const goal = chosen ?? (targets.data ? firstGoal(targets.data, kind) : null);
  const target = goal && targetOf(goal, kind);
  const troubles = troublesOf(template, typed);
  const able = target !== null && Object.keys(troubles).length === 0;
  const body = able
    ? { values: valuesOf(template, typed), target, ...(name.trim() && { name: name.trim() }) }
    : null;
  const asked = body && JSON.stringify(body);
  const settled = useDebounced(asked ?? '');
  const preview = useTemplatePreviewQuery(body && settled === asked ? { templateId: id, body } : skipToken, {
    refetchOnMountOrArgChange: true,
  });
  const [write, writing] = useWriteByTemplateMutation();
  const shown = able ? preview.data : undefined;
  if (writing.data) return <Written {...writing.data} onClose={onClose} />;
  return (
    <TallDialog
      title={title}
      what={what}
      width="md"
      onClose={onClose}
      onSubmit={() => body && !writing.isLoading && void write({ templateId: id, body })}
      foot={
        <>
          {writing.error && <Refusal error={writing.error} />}
          <DialogActions>
            <Button onClick={onClose} disabled={writing.isLoading}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              variant="contained"
              loading={writing.isLoading}
              disabled={!able || preview.error !== undefined}
            >
              {t('templates.use.go')}
            </Button>
          </DialogActions>
        </>
      }
    >
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 6, sm: 6 },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '280px minmax(0, 1fr)' },
        }}
      >
        <Stack sx={{ gap: 6 }}>
          {variables.length > 0 && (
            <Part title={t('templates.use.values')}>
              {variables.map((variable) => (
                <VariableField
                  key={variable.name}
                  variable={variable}
                  value={typed[variable.name] ?? ''}
                  trouble={touched.has(variable.name) ? troubles[variable.name] : undefined}
                  onChange={(value) => {
                    setTyped((now) => ({ ...now, [variable.name]: value }));
                    setTouched((now) => new Set([...now, variable.name]));
                  }}
                />
              ))}
            </Part>
          )}
          <Part title={t('templates.use.where')}>
            {!isAsked && (
              <Field
                label={t('templates.use.name')}
                hint={
                  shown && name.trim() === '' ? t('templates.use.nameHint', { name: shown.name }) : undefined
                }
                value={name}
                inputProps={{ maxLength: 200 }}
                onChange={({ target: field }) => setName(field.value)}
              />
            )}
            {goal && targets.data && (
              <TargetFields targets={targets.data} kind={kind} goal={goal} onChange={setGoal} />
            )}
            {!targets.data && !targets.error && <Skeleton height={60} />}
            {targets.error && <Refusal error={targets.error} />}
          </Part>
        </Stack>
        <Part title={t('templates.use.preview')}>
          {!able && (
            <Typography variant="body2" color="textSecondary">
              {t('templates.use.waiting')}
            </Typography>
          )}
          {able && preview.error && !preview.isFetching && <Refusal error={preview.error} />}
          {shown && !preview.error && <WrittenPreview preview={shown} />}
          {able && !shown && !preview.error && <Skeleton variant="rounded" height={160} />}
        </Part>
      </Box>
    </TallDialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack component="section" sx={{ gap: 4, minWidth: 0 }}>
      <Typography variant="subtitle2" component="h3" color="textSecondary">
        {title}
      </Typography>
      {children}
    </Stack>
  );
}

function Written(props: {
  name: string;
  file: { path: string };
  line: number;
  listedIn: string | null;
  onClose(): void;
}) {
  const { name, file, line, listedIn } = props;
  const { t } = useTranslation();
  const library = listedIn === 'playlist_files' ? 'Kometa' : listedIn;
  return (
    <TallDialog
      title={name}
      width="sm"
      onClose={props.onClose}
      foot={
        <DialogActions>
          <Button onClick={props.onClose}>{t('templates.use.close')}</Button>
          <Button
            component={Link}
            to={`/files?file=${encodeURIComponent(file.path)}&line=${line}`}
            variant="contained"
          >
            {t('templates.use.open')}
          </Button>
        </DialogActions>
      }
    >
      <Box role="status">
        <Typography>{t('templates.use.done', { name, path: file.path, line })}</Typography>
        {library !== null && (
          <Typography color="textSecondary" sx={{ mt: 2 }}>
            {t('templates.use.listed', { library })}
          </Typography>
        )}
      </Box>
    </TallDialog>
  );
}
