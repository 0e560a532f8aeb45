import '../../i18n/templates-words.ts';
import { type BlockSection, type ReadBlock, readBlocks, valuesOfBlock } from '@marquee/kometa';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ComponentProps, type ReactNode, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveBlockTemplateMutation } from '../../api/block-templates.ts';
import { useKeepOverlayTemplateMutation } from '../../api/overlays.ts';
import { Field } from '../../ui/field.tsx';
import { DialogActions, TallDialog } from '../overlays/dialog/tall-dialog.tsx';
import { labelOf, levelOf, templateOf } from './kept-block.ts';
import { Refusal } from './refusal.tsx';

/** Enough to choose from. */
const MOST_VALUES = 40;

/** Keeps a collection, a playlist, a library or an overlay of a file as a template of one's own. */
export default function SaveTemplate(props: {
  text: string;
  /** Where the cursor is: what is there is on offer. */
  line: number;
  onSaved(words: string): void;
  onClose(): void;
}) {
  const { text, line, onClose } = props;
  const { t } = useTranslation();
  const blocks = useMemo(() => readBlocks(text), [text]);
  const here = blocks.findIndex((block) => block.line <= line && line <= block.endLine);
  const [chosen, setChosen] = useState(Math.max(0, here));
  const id = useId();
  const block = blocks[chosen];
  if (!block) {
    return (
      <TallDialog title={t('templates.save.title')} width="sm" onClose={onClose}>
        <Typography>{t('templates.save.none')}</Typography>
      </TallDialog>
    );
  }
  const choice = (
    <Stack sx={{ gap: 1.5 }}>
      <Typography id={id} variant="body2" sx={{ fontWeight: 'fontWeightMedium' }}>
        {t('templates.save.block')}
      </Typography>
      <Select
        fullWidth
        value={chosen}
        SelectDisplayProps={{ 'aria-labelledby': id }}
        onChange={({ target }) => setChosen(Number(target.value))}
      >
        {blocks.map(({ section, name }, at) => (
          <MenuItem key={`${section} ${name}`} value={at}>
            {name}
          </MenuItem>
        ))}
      </Select>
    </Stack>
  );
  return isListed(block) ? (
    <SaveBlock
      key={chosen}
      block={block}
      choice={choice}
      onSaved={(title) => props.onSaved(t('templates.save.done', { title }))}
      onClose={onClose}
    />
  ) : (
    <SaveOverlay
      key={chosen}
      block={block}
      choice={choice}
      onSaved={(title) => props.onSaved(t('templates.save.overlayDone', { title }))}
      onClose={onClose}
    />
  );
}

/** Of those that are under Templates. */
const isListed = (block: ReadBlock): block is ReadBlock<BlockSection> => block.section !== 'overlays';

/** An overlay stays as it is: what of it changes is changed on the stage. */
function SaveOverlay(props: {
  block: ReadBlock;
  choice: ReactNode;
  onSaved(title: string): void;
  onClose(): void;
}) {
  const { block } = props;
  const { t } = useTranslation();
  const [title, setTitle] = useState(block.name.slice(0, 80));
  const [keep, keeping] = useKeepOverlayTemplateMutation();
  const go = async () => {
    const body = { title: title.trim(), level: levelOf(block), yaml: block.yaml };
    const { data } = await keep({ body });
    if (data) props.onSaved(data.title);
  };
  return (
    <SaveDialog
      what={t('templates.save.overlayWhat')}
      choice={props.choice}
      title={title}
      onTitle={setTitle}
      error={keeping.error}
      saving={keeping.isLoading}
      onSave={() => void go()}
      onClose={props.onClose}
    />
  );
}

