import type { Role } from '@marquee/contracts';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface RoleFieldProps {
  label: string;
  value: Role;
  roles: readonly Role[];
  whatOf(role: Role): string;
  onChange(role: Role): void;
}

/** A role, each said with what it allows. */
export function RoleField({ label, value, roles, whatOf, onChange }: RoleFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Typography id={id} variant="body2" sx={{ fontWeight: 'fontWeightMedium' }}>
        {label}
      </Typography>
      <Select
        value={value}
        onChange={({ target }) => onChange(target.value)}
        SelectDisplayProps={{ 'aria-labelledby': id }}
        renderValue={(role) => t(`roleTitles.${role}`)}
      >
        {roles.map((role) => (
          <MenuItem key={role} value={role}>
            <Box>
              <Typography variant="subtitle2">{t(`roleTitles.${role}`)}</Typography>
              <Typography variant="body2" color="textSecondary">
                {whatOf(role)}
              </Typography>
            </Box>
          </MenuItem>
        ))}
      </Select>
      <Typography variant="caption" color="textSecondary">
        {whatOf(value)}
      </Typography>
    </Stack>
  );
}
