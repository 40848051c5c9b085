/** What a site lets robots do. */
export interface Robots {
  readonly allows: (path: string) => boolean;
  /** Seconds between two requests that the site asks for; `null` when it does not. */
  readonly delay: number | null;
}

/** RFC 9309 §2.5: at least 500 kibibytes are read. */
export const MAX_ROBOTS_BYTES = 512 * 1024;
/** Longest delay heeded, in seconds; who asks for more is asked once a minute. */
const MAX_DELAY = 60;
export const ALLOW_ALL: Robots = { allows: () => true, delay: null };
export const ALLOW_NONE: Robots = { allows: () => false, delay: null };

interface Group {
  readonly agents: string[];
  readonly rules: { readonly allow: boolean; readonly pattern: string }[];
  delay: number | null;
}

/** Reads a robots.txt (RFC 9309) for an agent named by its product token; the longest rule that matches decides. */
export function parseRobots(text: string, token: string): Robots {
  const groups = groupsOf(text);
  const own = groups.filter((g) => g.agents.includes(token.toLowerCase()));
  const chosen = own.length > 0 ? own : groups.filter((g) => g.agents.includes('*'));
  const rules = chosen
    .flatMap((g) => g.rules)
    .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow));
  const delays = chosen.map((g) => g.delay).filter((d) => d !== null);
  return {
    allows: (path) => rules.find(({ pattern }) => matches(path, pattern))?.allow ?? true,
    delay: delays.length > 0 ? Math.min(MAX_DELAY, Math.max(...delays)) : null,
  };
}

function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = [];
  let naming = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [], delay: null });
      groups.at(-1)?.agents.push(value.trim().toLowerCase().replace(/\/.*/, ''));
      naming = true;
    } else if (key !== '') {
      addRule(groups.at(-1), key, value.trim());
      naming = false;
    }
  }
  return groups;
}

function addRule(group: Group | undefined, key: string, value: string): void {
  if (!group) return;
  if ((key === 'allow' || key === 'disallow') && value !== '')
    group.rules.push({ allow: key === 'allow', pattern: value });
  if (key === 'crawl-delay' && Number(value) > 0) group.delay = Number(value);
}

/** `*` stands for anything, `$` at the end for the end. Goes back to the last `*` alone, so that time stays bounded. */
function matches(path: string, pattern: string): boolean {
  const anchored = pattern.endsWith('$');
  const want = anchored ? pattern.slice(0, -1) : `${pattern}*`;
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < path.length; ) {
    if (want[p] === '*') {
      star = p++;
      resume = i;
    } else if (p < want.length && want[p] === path[i]) {
      p++;
      i++;
    } else if (star >= 0) {
      p = star + 1;
      i = ++resume;
    } else return false;
  }
  while (want[p] === '*') p++;
  return p === want.length;
}
