import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Asks before typed words are lost: when another page is gone to, and when the tab is closed. */
export function LeaveGuard(props: {
  unsaved: boolean;
  /** What the address asks for by this name makes it another page too. */
  asked?: string;
}) {
  const { unsaved, asked } = props;
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved &&
      (currentLocation.pathname !== nextLocation.pathname ||
        (asked !== undefined && queried(currentLocation, asked) !== queried(nextLocation, asked))),
  );
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const stay = () => blocker.reset?.();
  return (
    <Dialog open={blocker.state === 'blocked'} onClose={stay} aria-labelledby="leave-title">
      <DialogTitle id="leave-title">{t('leave.title')}</DialogTitle>
      <DialogContent>
        <Typography color="textSecondary">{t('leave.what')}</Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => blocker.proceed?.()}>{t('leave.leave')}</Button>
        <Button variant="contained" onClick={stay}>
          {t('leave.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const queried = ({ search }: { search: string }, name: string) => new URLSearchParams(search).get(name);
