import type { OverlayImage, OverlayImageRef } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Dialog from '@mui/material/Dialog';
import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ChangeEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUploadOverlayImageMutation } from '../../../api/overlays.ts';
import { overlayImageAddress, useOverlayImagesQuery } from '../../../api/rendering.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { SearchField } from '../../../ui/search-field.tsx';

const Picture = styled('img')({ maxWidth: '100%', maxHeight: '100%', objectFit: 'contain' });

/** A picture of the config folder, of Kometa, or of ours; a PNG of one's own can be added. */
export function PictureControl(props: {
  image: OverlayImageRef | null;
  /** Said where there is none. */
  none: string;
  onPick(reference: OverlayImage['reference']): void;
}) {
  const { image, none } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { data: images } = useOverlayImagesQuery();
  const known = images?.find(
    ({ reference }) => reference.from === image?.from && reference.value === image.value,
  );
  return (
    <>
      <ButtonBase
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        sx={{
          width: '100%',
          minHeight: 56,
          p: 2,
          gap: 3,
          justifyContent: 'flex-start',
          textAlign: 'left',
          borderRadius: 1,
          border: 1,
          borderColor: 'line',
          '&:hover': { borderColor: 'edge' },
        }}
      >
        {known && (
          <Box
            component="span"
            sx={{ width: 56, height: 40, flex: 'none', display: 'grid', placeItems: 'center' }}
          >
            <Picture src={overlayImageAddress(known.id)} alt="" />
          </Box>
        )}
        <Box component="span" sx={{ minWidth: 0 }}>
          <Typography component="span" variant="body2" noWrap sx={{ display: 'block' }}>
            {known?.title ?? image?.value ?? none}
          </Typography>
          <Typography component="span" variant="caption" sx={{ color: 'text.low' }}>
            {image ? t(`overlays.inspector.from.${image.from}`) : t('overlays.inspector.choosePicture')}
          </Typography>
        </Box>
      </ButtonBase>
      {open && (
        <PictureDialog
          onClose={() => setOpen(false)}
          onPick={(reference) => {
            props.onPick(reference);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

export function PictureDialog(props: {
  onPick(reference: OverlayImage['reference']): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const { data: images, error } = useOverlayImagesQuery();
  const [upload, { error: refused, isLoading }] = useUploadOverlayImageMutation();
  const fitting = images?.filter(({ title }) => title.toLowerCase().includes(search.toLowerCase())) ?? [];
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const png = target.files?.[0];
    target.value = '';
    if (!png) return;
    const { data } = await upload({ name: nameFor(png.name), png });
    if (data) props.onPick({ from: 'name', value: data.name });
  };
  return (
    <Dialog open onClose={props.onClose} fullWidth maxWidth="md" aria-labelledby="pictures-title">
      <Box sx={{ p: 5, pb: 3, display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Typography id="pictures-title" variant="h2">
          {t('overlays.inspector.pictures')}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <SearchField label={t('overlays.inspector.searchPictures')} value={search} onChange={setSearch} />
          <Button variant="outlined" loading={isLoading} onClick={() => file.current?.click()}>
            {t('overlays.inspector.upload')}
          </Button>
          <input
            ref={file}
            hidden
            type="file"
            accept="image/png"
            aria-label={t('overlays.inspector.upload')}
            onChange={(event) => void add(event)}
          />
        </Box>
        {(refused ?? error) && <FormProblem error={refused ?? error ?? {}} />}
      </Box>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          px: 5,
          pb: 5,
          height: 420,
          overflowY: 'auto',
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(128px, 1fr))',
          gridAutoRows: 'max-content',
          gap: 3,
        }}
      >
        {!images && !error && <Skeleton component="li" height={128} />}
        {images && fitting.length === 0 && (
          <Typography component="li" color="textSecondary" sx={{ gridColumn: '1 / -1' }}>
            {search
              ? t('overlays.inspector.noPicture', { count: images.length })
              : t('overlays.inspector.noPictures')}
          </Typography>
        )}
        {fitting.map((image) => (
          <li key={image.id}>
            <ButtonBase
              onClick={() => props.onPick(image.reference)}
              sx={{
                width: '100%',
                flexDirection: 'column',
                p: 2,
                gap: 1,
                borderRadius: 1,
                border: 1,
                borderColor: 'line',
                '&:hover': { borderColor: 'edge', bgcolor: 'line' },
              }}
            >
              <Box component="span" sx={{ height: 72, width: '100%', display: 'grid', placeItems: 'center' }}>
                <Picture src={overlayImageAddress(image.id)} alt="" loading="lazy" />
              </Box>
              <Typography component="span" variant="caption" noWrap sx={{ maxWidth: '100%' }}>
                {image.title}
              </Typography>
              <Typography component="span" variant="caption" sx={{ color: 'text.low' }}>
                {t(`overlays.sources.${image.source}`)}
              </Typography>
            </ButtonBase>
          </li>
        ))}
      </Box>
    </Dialog>
  );
}

/** What the config folder takes as a name: letters, figures, spaces, dots and dashes. */
function nameFor(fileName: string): string {
  const stem = fileName.replace(/\.png$/i, '');
  const clean = stem.replace(/[^\w .-]+/g, '-').replace(/^[^\w]+|[^\w]+$/g, '');
  return clean.slice(0, 80).replace(/[^\w]+$/, '') || 'picture';
}
