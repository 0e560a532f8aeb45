import Bowser from 'bowser';

const LONGEST = 60;

/** "Firefox on Linux", for a person to recognise; a script's own word where it is no browser. */
export function deviceOf(userAgent: string | undefined): string {
  if (!userAgent) return 'Unknown';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  const words = [browser.name, os.name && `on ${os.name}`].filter(Boolean).join(' ');
  return (words || (userAgent.split(/[ /]/)[0] ?? 'Unknown')).slice(0, LONGEST);
}
