import type { ConfigDoctor } from '@marquee/contracts';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fixing } from './fixing.tsx';
import { GroupSection } from './group-section.tsx';
import { Health } from './health.tsx';
import { SeverityFilter } from './severity-filter.tsx';
import { countsOf, fixableIn, groupsOf, type Shown } from './shown-findings.ts';

/** The score, and what makes it up, group by group. */
export function Findings({ doctor }: { doctor: ConfigDoctor }) {
  const { t } = useTranslation();
  const [only, setOnly] = useState<Shown>('all');
  const [fixing, setFixing] = useState<readonly string[] | null>(null);
  const groups = groupsOf(doctor.kinds, only);
  return (
    <>
      <Health doctor={doctor} fixable={fixableIn(doctor.kinds)} onFix={setFixing} />
      {doctor.kinds.length > 0 && (
        <Box sx={{ mb: 6 }}>
          <SeverityFilter counts={countsOf(doctor.kinds)} only={only} onChange={setOnly} />
        </Box>
      )}
      {doctor.kinds.length > 0 && groups.length === 0 && (
        <Typography color="textSecondary" role="status">
          {t('doctor.nothing')}
        </Typography>
      )}
      {groups.map(({ group, kinds }) => (
        <GroupSection key={group} group={group} kinds={kinds} onFix={setFixing} />
      ))}
      <Fixing places={fixing} onClose={() => setFixing(null)} />
    </>
  );
}
