import type { OverlayProblem } from '@marquee/contracts';
import type { OverlayAttribute } from '@marquee/kometa';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import RestartAltRounded from '@mui/icons-material/RestartAltRounded';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A control with its attribute's name, what it means, what is wrong with it, and the way back to Kometa's default. */
export function AttributeRow(props: {
  attribute: Pick<OverlayAttribute, 'name' | 'help' | 'defaultMeans'>;
  written: boolean;
  problems: readonly OverlayProblem[];
  onReset(): void;
  /** Wide controls stand beneath the name. */
  wide?: boolean;
  children: ReactNode;
}) {
  const { attribute, written, wide = false } = props;
  const { t } = useTranslation();
  return (
    <Box role="group" aria-label={attribute.name} data-attribute={attribute.name} sx={{ px: 4, py: 1.5 }}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: wide ? 'minmax(0, 1fr) 32px' : '132px minmax(0, 1fr) 32px',
          alignItems: 'center',
          columnGap: 2,
        }}
      >
        <Tooltip title={attribute.help} placement="left">
          <Typography
            variant="mono"
            component="span"
            noWrap
            sx={{ color: written ? 'text.primary' : 'text.low', fontSize: 'caption.fontSize' }}
          >
            {attribute.name}
          </Typography>
        </Tooltip>
        {!wide && <Box sx={{ minWidth: 0 }}>{props.children}</Box>}
        {written ? (
          <Tooltip title={t('overlays.inspector.reset', { default: attribute.defaultMeans })}>
            <IconButton
              aria-label={t('overlays.inspector.resetName', { name: attribute.name })}
              onClick={props.onReset}
              sx={{ width: 32, height: 32 }}
            >
              <RestartAltRounded sx={{ fontSize: 16 }} />
            </IconButton>
          </Tooltip>
        ) : (
          <span />
        )}
      </Box>
      {wide && <Box sx={{ mt: 1 }}>{props.children}</Box>}
      {props.problems.map((problem) => (
        <FieldProblem key={`${problem.code} ${problem.line}`} problem={problem} />
      ))}
    </Box>
  );
}

export function FieldProblem({ problem }: { problem: OverlayProblem }) {
  const { t } = useTranslation();
  const error = problem.severity === 'error';
  const Icon = error ? ErrorOutlineRounded : WarningAmberRounded;
  return (
    <Box role="alert" sx={{ display: 'flex', gap: 1.5, mt: 1 }}>
      <Icon
        titleAccess={t(`overlays.problems.${problem.severity}`)}
        sx={{ fontSize: 16, mt: '1px', flex: 'none', color: error ? 'error.main' : 'warning.main' }}
      />
      <Typography variant="caption">
        {problem.message}. {problem.mend}.
      </Typography>
    </Box>
  );
}
