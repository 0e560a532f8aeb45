import type { AuditEntry } from '@marquee/contracts';
import BlockRounded from '@mui/icons-material/BlockRounded';
import CheckRounded from '@mui/icons-material/CheckRounded';
import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { motion } from '../../theme/tokens.ts';
import { Age } from '../../ui/age.tsx';
import { AuditDetails } from './audit-details.tsx';
import { actionWords } from './audit-words.ts';

const Line = styled(ButtonBase)(({ theme }) => ({
  display: 'grid',
  width: '100%',
  textAlign: 'left',
  alignItems: 'center',
  gap: theme.spacing(1, 4),
  padding: theme.spacing(3, 4),
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  '&:hover': { backgroundColor: theme.vars.palette.raised },
  '&:focus-visible': { outlineOffset: -2 },
  [theme.breakpoints.up('md')]: {
    gridTemplateColumns: '20px 132px minmax(0, 200px) minmax(0, 1fr) minmax(0, 160px) 20px',
  },
}));

/** Who did what to what; opened, from what to what. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { actor, action, outcome, target, address, at } = entry;
  const Mark = outcome === 'done' ? CheckRounded : BlockRounded;
  const md = { xs: 'none', md: 'block' };
  return (
    <Box
      component="li"
      data-testid="audit-entry"
      sx={{ listStyle: 'none', '& + &': { borderTop: 1, borderColor: 'line' } }}
    >
      <Line aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Mark
          titleAccess={t(`audit.outcomes.${outcome}`)}
          sx={{ fontSize: 18, color: outcome === 'done' ? 'text.low' : 'error.main' }}
        />
        <Typography variant="body2" color="textSecondary" noWrap sx={{ display: md }}>
          <Age at={at} />
        </Typography>
        <Typography variant="subtitle2" noWrap sx={{ display: md }}>
          {actor.name}
        </Typography>
        <Box sx={{ minWidth: 0 }}>
          <Typography>
            <Box component="strong" sx={{ display: { md: 'none' }, fontWeight: 'fontWeightMedium' }}>
              {actor.name}:{' '}
            </Box>
            {actionWords(action, t)}
            {target && target.name !== actor.name && (
              <Typography component="span" color="textSecondary">
                {' '}
                {target.name}
              </Typography>
            )}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ display: { md: 'none' } }}>
            <Age at={at} />
            {address && ` · ${address}`}
          </Typography>
        </Box>
        <Typography
          variant="body2"
          noWrap
          sx={{ display: md, color: 'text.low', fontVariantNumeric: 'tabular-nums' }}
        >
          {address}
        </Typography>
        <ExpandMoreRounded
          aria-hidden
          sx={{
            fontSize: 20,
            color: 'text.low',
            transition: `transform ${motion.state}ms ${motion.easing}`,
            transform: open ? 'rotate(180deg)' : 'none',
          }}
        />
      </Line>
      <Box id={id} hidden={!open}>
        {open && <AuditDetails entry={entry} />}
      </Box>
    </Box>
  );
}