/** What both ask for: which block, and what it is to be called. */
function SaveDialog(props: {
  what: string;
  choice: ReactNode;
  title: string;
  onTitle(title: string): void;
  error: ComponentProps<typeof Refusal>['error'] | undefined;
  saving: boolean;
  /** False for what cannot be kept yet, besides a name. */
  ready?: boolean;
  onSave(): void;
  onClose(): void;
  children?: ReactNode;
}) {
  const { title, saving, ready = true } = props;
  const { t } = useTranslation();
  const named = title.trim() !== '';
  return (
    <TallDialog
      title={t('templates.save.title')}
      what={props.what}
      width="sm"
      onClose={props.onClose}
      onSubmit={() => !saving && named && props.onSave()}
      foot={
        <>
          {props.error && <Refusal error={props.error} />}
          <DialogActions>
            <Button onClick={props.onClose} disabled={saving}>
              {t('cancel')}
            </Button>
            <Button type="submit" variant="contained" loading={saving} disabled={!named || !ready}>
              {t('templates.save.go')}
            </Button>
          </DialogActions>
        </>
      }
    >
      {props.choice}
      <Field
        label={t('templates.save.name')}
        value={title}
        inputProps={{ maxLength: 80 }}
        onChange={({ target }) => props.onTitle(target.value)}
      />
      {props.children}
    </TallDialog>
  );
}

function SaveBlock(props: {
  block: ReadBlock<BlockSection>;
  choice: ReactNode;
  onSaved(title: string): void;
  onClose(): void;
}) {
  const { block } = props;
  const { t } = useTranslation();
  const id = useId();
  const values = useMemo(() => valuesOfBlock(block.yaml).slice(0, MOST_VALUES), [block]);
  const [title, setTitle] = useState(block.name.slice(0, 80));
  const [what, setWhat] = useState('');
  /** Labels of what is ticked, by place. */
  const [picked, setPicked] = useState<ReadonlyMap<number, string>>(new Map());
  const [save, saving] = useSaveBlockTemplateMutation();
  const picks = values.flatMap((value, at) => {
    const label = picked.get(at);
    return label === undefined ? [] : [{ value, label: label.trim() || labelOf(value) }];
  });
  const template = templateOf(block, { title: title.trim(), what: what.trim(), picks });
  const pick = (at: number, label: string | null) => {
    const next = new Map(picked);
    if (label === null) next.delete(at);
    else next.set(at, label);
    setPicked(next);
  };
  const go = async () => {
    if (!template) return;
    const { data } = await save({ body: template });
    if (data) props.onSaved(data.title);
  };
  return (
    <SaveDialog
      what={t('templates.save.what')}
      choice={props.choice}
      title={title}
      onTitle={setTitle}
      error={saving.error}
      saving={saving.isLoading}
      ready={template !== null}
      onSave={() => void go()}
      onClose={props.onClose}
    >
      <Field
        label={t('templates.save.about')}
        hint={t('templates.use.blank')}
        value={what}
        inputProps={{ maxLength: 300 }}
        onChange={({ target }) => setWhat(target.value)}
      />
      {values.length > 0 && (
        <Box role="group" aria-labelledby={`${id}-values`}>
          <Typography id={`${id}-values`} variant="body2" sx={{ fontWeight: 'fontWeightMedium' }}>
            {t('templates.save.values')}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
            {t('templates.save.valuesHint')}
          </Typography>
          {values.map((value, at) => {
            const label = picked.get(at);
            const path = value.path.join(' › ');
            return (
              <Box key={path} sx={{ py: 0.5 }}>
                <FormControlLabel
                  control={
                    <Checkbox
                      checked={label !== undefined}
                      onChange={(_event, on) => pick(at, on ? labelOf(value) : null)}
                    />
                  }
                  label={
                    <Typography variant="body2" component="span" sx={{ overflowWrap: 'anywhere' }}>
                      {path}{' '}
                      <Typography variant="mono" component="span" color="textSecondary">
                        {String(value.value).slice(0, 80)}
                      </Typography>
                    </Typography>
                  }
                />
                {label !== undefined && (
                  <Box sx={{ pl: 8, pb: 2 }}>
                    <Field
                      label={t('templates.save.valueName')}
                      value={label}
                      inputProps={{ maxLength: 80 }}
                      onChange={({ target }) => pick(at, target.value)}
                    />
                  </Box>
                )}
              </Box>
            );
          })}
        </Box>
      )}
    </SaveDialog>
  );
}
