import Box from '@mui/material/Box';
import type { FormEvent } from 'react';
import type { VersionedSettings } from '../../api/settings.ts';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { ProblemLine } from '../../ui/problem-line.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { GeneralSection } from './general-section.tsx';
import { PlexSection } from './plex-section.tsx';
import { SaveBar } from './save-bar.tsx';
import { refusedFields } from './settings-draft.ts';
import { SignInSection } from './sign-in-section.tsx';
import { useSettingsForm } from './use-settings-form.ts';

export function SettingsForm(props: { read: VersionedSettings; reload(): Promise<unknown> }) {
  const { settings } = props.read;
  const form = useSettingsForm(props.read, props.reload);
  const { changes } = form;
  const refused = refusedFields(changes);
  const shown = form.tried ? refused : [];
  const save = () => {
    form.attempt();
    if (refused.length === 0) void form.save();
  };
  return (
    <Box
      component="form"
      noValidate
      // Room for the bar that asks to save.
      sx={{ pb: 12 }}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (form.dirty) save();
      }}
    >
      {form.before && <ConflictNotice before={form.before} now={settings} edits={changes} />}
      <GeneralSection
        value={changes.general ?? settings.general}
        refused={shown}
        onChange={(general) => form.edit({ general })}
      />
      <SignInSection value={changes.signIn ?? settings.signIn} onChange={(signIn) => form.edit({ signIn })} />
      <PlexSection
        saved={settings.plex}
        edited={changes.plex}
        refused={shown}
        onChange={(plex) => form.edit({ plex })}
      />
      <SaveBar
        dirty={form.dirty}
        saving={form.saving}
        saved={form.saved}
        onSave={save}
        onDiscard={form.discard}
      />
      {form.problem && <ProblemLine error={form.problem} onClose={form.dismiss} />}
      <LeaveGuard unsaved={form.dirty} />
    </Box>
  );
}
