import type { KeptSections, KeptSettings } from './kept-settings.ts';

/** What is to be written; sections and secrets that are left out stay. */
export interface SettingsChange {
  sections: Partial<KeptSections>;
  /** By place; null forgets it. */
  sealed: ReadonlyMap<string, string | null>;
}

export interface SettingsStore {
  read(): Promise<KeptSettings>;
  /**
   * Decides on what is kept at that moment, and writes it together with the word to the services. When `decide`
   * throws, nothing has happened.
   */
  change(
    by: string,
    decide: (kept: KeptSettings) => SettingsChange,
  ): Promise<{ before: KeptSettings; after: KeptSettings }>;
}
