import CloseRounded from '@mui/icons-material/CloseRounded';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Bar } from '../editor/bar.tsx';
import { hasHint, withoutHint } from './first-look.ts';

/** For a newcomer: what this is, that nothing can be broken, and the way to the rest. */
export function FirstLookHint() {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  if (!hasHint(query)) return null;
  return (
    <Bar
      tone="info"
      actions={
        <>
          {/* A phone has the way there at its lower edge. */}
          <Button component={Link} to="/" size="small" sx={{ display: { xs: 'none', md: 'inline-flex' } }}>
            {t('overlays.stage.firstLook.away')}
          </Button>
          <IconButton
            aria-label={t('overlays.stage.firstLook.close')}
            onClick={() => setQuery(withoutHint, { replace: true })}
          >
            <CloseRounded fontSize="small" />
          </IconButton>
        </>
      }
    >
      {t('overlays.stage.firstLook.what')}
    </Bar>
  );
}
