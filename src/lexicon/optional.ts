import type { LexiconSource } from './source.ts';

/** One table of a source, or `null` where the language has no such file: what it would hold counts as empty. */
export function optionalTable<T>(source: LexiconSource, name: string): T | null {
  return Object.hasOwn(source.json, name) ? (source.json[name] as T) : null;
}

/** The folder of `data/` for a BCP 47 tag ("fr" for "fr-CA"): its primary subtag in lower case. */
export function folderOf(tag: string): string {
  return tag.split(/[-_]/, 1)[0]!.toLowerCase();
}
