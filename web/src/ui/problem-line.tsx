import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import type { SerializedError } from '@reduxjs/toolkit';
import { useTranslation } from 'react-i18next';
import { type CallProblem, problemWords } from '../api/call-problem.ts';
import { MarkedText } from './marked-text.tsx';

/** An action that failed, said beside the page that is still fine. */
export function ProblemLine(props: {
  error: CallProblem | SerializedError;
  /** What it means here, before what happened. */
  first?: string;
  onClose(): void;
}) {
  const { error, first, onClose } = props;
  const { t } = useTranslation();
  const { title, mend } = problemWords(error, t);
  return (
    <Snackbar open anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}>
      <Alert
        severity="error"
        variant="outlined"
        onClose={onClose}
        sx={{ bgcolor: 'raised' }}
        closeText={t('close')}
      >
        {first && `${first} `}
        {title}. <MarkedText text={mend} />
      </Alert>
    </Snackbar>
  );
}
