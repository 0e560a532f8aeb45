import type { FontFace } from '@marquee/contracts';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Dialog from '@mui/material/Dialog';
import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fontSpecimenAddress, useFontsQuery } from '../../../api/rendering.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { SearchField } from '../../../ui/search-field.tsx';

/** Drawn light on dark; the light theme turns it over, and either ground melts into the page’s. */
const Specimen = styled('img')(({ theme }) => ({
  display: 'block',
  height: 28,
  maxWidth: '100%',
  objectFit: 'contain',
  objectPosition: 'left',
  ...theme.applyStyles('dark', { mixBlendMode: 'lighten' }),
  ...theme.applyStyles('light', { filter: 'invert(1)', mixBlendMode: 'multiply' }),
}));

/** The font by how it looks. */
export function FontControl(props: {
  label: string;
  value: string | null;
  placeholder: string;
  onChange(reference: string | null): void;
}) {
  const { label, value, placeholder, onChange } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data: fonts } = useFontsQuery();
  const face = fonts?.find(({ reference }) => reference === (value ?? placeholder));
  const shown = face ? nameOf(face) : (value ?? placeholder);
  return (
    <>
      <ButtonBase
        aria-label={t('overlays.inspector.chooseFont', { font: shown })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        sx={{
          width: '100%',
          minHeight: 36,
          px: 2,
          justifyContent: 'flex-start',
          borderRadius: 1,
          border: 1,
          borderColor: 'line',
          bgcolor: 'background.paper',
          '&:hover': { borderColor: 'edge' },
        }}
      >
        <Typography variant="body2" noWrap sx={{ color: value ? 'text.primary' : 'text.low' }}>
          {shown}
        </Typography>
      </ButtonBase>
      {open && (
        <FontDialog
          label={label}
          chosen={value}
          onClose={() => setOpen(false)}
          onPick={(reference) => {
            onChange(reference);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function FontDialog(props: {
  label: string;
  chosen: string | null;
  onPick(reference: string): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { data: fonts, error } = useFontsQuery();
  const wanted = search.toLowerCase();
  const fitting = fonts?.filter((face) => nameOf(face).toLowerCase().includes(wanted)) ?? [];
  return (
    <Dialog open onClose={props.onClose} fullWidth maxWidth="sm" aria-labelledby="font-title">
      <Box sx={{ p: 5, pb: 3, display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Typography id="font-title" variant="h2">
          {t('overlays.inspector.fonts')}
        </Typography>
        <SearchField label={t('overlays.inspector.searchFonts')} value={search} onChange={setSearch} />
        {error && <FormProblem error={error} />}
      </Box>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, px: 3, pb: 4, height: 420, overflowY: 'auto' }}
      >
        {!fonts && !error && <Skeleton component="li" height={320} sx={{ mx: 2 }} />}
        {fonts && fitting.length === 0 && (
          <Typography component="li" color="textSecondary" sx={{ p: 2 }}>
            {t('overlays.inspector.noFont', { count: fonts.length })}
          </Typography>
        )}
        {fitting.map((face) => (
          <li key={face.id}>
            <ButtonBase
              aria-label={nameOf(face)}
              aria-pressed={face.reference === props.chosen}
              onClick={() => props.onPick(face.reference)}
              sx={{
                width: '100%',
                display: 'grid',
                gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
                gap: 4,
                p: 2,
                borderRadius: 1,
                textAlign: 'left',
                bgcolor: face.reference === props.chosen ? 'line' : 'transparent',
                '&:hover': { bgcolor: 'line' },
              }}
            >
              <span>
                <Typography component="span" variant="body2" noWrap sx={{ display: 'block' }}>
                  {nameOf(face)}
                </Typography>
                <Typography component="span" variant="caption" sx={{ color: 'text.low' }}>
                  {t(`overlays.sources.${face.source}`)}
                </Typography>
              </span>
              <Specimen src={fontSpecimenAddress(face.id)} alt="" loading="lazy" />
            </ButtonBase>
          </li>
        ))}
      </Box>
    </Dialog>
  );
}

function nameOf({ family, style }: FontFace): string {
  return `${family} ${style}`.trim();
}
