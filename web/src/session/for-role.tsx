import { allows, type Role } from '@marquee/contracts';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { useAppSelector } from '../app/store.ts';
import { usePlace } from '../frame/place.tsx';
import { Notice } from '../ui/notice.tsx';
import { selectRole } from './session-slice.ts';

/** Pages of a role. Marquee refuses the others anyway; here they learn why, and who can help. */
export function ForRole({ least }: { least: Role }) {
  const own = useAppSelector(selectRole);
  if (own === undefined || allows(least, own)) return <Outlet />;
  return <Forbidden least={least} own={own} />;
}

function Forbidden({ least, own }: { least: Role; own: Role }) {
  const { t } = useTranslation();
  const title = t('forbidden.title', { role: t(`roleNames.${least}`) });
  usePlace([{ label: title }]);
  return (
    <Notice
      lit={[]}
      title={title}
      what={t('forbidden.what', { own: t(`roleNames.${own}`) })}
      action={
        <Button component={Link} to="/libraries" variant="outlined">
          {t('forbidden.go')}
        </Button>
      }
    />
  );
}
