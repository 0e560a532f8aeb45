import { allows } from '@marquee/contracts';
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined';
import ImageOutlined from '@mui/icons-material/ImageOutlined';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import LightModeOutlined from '@mui/icons-material/LightModeOutlined';
import LogoutRounded from '@mui/icons-material/LogoutRounded';
import NotificationsNoneRounded from '@mui/icons-material/NotificationsNoneRounded';
import { useColorScheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLibrariesQuery, usePreparePostersMutation } from '../../api/libraries.ts';
import { useSignOutMutation } from '../../api/sign-in.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { usePlaces } from '../../frame/places.ts';
import { formatCount } from '../../i18n/format.ts';
import { jobProgressed } from '../../live/live-slice.ts';
import { selectRole } from '../../session/session-slice.ts';
import { libraryIcons } from '../../ui/library-icon.tsx';
import { openHelp } from '../help/open-help.ts';
import { openNotifications } from '../notifications/open-notifications.ts';
import { morePages } from './more-pages.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** Everything that can be gone to or done from anywhere, by what this person may. */
export function useEntries(): PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const dispatch = useAppDispatch();
  const role = useAppSelector(selectRole);
  const places = usePlaces();
  const { data: libraries = [] } = useLibrariesQuery();
  const { setMode } = useColorScheme();
  const [prepare] = usePreparePostersMutation();
  const [signOut] = useSignOutMutation();
  const go = (to: string) => () => void navigate(to);
  const preparePosters = async (libraryId: string) => {
    const { data: job } = await prepare({ libraryId, body: { width: 360 } });
    if (job) dispatch(jobProgressed(job));
    void navigate(`/libraries/${libraryId}`);
  };

  return [
    ...[...places, ...morePages.filter((page) => allows(page.role, role))].map(
      ({ to, word, icon }): PaletteEntry => ({
        id: `page:${to}`,
        group: 'pages',
        label: t(word),
        icon,
        run: go(to),
      }),
    ),
    ...libraries.map(
      ({ id, title, kind, counts: [main] }): PaletteEntry => ({
        id: `library:${id}`,
        group: 'libraries',
        label: title,
        ...(main && { hint: `${formatCount(main.count)} ${t(`kinds.${main.kind}`, { count: main.count })}` }),
        icon: libraryIcons[kind],
        run: go(`/libraries/${id}`),
      }),
    ),
    ...(allows('editor', role) ? libraries : []).map(
      ({ id, title }): PaletteEntry => ({
        id: `prepare:${id}`,
        group: 'actions',
        label: t('palette.prepare', { library: title }),
        icon: ImageOutlined,
        run: () => void preparePosters(id),
      }),
    ),
    ...(
      [
        ['theme:dark', t('palette.dark'), DarkModeOutlined, () => setMode('dark')],
        ['theme:light', t('palette.light'), LightModeOutlined, () => setMode('light')],
        ['notifications', t('notifications.title'), NotificationsNoneRounded, openNotifications],
        ['keys', t('help.map'), KeyboardOutlined, openHelp],
        ['sign-out', t('you.signOut'), LogoutRounded, () => void signOut()],
      ] as const
    ).map(([id, label, icon, run]): PaletteEntry => ({ id, group: 'actions', label, icon, run })),
  ];
}
