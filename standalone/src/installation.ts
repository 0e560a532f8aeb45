/** What the program knows of the place it was built in. */
export interface Installation {
  version: string;
  /** The built web interface. */
  webFolder: string;
  /** Templates, pictures and fonts that come along. */
  defaultsFolder: string;
  /** The built program of a drawing thread. */
  threadScript: string;
  /** The built program of the thread that checks and merges texts. */
  deskScript: string;
  /** The built program of the thread that looks at Kometa's files. */
  validateScript: string;
  /** The drawing engine's WebAssembly. */
  engineFolder: string;
}
