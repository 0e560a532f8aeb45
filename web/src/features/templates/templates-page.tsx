import '../../i18n/templates-words.ts';
import { allows, type BlockTemplate } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useBlockTemplatesQuery, useDropBlockTemplateMutation } from '../../api/block-templates.ts';
import { useAppSelector } from '../../app/store.ts';
import { usePlace } from '../../frame/place.tsx';
import { selectRole } from '../../session/session-slice.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { TemplateCard } from './template-card.tsx';
import { fitting, noWish, shownKinds, type Wish } from './template-wish.ts';
import { UseTemplate } from './use-template.tsx';

const cards = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  gap: 4,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
} as const;

export default function TemplatesPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('templates.title') }]);
  const {
    data: templates,
    error,
    refetch,
  } = useBlockTemplatesQuery(undefined, {
    refetchOnMountOrArgChange: 30,
  });
  return (
    <>
      <Typography variant="h1">{t('templates.title')}</Typography>
      <Typography color="textSecondary" sx={{ mt: 1, mb: 6, maxWidth: '80ch' }}>
        {t('templates.what')} {t('templates.overlays')}{' '}
        <MuiLink component={Link} to="/overlays" color="inherit" underline="always">
          {t('templates.overlaysLink')}
        </MuiLink>
        .
      </Typography>
      {!templates && error && <ProblemNotice error={error} onRetry={refetch} />}
      {!templates && !error && <Loading />}
      {templates && <Templates templates={templates} />}
    </>
  );
}

function Templates({ templates }: { templates: readonly BlockTemplate[] }) {
  const { t } = useTranslation();
  const mayEdit = allows('editor', useAppSelector(selectRole));
  const [wish, setWish] = useState<Wish>(noWish);
  const [used, setUsed] = useState<BlockTemplate | null>(null);
  const [removed, setRemoved] = useState<BlockTemplate | null>(null);
  const [drop, dropping] = useDropBlockTemplateMutation();
  const shown = fitting(templates, wish);
  const noneOwn = wish.kind === 'own' && templates.every(({ shipped }) => shipped);
  const remove = async (template: BlockTemplate) => {
    const { error } = await drop({ templateId: template.id });
    if (!error) setRemoved(null);
  };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 5 }}>
        <SearchField
          label={t('templates.search')}
          value={wish.search}
          onChange={(search) => setWish((now) => ({ ...now, search }))}
        />
        <Box sx={{ maxWidth: '100%', overflowX: 'auto', scrollbarWidth: 'none' }}>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={wish.kind}
            aria-label={t('templates.show')}
            onChange={(_event, kind: Wish['kind'] | null) => kind && setWish((now) => ({ ...now, kind }))}
            sx={{ '& .MuiToggleButton-root': { px: 3 } }}
          >
            {shownKinds.map((kind) => (
              <ToggleButton key={kind} value={kind}>
                {t(`templates.kinds.${kind}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </Box>
        <Typography role="status" variant="body2" color="textSecondary">
          {t('templates.shown', { count: shown.length })}
        </Typography>
      </Box>
      {noneOwn && (
        <Notice
          title={t('templates.noOwn.title')}
          what={t('templates.noOwn.what')}
          action={
            <Button component={Link} to="/files" variant="outlined">
              {t('templates.noOwn.go')}
            </Button>
          }
        />
      )}
      {shown.length === 0 && !noneOwn && (
        <Notice
          title={t('templates.nothing.title')}
          what={t('templates.nothing.what')}
          action={
            <Button variant="outlined" onClick={() => setWish(noWish)}>
              {t('templates.nothing.clear')}
            </Button>
          }
        />
      )}
      {shown.length > 0 && (
        <Box component="ul" aria-label={t('templates.list')} sx={cards}>
          {shown.map((template) => (
            <TemplateCard
              key={template.id}
              template={template}
              mayEdit={mayEdit}
              onUse={() => setUsed(template)}
              onRemove={() => setRemoved(template)}
            />
          ))}
        </Box>
      )}
      {used && <UseTemplate template={used} onClose={() => setUsed(null)} />}
      {removed && (
        <AskDialog
          title={t('templates.removing.title')}
          what={t('templates.removing.what', { title: removed.title })}
          go={t('templates.removing.go')}
          harm
          busy={dropping.isLoading}
          error={dropping.error}
          onGo={() => void remove(removed)}
          onClose={() => setRemoved(null)}
        />
      )}
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('cell.loading')} sx={cards}>
      {[1, 2, 3, 4, 5, 6].map((place) => (
        <Skeleton key={place} variant="rounded" height={150} />
      ))}
    </Box>
  );
}
