import { z } from 'zod';
import { integerOrNull, textOrNull } from './fields.ts';

export interface Page<T> {
  start: number;
  totalSize: number;
  entries: T[];
}

const hasRatingKey = (entry: unknown) => typeof entry === 'object' && entry !== null && 'ratingKey' in entry;

/** Some endpoints list items as Directory even in JSON. */
const withItemsAsMetadata = z.looseObject({}).transform((container): Record<string, unknown> => {
  const { Metadata, Directory, Photo } = container;
  if (Array.isArray(Metadata)) return container;
  if (Array.isArray(Photo)) return { ...container, Metadata: Photo };
  return Array.isArray(Directory) ? { ...container, Metadata: Directory.filter(hasRatingKey) } : container;
});

const listed = <T extends z.ZodType>(entry: T) =>
  withItemsAsMetadata.pipe(
    z.object({
      size: integerOrNull,
      totalSize: integerOrNull,
      offset: integerOrNull,
      librarySectionID: textOrNull,
      librarySectionTitle: textOrNull,
      Metadata: z
        .array(entry)
        .nullish()
        .transform((entries) => entries ?? []),
    }),
  );

/** Without totalSize the server did not page: what came is all there is. */
export const pageOf = <T extends z.ZodType>(entry: T) =>
  listed(entry).transform(({ offset, totalSize, Metadata }) => ({
    start: offset ?? 0,
    totalSize: totalSize ?? (offset ?? 0) + Metadata.length,
    entries: Metadata,
  }));

/** Items often leave their section to the container that lists them. */
export const itemPageOf = <T extends z.ZodType<{ sectionId: string | null; sectionTitle: string | null }>>(
  entry: T,
) =>
  listed(entry).transform(({ offset, totalSize, librarySectionID, librarySectionTitle, Metadata }) => ({
    start: offset ?? 0,
    totalSize: totalSize ?? (offset ?? 0) + Metadata.length,
    entries: Metadata.map((item) => ({
      ...item,
      sectionId: item.sectionId ?? librarySectionID,
      sectionTitle: item.sectionTitle ?? librarySectionTitle,
    })),
  }));
