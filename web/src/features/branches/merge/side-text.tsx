import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

/** The lines of one side; those that were not there before are marked, as in a difference. */
export function SideText(props: { label: string; text: string; base: string | null }) {
  const { label, text, base } = props;
  const { t } = useTranslation();
  const before = new Set(base === null ? [] : linesOf(base));
  const lines = linesOf(text);
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="caption" color="textSecondary" component="h4" sx={{ mb: 1 }}>
        {label}
      </Typography>
      {/* As long as what it says may be; then it is scrolled, by keys too. */}
      <Box
        tabIndex={0}
        role="group"
        aria-label={label}
        sx={{
          maxHeight: 260,
          overflowY: 'auto',
          py: 2,
          border: 1,
          borderColor: 'line',
          borderRadius: 1,
          bgcolor: 'background.default',
        }}
      >
        {lines.length === 0 && (
          <Typography variant="body2" color="textSecondary" sx={{ px: 3 }}>
            {t('branches.merge.nothingHere')}
          </Typography>
        )}
        {lines.map((line, index) => {
          const isNew = base !== null && !before.has(line);
          return (
            <Typography
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are their places.
              key={index}
              variant="mono"
              component="div"
              sx={{
                display: 'flex',
                px: 2,
                whiteSpace: 'pre-wrap',
                overflowWrap: 'anywhere',
                color: isNew ? 'text.primary' : 'text.secondary',
                bgcolor: isNew ? 'raised' : 'transparent',
              }}
            >
              <Box component="span" sx={{ width: '2ch', flex: 'none', color: 'success.main' }}>
                {isNew ? '+' : ''}
              </Box>
              <Box component="span" sx={{ minWidth: 0 }}>
                {line}
              </Box>
            </Typography>
          );
        })}
      </Box>
    </Box>
  );
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
