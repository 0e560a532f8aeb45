import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { Desk } from '../../files/editor/desk.ts';
import { ConflictPlace } from './conflict-place.tsx';
import { lineOf } from './decided-text.ts';
import type { Decision, DecisionChange } from './decisions.ts';
import { ResultText } from './result-text.tsx';

/** Each place that both have changed, and the whole text as it is decided so far, which can be written in. */
export function ThreeWays(props: {
  branch: string;
  fileId: string;
  desk: Desk;
  decision: Extract<Decision, { kind: 'lines' }>;
  onChange(change: DecisionChange): void;
}) {
  const { fileId, desk, onChange } = props;
  const { t } = useTranslation();
  const { plan, now } = props.decision;
  return (
    <>
      {now.places.map((place, index) => (
        <ConflictPlace
          // biome-ignore lint/suspicious/noArrayIndexKey: places keep their order.
          key={index}
          branch={props.branch}
          place={place}
          number={index + 1}
          count={now.places.length}
          line={lineOf(now, place)}
          onTake={(taken) => onChange({ kind: 'taken', fileId, place: index, taken })}
          onLine={(line) => desk.goTo(fileId, { line })}
        />
      ))}
      <Box>
        <Typography variant="subtitle2" component="h3">
          {t('branches.merge.result')}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          {t('branches.merge.resultWhat')}
        </Typography>
        <ResultText
          desk={desk}
          fileId={fileId}
          path={plan.path}
          text={now.text}
          label={t('branches.merge.resultOf', { path: plan.path })}
          onWrite={(text) => onChange({ kind: 'written', fileId, text })}
        />
      </Box>
    </>
  );
}
