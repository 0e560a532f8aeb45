import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

/** Where the window is that low, all of it scrolls: a foot that stays would leave no room to read. */
const LOW = '@media (max-height: 560px)';
/** As high as the button at the end of the line. */
const besideButton = {
  display: 'flex',
  alignItems: 'center',
  minHeight: 36,
  '@media (pointer: coarse)': { minHeight: 44 },
} as const;
const sides = { px: { xs: 4, sm: 6 } } as const;

/**
 * A dialog that may hold more than the window: only what is between its title and its foot scrolls, so that what
 * can be done is always in sight. On a phone it takes nearly all of the screen.
 */
export function TallDialog(props: {
  title: string;
  what?: string;
  width: 'sm' | 'md';
  /** Stays between the title and what scrolls. */
  tools?: ReactNode;
  foot?: ReactNode;
  onSubmit?(): void;
  onClose(): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit?.();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      fullWidth
      maxWidth={props.width}
      aria-labelledby={`${id}-title`}
      {...(props.what && { 'aria-describedby': `${id}-what` })}
      slotProps={{
        paper: {
          sx: (theme) => ({
            [theme.breakpoints.down('sm')]: {
              m: 2,
              width: `calc(100% - ${theme.spacing(4)})`,
              maxHeight: `calc(100% - ${theme.spacing(4)})`,
            },
          }),
        },
      }}
    >
      <Box
        {...(props.onSubmit && { component: 'form', noValidate: true, onSubmit: submit })}
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, [LOW]: { overflowY: 'auto' } }}
      >
        <Box sx={{ ...sides, pt: { xs: 3, sm: 5 }, pb: 3, display: 'flex', gap: 3 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography id={`${id}-title`} variant="h2" sx={besideButton}>
              {props.title}
            </Typography>
            {props.what && (
              <Typography id={`${id}-what`} color="textSecondary" sx={{ mt: 1 }}>
                {props.what}
              </Typography>
            )}
          </Box>
          <IconButton aria-label={t('close')} onClick={props.onClose} sx={{ flex: 'none', mr: -2 }}>
            <CloseRounded fontSize="small" />
          </IconButton>
        </Box>
        {props.tools && <Box sx={{ ...sides, pb: 3 }}>{props.tools}</Box>}
        <Box
          sx={{
            ...sides,
            pb: { xs: 4, sm: 6 },
            minHeight: 0,
            // What is placed in it scrolls with it, unseen words among them.
            position: 'relative',
            overflowY: 'auto',
            display: 'flex',
            flexDirection: 'column',
            gap: 5,
            '& > *': { flex: 'none' },
            // On the tone of a dialog the usual one would not be seen.
            '& .MuiSkeleton-root': { bgcolor: 'line' },
            [LOW]: { overflowY: 'visible' },
          }}
        >
          {props.children}
        </Box>
        {props.foot && (
          <Box
            sx={{
              ...sides,
              py: { xs: 3, sm: 4 },
              display: 'flex',
              flexDirection: 'column',
              gap: 4,
              borderTop: 1,
              borderColor: 'line',
            }}
          >
            {props.foot}
          </Box>
        )}
      </Box>
    </Dialog>
  );
}

/** What can be done, at the end of the line. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, justifyContent: 'flex-end' }}>{children}</Box>;
}
