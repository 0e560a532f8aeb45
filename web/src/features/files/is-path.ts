/** Names between slashes, none of them empty or dots alone; Marquee holds the full rule. */
export const isPath = (path: string): boolean =>
  path !== '' && !path.includes('\\') && path.split('/').every((name) => !/^\.{0,2}$/.test(name));
