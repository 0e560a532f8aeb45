import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

const layerCommands = [
  { name: 'rename', key: 'F2' },
  { name: 'duplicate', key: 'Ctrl D' },
  { name: 'copy', key: 'Ctrl C' },
  { name: 'keepTemplate' },
  { name: 'forward', key: ']', divided: true },
  { name: 'back', key: '[' },
  { name: 'front' },
  { name: 'rear' },
  { name: 'remove', key: 'Del', divided: true },
] as const satisfies readonly { name: string; key?: string; divided?: true }[];
export type LayerCommand = (typeof layerCommands)[number]['name'];

/** All that can be done to one layer. */
export function LayerMenu(props: {
  anchor: HTMLElement | null;
  onDo(command: LayerCommand): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  return (
    <Menu anchorEl={props.anchor} open={props.anchor !== null} onClose={props.onClose}>
      {layerCommands.map((command) => [
        'divided' in command && <Divider key={`${command.name} line`} />,
        <MenuItem
          key={command.name}
          onClick={() => {
            props.onClose();
            props.onDo(command.name);
          }}
          sx={{ gap: 6, justifyContent: 'space-between' }}
        >
          {t(`overlays.layers.commands.${command.name}`)}
          {'key' in command && (
            <Typography
              variant="mono"
              component="kbd"
              color="textDisabled"
              sx={{ fontSize: 'caption.fontSize' }}
            >
              {command.key}
            </Typography>
          )}
        </MenuItem>,
      ])}
    </Menu>
  );
}
