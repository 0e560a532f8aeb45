import type { BulkAction, DefinitionFile } from '@marquee/contracts';
import CloseRounded from '@mui/icons-material/CloseRounded';
import MoreHorizRounded from '@mui/icons-material/MoreHorizRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.ts';
import { frame } from '../../../theme/tokens.ts';
import { ProblemLine } from '../../../ui/problem-line.tsx';
import { Told } from '../../../ui/told.tsx';
import type { Selection } from '../list/use-selection.ts';
import { BulkDialog, type BulkQuestion } from './bulk-dialog.tsx';
import { RefusedDialog } from './refused-dialog.tsx';
import { useBulk } from './use-bulk.ts';

const acts = ['enable', 'disable', 'move', 'copy', 'schedule', 'variables', 'delete'] as const;
type Act = (typeof acts)[number];
/** What has room on a wide screen; the rest is behind the three dots. */
const FIRST: readonly Act[] = ['enable', 'disable', 'schedule', 'delete'];

/** What can be done with all that are chosen; stays in sight while there are any. */
export function BulkBar(props: { selection: Selection; shown: number; files: readonly DefinitionFile[] }) {
  const { chosen, none, all } = props.selection;
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const [question, setQuestion] = useState<BulkQuestion | null>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const bulk = useBulk(none);
  const ids = chosen.map(({ id }) => id);
  const begin = (act: Act) => {
    setAnchor(null);
    if (act === 'enable' || act === 'disable') void bulk.run(ids, { kind: act });
    else setQuestion(act);
  };
  const go = async (action: BulkAction) => {
    if (await bulk.run(ids, action)) setQuestion(null);
  };
  const behind = acts.filter((act) => !wide || !FIRST.includes(act));
  return (
    <>
      {chosen.length > 0 && (
        <Box role="toolbar" aria-label={t('collections.bulk.label')} data-testid="bulk-bar" sx={floating}>
          <IconButton aria-label={t('collections.bulk.none')} onClick={none}>
            <CloseRounded fontSize="small" />
          </IconButton>
          <Typography
            role="status"
            noWrap
            sx={{ flex: { xs: 1, md: 'none' }, mr: 2, fontVariantNumeric: 'tabular-nums' }}
          >
            {t('collections.bulk.chosen', { count: chosen.length, told: formatCount(chosen.length) })}
          </Typography>
          {chosen.length < props.shown && (
            <Button size="small" onClick={all}>
              {t('collections.bulk.all', { told: formatCount(props.shown) })}
            </Button>
          )}
          {wide &&
            FIRST.map((act) => (
              <Button
                key={act}
                variant="outlined"
                disabled={bulk.busy}
                onClick={() => begin(act)}
                {...(act === 'delete' && { sx: { color: 'error.main' } })}
              >
                {t(`collections.bulk.${act}`)}
              </Button>
            ))}
          <IconButton
            aria-label={t('collections.bulk.more')}
            aria-haspopup="menu"
            aria-expanded={anchor !== null}
            disabled={bulk.busy}
            onClick={({ currentTarget }) => setAnchor(currentTarget)}
          >
            <MoreHorizRounded />
          </IconButton>
          <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
            {behind.map((act) => (
              <MenuItem
                key={act}
                onClick={() => begin(act)}
                {...(act === 'delete' && { sx: { color: 'error.main' } })}
              >
                {t(`collections.bulk.${act}`)}
              </MenuItem>
            ))}
          </Menu>
        </Box>
      )}
      {question && (
        <BulkDialog
          question={question}
          chosen={chosen}
          files={props.files}
          busy={bulk.busy}
          error={bulk.error}
          onGo={(action) => void go(action)}
          onClose={() => {
            bulk.forget();
            setQuestion(null);
          }}
        />
      )}
      {!question && bulk.error && <ProblemLine error={bulk.error} onClose={bulk.forget} />}
      {bulk.outcome && bulk.outcome.refused.length > 0 && (
        <RefusedDialog outcome={bulk.outcome} onUndo={() => void bulk.takeBack()} onClose={bulk.close} />
      )}
      {bulk.outcome && bulk.outcome.refused.length === 0 && (
        <Told
          words={t(`collections.bulk.done.${bulk.outcome.kind}`, {
            count: bulk.outcome.changed,
            told: formatCount(bulk.outcome.changed),
          })}
          {...(bulk.outcome.version && { onUndo: () => void bulk.takeBack() })}
          onClose={bulk.close}
        />
      )}
      {bulk.undone && <Told words={t('collections.bulk.undone')} onClose={bulk.close} />}
    </>
  );
}

/** Over the page, where the hand is. */
const floating = {
  position: 'fixed',
  zIndex: 3,
  left: { xs: 16, md: '50%' },
  right: { xs: 16, md: 'auto' },
  transform: { md: 'translateX(-50%)' },
  // Half of the window is to its right, and its words stay on one line.
  width: { md: 'max-content' },
  '& .MuiButton-root': { whiteSpace: 'nowrap' },
  bottom: { xs: `calc(${frame.bottomBar}px + env(safe-area-inset-bottom) + 12px)`, md: 24 },
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  px: 2,
  py: 2,
  borderRadius: 2,
  border: 1,
  borderColor: 'edge',
  bgcolor: 'raised',
  boxShadow: (theme: Theme) => theme.vars.palette.floating,
} as const;
