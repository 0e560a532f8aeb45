/** As git shortens them too. */
export const shortId = (versionId: string): string => versionId.slice(0, 7);
