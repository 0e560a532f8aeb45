import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../../ui/search-field.tsx';
import type { Found, FoundLine, Wanted } from '../checking/messages.ts';

/** Looks for words in the texts of all files, as they stand here now. */
export function FindPanel(props: {
  find(wanted: Wanted): Promise<Found>;
  onOpen(path: string, line: FoundLine): void;
}) {
  const { find, onOpen } = props;
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (words === '') {
      setFound(null);
      return;
    }
    let wanted = true;
    void find({ words, matchCase }).then((answer) => wanted && setFound(answer));
    return () => {
      wanted = false;
    };
  }, [words, matchCase, find]);
  const count = found?.files.reduce((sum, { lines }) => sum + lines.length, 0) ?? 0;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, px: 3, py: 2 }}>
        <SearchField label={t('files.find.words')} value={words} autoFocus onChange={setWords} />
        <FormControlLabel
          label={<Typography variant="body2">{t('files.find.matchCase')}</Typography>}
          control={
            <Checkbox
              size="small"
              checked={matchCase}
              onChange={({ target }) => setMatchCase(target.checked)}
            />
          }
        />
        <Typography variant="body2" color="textSecondary" role="status">
          {found && (count === 0 ? t('files.find.none') : t('files.find.count', { count }))}
          {found?.more && ` ${t('files.find.more')}`}
        </Typography>
      </Box>
      {found?.files.map(({ path, lines }) => (
        <Box key={path} component="section" aria-label={path} sx={{ pb: 2 }}>
          <Typography variant="body2" component="h3" sx={{ px: 4, py: 1, fontWeight: 'fontWeightMedium' }}>
            {path}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, px: 2 }}>
            {lines.map((line) => (
              <li key={line.line}>
                <Line line={line} onOpen={() => onOpen(path, line)} />
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </>
  );
}

function Line({ line, onOpen }: { line: FoundLine; onOpen(): void }) {
  return (
    <ButtonBase
      onClick={onOpen}
      sx={{
        width: '100%',
        gap: 3,
        px: 2,
        py: 1,
        borderRadius: 1,
        justifyContent: 'flex-start',
        '&:hover': { bgcolor: 'raised' },
        '@media (pointer: coarse)': { minHeight: 44 },
      }}
    >
      <Typography
        component="span"
        variant="caption"
        sx={{ color: 'text.low', width: 48, textAlign: 'right', flex: 'none' }}
      >
        {line.line}
      </Typography>
      <Typography component="span" variant="mono" noWrap sx={{ textAlign: 'left' }}>
        {line.before}
        <Box component="mark" sx={{ bgcolor: 'accentStrong', color: 'onAccentStrong', borderRadius: '2px' }}>
          {line.match}
        </Box>
        {line.after}
      </Typography>
    </ButtonBase>
  );
}
