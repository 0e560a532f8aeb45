import { type Settings, settingsRoutes } from '@marquee/contracts';
import { answer, type ServiceApp } from '@marquee/service-kit';
import type { Audit } from '../audit/audit.ts';
import { whenceOf } from '../door/whence.ts';
import type { SectionName } from './kept-settings.ts';
import type { SavedSettings, SettingsOfMarquee } from './settings.ts';
import { type TryPlexPorts, tryPlex } from './try-plex.ts';

export interface SettingsRoutePorts extends Omit<TryPlexPorts, 'tokenFor'> {
  settings: SettingsOfMarquee;
  audit: Audit;
}

export function serveSettings(service: Pick<ServiceApp, 'serve'>, ports: SettingsRoutePorts): void {
  const { settings, audit } = ports;

  service.serve(settingsRoutes.read, async () => {
    const { settings: state, version } = await settings.read();
    return answer(state, { etag: version });
  });

  service.serve(settingsRoutes.save, async (call) => {
    const { principal, body, ifMatch } = call;
    const saved = await settings.save(body, { ifMatch, by: principal.name });
    for (const section of saved.changed) {
      await audit.note({
        actor: principal,
        action: 'settings.changed',
        target: { kind: 'settings', id: section, name: section },
        ...whatChanged(section, saved),
        from: whenceOf(call),
      });
    }
    return answer(saved.after, { etag: saved.version });
  });

  service.serve(settingsRoutes.test, ({ body, signal }) =>
    tryPlex({ ...ports, tokenFor: settings.tokenFor }, body, signal),
  );
}

/** The fields that differ; of a secret only whether there is one, and that it is another. */
function whatChanged(section: SectionName, { before, after, newTokens }: SavedSettings) {
  const keys = Object.keys(after[section]).filter(
    (key) => textOf(before, section, key) !== textOf(after, section, key),
  );
  const pick = (state: Settings) =>
    Object.fromEntries(Object.entries(state[section]).filter(([key]) => keys.includes(key)));
  const tokens = section === 'plex' && newTokens.length > 0 ? { newTokens } : {};
  return { before: pick(before), after: { ...pick(after), ...tokens } };
}

function textOf(state: Settings, section: SectionName, key: string): string {
  return JSON.stringify(Object.entries(state[section]).find(([name]) => name === key)?.[1]);
}
