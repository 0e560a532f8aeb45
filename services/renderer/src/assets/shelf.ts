/** A font or picture that a shelf lists. */
export interface ShelfFile {
  source: 'kometa' | 'config' | 'shipped';
  kind: 'font' | 'image';
  /** Below the folder of its kind, with forward slashes: `Inter-Medium.ttf`, `logo/round/hbo.png`. */
  name: string;
  sizeBytes: number;
  /** Changes when the file does. */
  version: string;
}

/** A place where fonts and pictures lie. What it has is known by listing; nobody hands it a path. */
export interface Shelf {
  list(): Promise<ShelfFile[]>;
  /** Lays files of its list among the blobs; those that are gone meanwhile are left out. */
  put(files: readonly ShelfFile[]): Promise<Map<ShelfFile, string>>;
}
