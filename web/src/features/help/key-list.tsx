import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { keyMap } from './key-map.ts';

const Key = styled('kbd')(({ theme }) => ({
  ...theme.typography.mono,
  display: 'inline-block',
  minWidth: 26,
  padding: theme.spacing(0, 1.5),
  textAlign: 'center',
  borderRadius: theme.shape.borderRadius,
  border: `1px solid ${theme.vars.palette.edge}`,
  backgroundColor: theme.vars.palette.background.paper,
}));

export function KeyList({ title, lines }: { title: string; lines: (typeof keyMap)[number]['lines'] }) {
  const { t } = useTranslation();
  return (
    <Box component="section" sx={{ mt: 5 }}>
      <Typography variant="subtitle2" component="h3" color="textSecondary">
        {title}
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, mt: 2, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 2, columnGap: 4 }}
      >
        {lines.map(({ does, keys }) => (
          <Fragment key={does}>
            <Typography component="dt">{t(does)}</Typography>
            <Box
              component="dd"
              sx={{
                m: 0,
                display: 'flex',
                gap: 1,
                alignItems: 'center',
                flexWrap: 'wrap',
                justifyContent: 'end',
              }}
            >
              {keys.map((chord) => (
                <span key={chord.join()}>
                  {chord.map((key, place) => (
                    <Fragment key={key}>
                      {place > 0 && (
                        <Typography
                          component="span"
                          variant="caption"
                          color="textSecondary"
                        >{` ${t('help.afterwards')} `}</Typography>
                      )}
                      <Key>{key}</Key>
                    </Fragment>
                  ))}
                </span>
              ))}
            </Box>
          </Fragment>
        ))}
      </Box>
    </Box>
  );
}
