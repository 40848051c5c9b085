/** Where the desk is: every view has an address that can be shared. */
export const place = $state({ path: '/', query: '', hash: '' });

function read(): void {
  place.path = location.pathname;
  place.query = location.search;
  place.hash = location.hash;
}

/** Goes to an address of the desk; `replace` leaves no step to go back to. */
export function go(href: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  const path = place.path;
  read();
  if (path !== place.path) scrollTo(0, 0);
}

/** A click on a link of the desk stays in the page; with a modifier key it is the browser's. */
function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
  const here = link.pathname === location.pathname && link.search === location.search;
  if (here && link.hash) return; // the browser's own jump; `hashchange` tells us
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}

/** Starts to follow clicks and the browser's own back and forward. */
export function startRouter(): void {
  read();
  addEventListener('popstate', read);
  addEventListener('hashchange', read);
  document.addEventListener('click', onClick);
}

/** The view's name and its argument. */
export type View =
  | { readonly name: 'incidents' | 'pages' | 'none' }
  | { readonly name: 'incident' | 'reader'; readonly id: string };

/** The view that a path names. */
export function viewOf(path: string): View {
  const [, first = '', id, more] = path.split('/');
  if (more !== undefined) return { name: 'none' };
  if (first === '' && id === undefined) return { name: 'incidents' };
  if (first === 'pages' && !id) return { name: 'pages' };
  if (first === 'incidents' && id) return { name: 'incident', id: decode(id) };
  if (first === 'pages' && id) return { name: 'reader', id: decode(id) };
  return { name: 'none' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
