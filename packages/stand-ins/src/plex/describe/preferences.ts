import type { PictureOwner, ServerPreference } from '../model.ts';
import { type Element, element } from '../wire/element.ts';

export const describePreference = (preference: ServerPreference): Element =>
  element('Setting', { ...preference, hidden: false, advanced: false });

interface Advanced {
  id: string;
  label: string;
  default: string;
  enumValues: string;
  type?: 'bool' | 'int' | 'text';
}

const language: Advanced = {
  id: 'languageOverride',
  label: 'Metadata language',
  default: '',
  enumValues:
    ':Library default|en-US:English|de-DE:Deutsch|fr-FR:Français|es-ES:Español|ja-JP:日本語|ko-KR:한국어',
  type: 'text',
};
const originalTitle: Advanced = {
  id: 'useOriginalTitle',
  label: 'Use original title',
  default: '-1',
  enumValues: '-1:Library default|0:No|1:Yes',
};
const credits: Advanced = {
  id: 'enableCreditsMarkerGeneration',
  label: 'Enable credits detection',
  default: '-1',
  enumValues: '-1:Library default|0:Disabled',
};

const advanced: Partial<Record<PictureOwner['kind'], Advanced[]>> = {
  movie: [language, originalTitle, credits],
  show: [
    {
      id: 'episodeSort',
      label: 'Episode sorting',
      default: '-1',
      enumValues: '-1:Library default|0:Oldest first|1:Newest first',
    },
    {
      id: 'autoDeletionItemPolicyUnwatchedLibrary',
      label: 'Keep',
      default: '0',
      enumValues:
        '0:All episodes|5:5 latest episodes|3:3 latest episodes|1:Latest episode|-3:Past 3 days|-7:Past 7 days|-30:Past 30 days',
    },
    {
      id: 'autoDeletionItemPolicyWatchedLibrary',
      label: 'Delete episodes after playing',
      default: '0',
      enumValues: '0:Never|1:After a day|7:After a week|100:On next refresh',
    },
    {
      id: 'flattenSeasons',
      label: 'Seasons',
      default: '-1',
      enumValues: '-1:Library default|0:Show|1:Hide',
    },
    {
      id: 'showOrdering',
      label: 'Episode ordering',
      default: '',
      enumValues:
        ':Library default|tmdbAiring:The Movie Database (Aired)|aired:TheTVDB (Aired)|dvd:TheTVDB (DVD)|absolute:TheTVDB (Absolute)',
      type: 'text',
    },
    language,
    originalTitle,
    credits,
  ],
  season: [language],
  artist: [
    {
      id: 'albumSort',
      label: 'Album sorting',
      default: '-1',
      enumValues: '-1:Library default|0:Newest first|1:Oldest first|2:By name',
    },
  ],
  collection: [
    {
      id: 'collectionMode',
      label: 'Collection mode',
      default: '-1',
      enumValues:
        '-1:Library default|0:Hide collection|1:Hide items in this collection|2:Show this collection and its items',
    },
    {
      id: 'collectionSort',
      label: 'Collection order',
      default: '0',
      enumValues: '0:Release date|1:Alphabetical|2:Custom',
    },
    {
      id: 'collectionFilterBasedOnUser',
      label: 'Filter based on',
      default: '0',
      enumValues: '0:Server admin|1:User',
    },
  ],
};

const stored = (owner: PictureOwner, id: string): string | undefined => {
  if (owner.kind === 'playlist') return undefined;
  if (owner.kind === 'collection' && id === 'collectionMode') return String(owner.mode);
  if (owner.kind === 'collection' && id === 'collectionSort') return String(owner.sort);
  return owner.preferences[id];
};

export const describeItemPreferences = (owner: PictureOwner): Element =>
  element(
    'Preferences',
    {},
    (advanced[owner.kind] ?? []).map(({ type = 'int', ...setting }) =>
      element('Setting', {
        ...setting,
        summary: '',
        type,
        value: stored(owner, setting.id) ?? setting.default,
        hidden: false,
        advanced: false,
        group: '',
      }),
    ),
  );
