import ButtonBase from '@mui/material/ButtonBase';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import { styled } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { ComponentType } from 'react';
import { NavLink } from 'react-router';
import { motion, weights } from '../theme/tokens.ts';

/** One line of the rail. The place one is in has a raised ground and an amber edge. */
export const RailRow = styled(ButtonBase)(({ theme }) => ({
  position: 'relative',
  width: '100%',
  height: 40,
  paddingInline: 10,
  gap: theme.spacing(3),
  justifyContent: 'flex-start',
  borderRadius: theme.shape.borderRadius,
  color: theme.vars.palette.text.secondary,
  transition: `background-color ${motion.state}ms ${motion.easing}, color ${motion.state}ms ${motion.easing}`,
  '&:hover': { backgroundColor: theme.vars.palette.raised, color: theme.vars.palette.text.primary },
  '&[data-within="true"]': { color: theme.vars.palette.text.primary, fontWeight: weights.medium },
  '&[aria-current="page"]': {
    backgroundColor: theme.vars.palette.raised,
    color: theme.vars.palette.text.primary,
    '&::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: 10,
      bottom: 10,
      width: 3,
      borderRadius: 2,
      backgroundColor: theme.vars.palette.primary.main,
    },
  },
}));

interface Entry {
  label: string;
  icon: ComponentType<SvgIconProps>;
  open: boolean;
}

export function RailLink({ to, within, ...entry }: Entry & { to: string; within: boolean }) {
  return (
    <Tooltip title={entry.open ? '' : entry.label} placement="right">
      <RailRow
        {...{ component: NavLink, to, end: entry.open || to === '/' }}
        aria-label={entry.label}
        data-within={within}
      >
        <Face {...entry} />
      </RailRow>
    </Tooltip>
  );
}

export function RailButton({ onClick, hint, ...entry }: Entry & { onClick(): void; hint?: string }) {
  return (
    <Tooltip title={entry.open ? '' : entry.label} placement="right">
      <RailRow onClick={onClick} aria-label={entry.label}>
        <Face {...entry} />
        {entry.open && hint && (
          <Typography component="kbd" variant="mono" sx={{ ml: 'auto', color: 'text.low' }} aria-hidden>
            {hint}
          </Typography>
        )}
      </RailRow>
    </Tooltip>
  );
}

function Face({ label, icon: Icon, open }: Entry) {
  return (
    <>
      <Icon sx={{ fontSize: 20, flex: 'none' }} aria-hidden />
      {open && (
        <Typography component="span" noWrap sx={{ fontWeight: 'inherit' }}>
          {label}
        </Typography>
      )}
    </>
  );
}
