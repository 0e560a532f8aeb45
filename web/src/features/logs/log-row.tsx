import type { LogLine } from '@marquee/contracts';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { formatClock, formatExact } from '../../i18n/format.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { LevelMark } from './level-mark.tsx';
import { lineText, shortFacts } from './line-text.ts';

export const ROW_HEIGHT = 30;

const Head = styled(ButtonBase)(({ theme }) => ({
  ...theme.typography.mono,
  width: '100%',
  minHeight: ROW_HEIGHT,
  display: 'flex',
  justifyContent: 'flex-start',
  gap: theme.spacing(4),
  paddingInline: theme.spacing(4),
  textAlign: 'left',
  '&:hover, &[aria-expanded="true"]': { backgroundColor: theme.vars.palette.raised },
  '&:focus-visible, &.Mui-focusVisible': { outlineOffset: -2 },
}));

/** A line; pressed it opens to all that was written with it. */
export function LogRow(props: { line: LogLine; open: boolean; onToggle(): void }) {
  const { line, open } = props;
  return (
    <>
      <Head aria-expanded={open} onClick={props.onToggle}>
        <Box
          component="time"
          dateTime={line.at}
          title={formatExact(line.at)}
          sx={{ color: 'text.low', flex: 'none' }}
        >
          {formatClock(line.at)}
        </Box>
        <LevelMark level={line.level} />
        <Box
          component="span"
          sx={{ color: 'text.secondary', width: 72, flex: 'none', display: { xs: 'none', sm: 'block' } }}
        >
          {line.service}
        </Box>
        <Typography component="span" variant="mono" noWrap sx={{ flex: 1, minWidth: 0 }}>
          {line.message}
          <Box component="span" sx={{ color: 'text.low', ml: 3 }}>
            {shortFacts(line.fields)}
          </Box>
        </Typography>
      </Head>
      {open && <Opened line={line} />}
    </>
  );
}

function Opened({ line }: { line: LogLine }) {
  const { t } = useTranslation();
  const facts = Object.entries({
    [t('logs.at')]: line.at,
    [t('logs.service')]: line.service,
    ...(line.requestId && { [t('problem.requestId')]: line.requestId }),
    ...line.fields,
  });
  return (
    <Box data-testid="log-line-open" sx={{ display: 'flex', gap: 3, px: 4, pt: 1, pb: 3, bgcolor: 'raised' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="mono" component="p" sx={{ m: 0, whiteSpace: 'pre-wrap' }}>
          {line.message}
        </Typography>
        {facts.map(([name, value]) => (
          <Typography
            key={name}
            variant="mono"
            component="p"
            color="textSecondary"
            sx={{ m: 0, whiteSpace: 'pre-wrap' }}
          >
            {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
          </Typography>
        ))}
      </Box>
      <CopyButton text={lineText(line)} label={t('logs.copyLine')} />
      {line.requestId && <CopyButton text={line.requestId} label={t('problem.copyId')} />}
    </Box>
  );
}
