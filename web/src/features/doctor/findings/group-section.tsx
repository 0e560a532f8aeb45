import type { DoctorGroup, DoctorKind } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { KindOfFinding } from './kind-of-finding.tsx';

export function GroupSection(props: {
  group: DoctorGroup;
  kinds: readonly DoctorKind[];
  onFix(places: readonly string[]): void;
}) {
  const { group, kinds } = props;
  const { t } = useTranslation();
  return (
    <Box
      component="section"
      id={group}
      aria-labelledby={`${group}-title`}
      sx={{ mb: 8, scrollMarginTop: 72 }}
    >
      <Typography id={`${group}-title`} variant="h3" component="h2">
        {t(`doctor.groups.${group}.title`)}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1, mb: 3 }}>
        {t(`doctor.groups.${group}.what`)}
      </Typography>
      <Card>
        {kinds.map((kind, place) => (
          <Box
            key={kind.code}
            sx={{ ...(place > 0 && { borderTop: 1, borderColor: 'line' }), px: { xs: 3, sm: 4 }, py: 3 }}
          >
            <KindOfFinding kind={kind} onFix={props.onFix} />
          </Box>
        ))}
      </Card>
    </Box>
  );
}
