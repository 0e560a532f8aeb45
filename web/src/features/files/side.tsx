import type { ConfigFile } from '@marquee/contracts';
import AddRounded from '@mui/icons-material/AddRounded';
import HistoryRounded from '@mui/icons-material/HistoryRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SearchField } from '../../ui/search-field.tsx';
import { BranchSwitch } from './branch/branch-switch.tsx';
import type { FileMarks } from './tree/file-mark.tsx';
import { FileTree } from './tree/file-tree.tsx';

/** The tree with its search. */
export function Side(props: {
  files: readonly ConfigFile[];
  active: string | null;
  marks: FileMarks;
  mayEdit: boolean;
  onOpen(file: ConfigFile): void;
  onNew(): void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  return (
    <Box
      sx={{
        width: { xs: '100%', md: 272 },
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        borderRight: { md: 1 },
        borderColor: { md: 'line' },
        bgcolor: { md: 'background.paper' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', px: 4, pt: 3, pb: 2, gap: 2 }}>
        <Typography variant="h2" component="h1" sx={{ flex: 1 }}>
          {t('files.title')}
        </Typography>
        {props.mayEdit && (
          <Tooltip title={t('files.history')}>
            <IconButton component={Link} to="/files/history" aria-label={t('files.history')}>
              <HistoryRounded fontSize="small" />
            </IconButton>
          </Tooltip>
        )}
        {props.mayEdit && (
          <Button size="small" startIcon={<AddRounded />} onClick={props.onNew}>
            {t('files.newFile')}
          </Button>
        )}
      </Box>
      {props.mayEdit && <BranchSwitch file={props.active ?? undefined} />}
      <Box sx={{ px: 4, pb: 2, '& .MuiInputBase-root': { width: '100%' } }}>
        <SearchField label={t('files.search')} value={typed} onChange={setTyped} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 2, pb: 4 }}>
        <FileTree
          files={props.files}
          typed={typed}
          active={props.active}
          marks={props.marks}
          onOpen={props.onOpen}
        />
      </Box>
    </Box>
  );
}
