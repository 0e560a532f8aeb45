import { BUILDERS, COLLECTION_KEYS } from '@marquee/kometa';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { KeyProblems } from '../../../forms/key-problems.tsx';
import { useFormScope } from '../../../forms/scope.ts';
import { SearchBuilder } from '../conditions/search-builder.tsx';
import type { Json } from '../model/json.ts';
import { NeedChips } from '../need-chips.tsx';

const SEARCHES = ['plex_search', 'smart_filter', 'smart_label'];

/** One builder with what it takes. */
export function SourceCard({ name, value }: { name: string; value: Json | undefined }) {
  const { t } = useTranslation();
  const { onEdit, problemsAt, ValueField } = useFormScope();
  const spec = COLLECTION_KEYS[name.toLowerCase()] ?? BUILDERS[name.toLowerCase()];
  const service = BUILDERS[name.toLowerCase()]?.service ?? 'plex';
  const isSearch = SEARCHES.includes(name.toLowerCase()) && typeof value !== 'string';
  return (
    <Box
      role="group"
      aria-label={name}
      data-key={name}
      sx={{ display: 'flex', flexDirection: 'column', gap: 3, minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, flexWrap: 'wrap' }}>
            <Typography variant="mono" sx={{ fontWeight: 'fontWeightMedium' }}>
              {name}
            </Typography>
            <NeedChips needs={service === 'plex' ? [] : [service]} />
          </Box>
          <Typography variant="body2" color="textSecondary">
            {spec?.help ?? t('collections.editor.unknownBuilder')}
          </Typography>
        </Box>
        <IconButton
          aria-label={t('collections.editor.removeKey', { name })}
          onClick={() => onEdit([{ kind: 'remove', path: [name] }])}
        >
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Box>
      {isSearch ? (
        <SearchBuilder path={[name]} value={value} />
      ) : (
        <ValueField spec={spec?.value ?? { type: 'any' }} path={[name]} value={value} label={name} />
      )}
      <KeyProblems problems={problemsAt([name])} />
    </Box>
  );
}
