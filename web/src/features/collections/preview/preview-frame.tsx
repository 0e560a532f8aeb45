import type { Library } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { SerializedError } from '@reduxjs/toolkit';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallProblem } from '../../../api/call-problem.ts';
import { FormProblem } from '../../../ui/form-problem.tsx';

/** What a preview is asked in, and what stands there while there is none. */
export function PreviewFrame(props: {
  libraries: readonly Library[];
  library: Library | null;
  onLibrary(id: string): void;
  asking: boolean;
  /** Why nothing is asked; null where something is. */
  nothing: string | null;
  error: CallProblem | SerializedError | undefined;
  onAgain(): void;
  /** The answer, once it is there. */
  children: ReactNode;
}) {
  const { libraries, library, asking, nothing, error } = props;
  const { t } = useTranslation();
  return (
    <Box
      component="section"
      aria-label={t('collections.preview.title')}
      data-testid="preview"
      aria-busy={asking}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 3, flexWrap: 'wrap' }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {t('collections.preview.title')}
        </Typography>
        {libraries.length > 0 && (
          <Select
            size="small"
            value={library?.id ?? ''}
            onChange={({ target }) => props.onLibrary(target.value)}
            inputProps={{ 'aria-label': t('collections.preview.library') }}
          >
            {libraries.map(({ id, title }) => (
              <MenuItem key={id} value={id}>
                {title}
              </MenuItem>
            ))}
          </Select>
        )}
      </Box>
      {!library && <Typography color="textSecondary">{t('collections.preview.noLibrary')}</Typography>}
      {library && nothing !== null && <Typography color="textSecondary">{nothing}</Typography>}
      {library && nothing === null && error && (
        <Box sx={{ display: 'grid', gap: 3, justifyItems: 'start' }}>
          <FormProblem error={error} />
          <Button variant="outlined" onClick={props.onAgain}>
            {t('tryAgain')}
          </Button>
        </Box>
      )}
      {library && nothing === null && !error && !props.children && <Waiting />}
      {!error && props.children && <Box style={{ opacity: asking ? 0.6 : 1 }}>{props.children}</Box>}
    </Box>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Box role="status" aria-busy="true" aria-label={t('collections.preview.asking')}>
      <Skeleton width={160} height={28} sx={{ mb: 2 }} />
      <Skeleton width="80%" height={16} sx={{ mb: 4 }} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 2 }}>
        {Array.from({ length: 8 }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places that hold nothing yet.
          <Skeleton key={place} width="100%" height="auto" sx={{ aspectRatio: '2 / 3' }} />
        ))}
      </Box>
    </Box>
  );
}
