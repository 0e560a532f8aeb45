import type { OverlayFile } from '@marquee/contracts';
import EditOutlined from '@mui/icons-material/EditOutlined';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Age } from '../../../ui/age.tsx';
import { ProblemList } from '../yaml/problem-list.tsx';
import { EntryCard } from './entry-card.tsx';
import type { useTypicalItems } from './use-typical-items.ts';

/** One overlay file: what it draws, and what is wrong with it. */
export function FileSection(props: {
  file: OverlayFile;
  allEntries: number;
  items: ReturnType<typeof useTypicalItems>;
  mayEdit: boolean;
}) {
  const { file, items, mayEdit } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const errors = file.problems.filter(({ severity }) => severity === 'error').length;
  const Icon = errors > 0 ? ErrorOutlineRounded : WarningAmberRounded;
  const heading = `file-${file.id}`;
  return (
    <Box component="section" aria-labelledby={heading} data-testid="overlay-file" sx={{ mb: 10 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 4 }}>
        <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
          <Typography id={heading} variant="h2">
            {file.path}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {t('overlays.list.count', { count: props.allEntries })} · {t('overlays.list.changed')}{' '}
            <Age at={file.modifiedAt} />
          </Typography>
        </Box>
        {file.problems.length > 0 && (
          <Button
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            startIcon={<Icon sx={{ color: errors > 0 ? 'error.main' : 'warning.main' }} />}
          >
            {t('overlays.problems.count', { count: file.problems.length })}
          </Button>
        )}
        {mayEdit && (
          <Button
            component={Link}
            to={`/overlays/edit/${file.id}`}
            variant="outlined"
            startIcon={<EditOutlined />}
            aria-label={t('overlays.list.openFile', { path: file.path })}
          >
            {t('overlays.list.open')}
          </Button>
        )}
      </Box>
      {open && (
        <Card sx={{ mb: 4 }}>
          <ProblemList problems={file.problems} />
        </Card>
      )}
      {file.entries.length === 0 ? (
        <Typography color="textSecondary">{t('overlays.list.noEntries')}</Typography>
      ) : (
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            display: 'grid',
            gridTemplateColumns: {
              xs: 'repeat(auto-fill, minmax(132px, 1fr))',
              sm: 'repeat(auto-fill, minmax(168px, 1fr))',
            },
            gap: { xs: 3, sm: 4 },
          }}
        >
          {file.entries.map((entry, place) => (
            <EntryCard
              key={entry.mapping}
              file={file}
              entry={entry}
              itemId={items(entry, place)}
              mayEdit={mayEdit}
            />
          ))}
        </Box>
      )}
    </Box>
  );
}
