import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { HelpDialog, openHelp } from '../features/help/help-dialog.tsx';
import { isTyping } from '../ui/typing.ts';
import { places } from './places.ts';

const CHORD_MS = 1200;

/** Keys that work everywhere: `?` for the map, `g` and a letter to go somewhere. */
export function GlobalKeys() {
  const navigate = useNavigate();
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
  }, [navigate]);
  return <HelpDialog />;
}
