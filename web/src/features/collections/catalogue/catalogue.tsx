import CloudOutlined from '@mui/icons-material/CloudOutlined';
import FormatListNumberedRounded from '@mui/icons-material/FormatListNumberedRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { libraryIcons } from '../../../ui/library-icon.tsx';
import type { LibraryKind } from '../conditions/condition-model.ts';
import { serviceName } from '../service-name.ts';
import { findOffers, needsConnection, type Offer } from './builder-catalogue.ts';

interface CatalogueProps {
  typed: string;
  kind: LibraryKind | null;
  taken?: readonly string[];
  /** Sections that config.yml has; null where that is not known. */
  connected: ReadonlySet<string> | null;
  onChoose(name: string): void;
}

/** Everything that can make a collection, service by service. */
export function Catalogue({ typed, kind, taken = [], connected, onChoose }: CatalogueProps) {
  const { t } = useTranslation();
  const groups = useMemo(
    () => findOffers(typed, kind, (service) => serviceName(service, t)),
    [typed, kind, t],
  );
  if (groups.length === 0)
    return <Typography color="textSecondary">{t('collections.catalogue.nothing')}</Typography>;
  return groups.map(({ service, offers }) => (
    <Box component="section" key={service} aria-labelledby={`offers-${service}`} sx={{ mb: 8 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 3, flexWrap: 'wrap' }}>
        <Typography id={`offers-${service}`} variant="h3" component="h2">
          {serviceName(service, t)}
        </Typography>
        <Connection service={service} connected={connected} />
      </Box>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
          gap: 3,
        }}
      >
        {offers.map((offer) => (
          <li key={offer.name}>
            <OfferCard offer={offer} taken={taken.includes(offer.name)} onChoose={onChoose} />
          </li>
        ))}
      </Box>
    </Box>
  ));
}

function Connection({ service, connected }: { service: string; connected: ReadonlySet<string> | null }) {
  const { t } = useTranslation();
  const name = serviceName(service, t);
  if (service === 'plex')
    return (
      <Typography variant="body2" color="textSecondary">
        {t('collections.catalogue.plex')}
      </Typography>
    );
  if (service === 'text-file') return null;
  const missing = needsConnection(service) && connected !== null && !connected.has(service);
  return (
    <Chip
      size="small"
      variant="outlined"
      icon={<CloudOutlined sx={{ fontSize: 16 }} />}
      label={t(missing ? 'collections.catalogue.missing' : 'collections.catalogue.asks', { name })}
      sx={{
        '& .MuiChip-icon': { ml: 2 },
        ...(missing && { borderColor: 'warning.main', color: 'text.primary' }),
      }}
    />
  );
}

function OfferCard({
  offer,
  taken,
  onChoose,
}: {
  offer: Offer;
  taken: boolean;
  onChoose(name: string): void;
}) {
  const { t } = useTranslation();
  const { name, help, libraries, ordered, smart } = offer;
  return (
    <ButtonBase
      disabled={taken}
      onClick={() => onChoose(name)}
      data-testid="offer"
      sx={{
        width: '100%',
        height: '100%',
        minHeight: 96,
        p: 4,
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'stretch',
        justifyContent: 'start',
        textAlign: 'left',
        gap: 1,
        border: 1,
        borderColor: 'line',
        borderRadius: 2,
        bgcolor: 'background.paper',
        '&:hover': { borderColor: 'edge' },
        '&.Mui-disabled': { bgcolor: 'transparent', color: 'text.low' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography component="span" variant="mono" sx={{ flex: 1, fontWeight: 'fontWeightMedium' }}>
          {name}
        </Typography>
        {ordered && (
          <FormatListNumberedRounded
            titleAccess={t('collections.catalogue.ordered')}
            sx={{ fontSize: 16, color: 'text.secondary' }}
          />
        )}
        {libraries.length < 3 &&
          libraries.map((kind) => {
            const Icon = libraryIcons[kind];
            return (
              <Icon
                key={kind}
                titleAccess={t(`collections.catalogue.kinds.${kind}`)}
                sx={{ fontSize: 16, color: 'text.secondary' }}
              />
            );
          })}
      </Box>
      <Typography component="span" variant="body2" color={taken ? 'inherit' : 'textSecondary'}>
        {taken ? t('collections.catalogue.taken') : help}
      </Typography>
      {smart && (
        <Typography component="span" variant="caption" sx={{ color: 'text.low', mt: 'auto' }}>
          {t('collections.catalogue.smart')}
        </Typography>
      )}
    </ButtonBase>
  );
}
