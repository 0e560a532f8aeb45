/** What the program knows of the place it was built in. */
export interface Installation {
  version: string;
  /** The built web interface. */
  webFolder: string;
}
