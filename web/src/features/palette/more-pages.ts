import CallSplitRounded from '@mui/icons-material/CallSplitRounded';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import HistoryRounded from '@mui/icons-material/HistoryRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import NotesRounded from '@mui/icons-material/NotesRounded';
import PersonOutlineRounded from '@mui/icons-material/PersonOutlineRounded';

/** Pages that have no place of their own in the rail. */
export const morePages = [
  { to: '/files/branches', word: 'palette.branches', icon: CallSplitRounded, role: 'editor' },
  { to: '/users', word: 'settings.links.users', icon: GroupOutlined, role: 'admin' },
  { to: '/audit', word: 'settings.links.audit', icon: HistoryRounded, role: 'admin' },
  { to: '/logs', word: 'settings.links.logs', icon: NotesRounded, role: 'admin' },
  { to: '/account', word: 'you.account', icon: PersonOutlineRounded, role: 'viewer' },
  { to: '/about', word: 'settings.links.about', icon: InfoOutlined, role: 'viewer' },
] as const;
