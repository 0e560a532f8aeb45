/** Where a person was, to be led back to after signing in. Only ever a path of our own. */
export function backOf(search: URLSearchParams, origin = window.location.origin): string {
  const wanted = search.get('back') ?? '/';
  if (!wanted.startsWith('/') || !URL.canParse(wanted, origin)) return '/';
  const { origin: whose, pathname, search: query, hash } = new URL(wanted, origin);
  // A path that begins with two slashes would be read as another site's address.
  const ours = whose === origin && !pathname.startsWith('//') && !/^\/(sign-in|setup)(\/|$)/.test(pathname);
  return ours ? `${pathname}${query}${hash}` : '/';
}

export function signInAddress({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const back = `${pathname}${search}${hash}`;
  return back === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ back })}`;
}
