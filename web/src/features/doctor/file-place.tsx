import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';

/** Leads to a line of a file in the editor. */
export function FilePlace({ file, line }: { file: string; line: number }) {
  const { t } = useTranslation();
  return (
    <Link
      component={RouterLink}
      to={`/files?file=${encodeURIComponent(file)}&line=${line}`}
      variant="caption"
      color="textSecondary"
      underline="hover"
      sx={{
        display: 'inline-block',
        py: 0.5,
        overflowWrap: 'anywhere',
        '@media (pointer: coarse)': { py: 3.25 },
      }}
    >
      {t('doctor.place', { file, line })}
    </Link>
  );
}
