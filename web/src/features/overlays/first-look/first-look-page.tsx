import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { usePlace } from '../../../frame/place.tsx';
import { EditorSkeleton } from '../editor/editor-skeleton.tsx';
import { firstLook, withHint } from './first-look.ts';
import { useDemoDoor } from './use-demo-door.ts';

/** Leads on to the editor, or to the dashboard where there is nothing to look at, or was already. */
export default function FirstLookPage() {
  const { t } = useTranslation();
  usePlace([{ label: t('overlays.title') }]);
  const [taken] = useState(firstLook.wasTaken);
  const { address, isLoading } = useDemoDoor();
  const leadsOn = !taken && address !== null;
  useEffect(() => {
    if (leadsOn) firstLook.take();
  }, [leadsOn]);
  if (!taken && isLoading) return <EditorSkeleton />;
  return <Navigate to={leadsOn ? withHint(address) : '/'} replace />;
}
