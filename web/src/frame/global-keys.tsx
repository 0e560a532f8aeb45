import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { onHelpAsked, openHelp } from '../features/help/open-help.ts';
import { isTyping } from '../ui/typing.ts';
import { usePlaces } from './places.ts';

const HelpDialog = lazy(() => import('../features/help/help-dialog.tsx'));
const CHORD_MS = 1200;

/** Keys that work everywhere: `?` for the map, `g` and a letter to go somewhere. */
export function GlobalKeys() {
  const navigate = useNavigate();
  const places = usePlaces();
  useEffect(() => {
    let goPressedAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') openHelp();
      const place = places.find(({ key }) => key === event.key);
      if (place && event.timeStamp - goPressedAt < CHORD_MS) void navigate(place.to);
      goPressedAt = event.key === 'g' ? event.timeStamp : 0;
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, places]);
  return <Help />;
}

/** Loaded when it is first asked for. */
function Help() {
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      onHelpAsked(() => {
        setAsked(true);
        setOpen(true);
      }),
    [],
  );
  return asked ? (
    <Suspense fallback={null}>
      <HelpDialog open={open} onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}
