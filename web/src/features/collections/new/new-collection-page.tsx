import '../../../i18n/collections-words.ts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import { usePlace } from '../../../frame/place.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { isSource } from '../catalogue/builder-catalogue.ts';
import { Catalogue } from '../catalogue/catalogue.tsx';
import { KindChoice } from '../catalogue/kind-choice.tsx';
import { useConnections } from '../catalogue/use-connections.ts';
import { NewCollection } from './new-collection.tsx';

const Kind = z.enum(['movie', 'show', 'artist']).nullable().catch(null);

/** First what makes the collection, then the rest of it. */
export default function NewCollectionPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const builder = params.get('builder');
  usePlace([{ label: t('collections.title'), to: '/collections' }, { label: t('collections.new') }]);
  return builder !== null && isSource(builder) ? (
    <NewCollection key={builder} builder={builder} kind={Kind.parse(params.get('kind'))} />
  ) : (
    <ChooseBuilder />
  );
}

function ChooseBuilder() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const typed = params.get('search') ?? '';
  const kind = Kind.parse(params.get('kind'));
  const connected = useConnections();
  const change = (name: string, value: string | null, replace: boolean) => {
    // As the address is by now: what was typed may come in while a builder is being opened.
    const next = new URLSearchParams(window.location.search);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace });
  };
  return (
    <>
      <Typography variant="h1">{t('collections.catalogue.title')}</Typography>
      <Typography color="textSecondary" sx={{ mt: 1, mb: 4 }}>
        {t('collections.catalogue.what')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 6 }}>
        <SearchField
          autoFocus
          label={t('collections.catalogue.search')}
          value={typed}
          onChange={(search) => change('search', search, true)}
        />
        <KindChoice kind={kind} onChoose={(next) => change('kind', next, true)} />
      </Box>
      <Catalogue
        typed={typed}
        kind={kind}
        connected={connected}
        onChoose={(name) => change('builder', name, false)}
      />
    </>
  );
}
