import { plainDefinitions } from '@marquee/kometa';

/** Of the selected definition what stands in the text, by Kometa's names; what is not there has a default. */
export function writtenAttributes(text: string, mapping: string): Readonly<Record<string, unknown>> {
  const definition = plainDefinitions(text).get(mapping) ?? {};
  const { overlay, suppress_overlays, builder_level } = definition;
  return {
    ...(isRecord(overlay) ? overlay : typeof overlay === 'string' ? { name: overlay } : {}),
    ...(suppress_overlays !== undefined && { suppress_overlays }),
    ...(builder_level !== undefined && { builder_level }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
