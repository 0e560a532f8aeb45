import type { LogLevel } from '@marquee/contracts';
import BugReportOutlined from '@mui/icons-material/BugReportOutlined';
import ErrorRounded from '@mui/icons-material/ErrorRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningRounded from '@mui/icons-material/WarningRounded';
import Box from '@mui/material/Box';

const looks = {
  debug: { icon: BugReportOutlined, tone: 'text.low' },
  info: { icon: InfoOutlined, tone: 'text.low' },
  warn: { icon: WarningRounded, tone: 'warning.main' },
  error: { icon: ErrorRounded, tone: 'error.main' },
};

/** The level as a shape and in the log's own word. */
export function LevelMark({ level }: { level: LogLevel }) {
  const { icon: Icon, tone } = looks[level];
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, color: tone, width: 72 }}>
      <Icon sx={{ fontSize: 15 }} aria-hidden />
      {level}
    </Box>
  );
}
