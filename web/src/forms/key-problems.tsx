import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { FieldProblem } from './scope.ts';

const icons = { error: ErrorOutlineRounded, warning: WarningAmberRounded, info: InfoOutlined } as const;

/** What is wrong with a value, each with its way to mend it. */
export function KeyProblems({ problems }: { problems: readonly FieldProblem[] }) {
  return problems.map(({ severity, message, fix }) => {
    const Icon = icons[severity];
    return (
      <Box key={message} sx={{ display: 'flex', alignItems: 'start', gap: 2, mt: 2 }}>
        <Icon aria-hidden sx={{ fontSize: 18, color: `${severity}.main`, mt: '1px', flex: 'none' }} />
        <Box>
          <Typography variant="body2">{message}</Typography>
          {fix && (
            <Button size="small" variant="outlined" sx={{ mt: 1 }} onClick={fix.apply}>
              {fix.title}
            </Button>
          )}
        </Box>
      </Box>
    );
  });
}
