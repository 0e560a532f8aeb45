import BrightnessAutoOutlined from '@mui/icons-material/BrightnessAutoOutlined';
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';

export const themeIcons = {
  dark: DarkModeOutlined,
  light: LightModeOutlined,
  system: BrightnessAutoOutlined,
};
export const themeChoices = ['dark', 'light', 'system'] as const;
