import { type OverlayLevel, type OverlayTemplate, OverlayTemplate as Template } from '@marquee/contracts';
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDropOverlayTemplateMutation, useOverlayTemplatesQuery } from '../../../api/overlays.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { TallDialog } from '../dialog/tall-dialog.tsx';
import { PictureDialog } from '../inspector/picture-control.tsx';
import { aspectOf } from '../items/aspect.ts';
import { RenderedPicture } from '../items/rendered-picture.tsx';
import type { Clip } from '../model/definition-body.ts';
import { asFile, pictureIcon as PictureIcon, pictureStart, starts } from './starts.ts';

/** What a new layer begins as: something plain, or a template, drawn as it looks on the item at hand. */
export function AddDialog(props: {
  itemId: string | null;
  level: OverlayLevel;
  onAdd(clip: Clip): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const [pictures, setPictures] = useState(false);
  const [search, setSearch] = useState('');
  const { data: templates, error } = useOverlayTemplatesQuery();
  const [everyLevel, setEveryLevel] = useState(false);
  const wanted = search.toLowerCase();
  const fitting = templates?.filter(
    ({ title, level, shipped }) =>
      title.toLowerCase().includes(wanted) && (everyLevel || level === props.level || !shipped),
  );
  const add = (clip: Clip) => {
    props.onAdd(clip);
    props.onClose();
  };
  if (pictures) {
    return (
      <PictureDialog
        onClose={() => setPictures(false)}
        onPick={(reference) => add(pictureStart(reference))}
      />
    );
  }
  return (
    <TallDialog title={t('overlays.add.title')} width="md" onClose={props.onClose}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: {
            xs: 'repeat(auto-fit, minmax(72px, 1fr))',
            sm: 'repeat(auto-fit, minmax(92px, 1fr))',
          },
          gap: 2,
        }}
      >
        {starts.map(({ kind, icon: Icon, name, yaml }) => (
          <Plain key={kind} label={t(`overlays.add.starts.${kind}`)} onClick={() => add({ name, yaml })}>
            <Icon sx={{ fontSize: 22 }} aria-hidden />
          </Plain>
        ))}
        <Plain label={t('overlays.add.starts.picture')} onClick={() => setPictures(true)}>
          <PictureIcon sx={{ fontSize: 22 }} aria-hidden />
        </Plain>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {t('overlays.add.templates')}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={everyLevel ? 'all' : 'own'}
          aria-label={t('overlays.add.levels')}
          onChange={(_event, next: 'all' | 'own' | null) => next && setEveryLevel(next === 'all')}
        >
          <ToggleButton value="own">
            {t('overlays.add.onlyLevel', { level: t(`overlays.levels.${props.level}`) })}
          </ToggleButton>
          <ToggleButton value="all">{t('overlays.add.everyLevel')}</ToggleButton>
        </ToggleButtonGroup>
        <SearchField label={t('overlays.add.search')} value={search} onChange={setSearch} />
      </Box>
      {error && <FormProblem error={error} />}
      {!templates && !error && <Places />}
      {fitting?.length === 0 && (
        <Typography color="textSecondary">
          {t('overlays.add.nothing', { count: templates?.length ?? 0 })}
        </Typography>
      )}
      {Template.shape.group.options.map((group) => {
        const own = fitting?.filter((template) => template.group === group) ?? [];
        return own.length === 0 ? null : (
          <Box component="section" key={group} aria-label={t(`overlays.add.groups.${group}`)}>
            <Typography variant="subtitle2" component="h4" color="textSecondary" sx={{ mb: 2 }}>
              {t(`overlays.add.groups.${group}`)}
            </Typography>
            <Box component="ul" sx={grid}>
              {own.map((template) => (
                <TemplateCell key={template.id} template={template} itemId={props.itemId} onAdd={add} />
              ))}
            </Box>
          </Box>
        );
      })}
    </TallDialog>
  );
}

const grid = {
  ...{ listStyle: 'none', m: -1, p: 0 },
  ...{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))' },
} as const;

/** Where templates come to stand. */
function Places() {
  return (
    <Box aria-hidden sx={grid}>
      {Array.from({ length: 10 }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
        <Skeleton key={place} height="auto" sx={{ m: 1, aspectRatio: '2 / 3' }} />
      ))}
    </Box>
  );
}

function Plain(props: { label: string; onClick(): void; children: ReactNode }) {
  return (
    <ButtonBase
      onClick={props.onClick}
      sx={{
        flexDirection: 'column',
        gap: 1,
        minHeight: 72,
        borderRadius: 1,
        border: 1,
        borderColor: 'line',
        color: 'text.secondary',
        '&:hover': { bgcolor: 'line', color: 'text.primary' },
      }}
    >
      {props.children}
      <Typography component="span" variant="body2">
        {props.label}
      </Typography>
    </ButtonBase>
  );
}

function TemplateCell(props: { template: OverlayTemplate; itemId: string | null; onAdd(clip: Clip): void }) {
  const { template, itemId } = props;
  const { t } = useTranslation();
  const [drop] = useDropOverlayTemplateMutation();
  const { id, title, yaml, level, shipped } = template;
  return (
    <Box component="li" sx={{ position: 'relative' }}>
      <ButtonBase
        aria-label={t('overlays.add.template', { title })}
        onClick={() => props.onAdd({ name: id, yaml })}
        sx={{
          width: '100%',
          flexDirection: 'column',
          alignItems: 'stretch',
          justifyContent: 'flex-start',
          textAlign: 'left',
          p: 1,
          height: '100%',
          borderRadius: 1,
          '&:hover': { bgcolor: 'line' },
        }}
      >
        <Box
          sx={{
            aspectRatio: aspectOf(level),
            borderRadius: 1,
            overflow: 'hidden',
            bgcolor: 'background.default',
          }}
        >
          {itemId && <RenderedPicture drawn={{ itemId, files: [asFile(id, yaml)], only: [id] }} alt="" />}
        </Box>
        <Typography component="span" variant="body2" sx={{ mt: 1 }}>
          {title}
        </Typography>
      </ButtonBase>
      {!shipped && (
        <Tooltip title={t('overlays.add.drop', { title })}>
          <IconButton
            aria-label={t('overlays.add.drop', { title })}
            onClick={() => void drop({ templateId: id })}
            sx={{ position: 'absolute', top: 8, right: 8, bgcolor: 'background.paper' }}
          >
            <DeleteOutlineRounded fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
}
