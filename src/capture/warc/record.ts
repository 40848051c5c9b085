/** One record of a WARC file, block included. */
export interface WarcRecord {
  /** By lower-case name (ISO 28500 §5). */
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Buffer;
  /** Byte of the file where the record, or the gzip member that holds it, begins. */
  readonly offset: number;
  /** What is wrong with it, in words; `null` when it is whole. */
  readonly damage: string | null;
}

/** A stretch of a file that gave no record. */
export interface WarcFault {
  readonly code: 'damaged' | 'too-large';
  readonly offset: number;
  readonly what: string;
  /** The record's fields, where they could be read. */
  readonly fields: ReadonlyMap<string, string> | null;
}

/** What cutting a file into records gives, in the order of the file. */
export type Cut = { readonly record: WarcRecord } | { readonly fault: WarcFault };

/** Reads a record's head: version line and named fields, folded lines joined. `null` when it is none. */
export function recordFields(head: string): ReadonlyMap<string, string> | null {
  const [version = '', ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  if (!/^WARC\/\d\.\d+\s*$/.test(version)) return null;
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** `WARC-Target-URI` without the angle brackets that some writers of 1.0 put around it. */
export function targetOf(fields: ReadonlyMap<string, string> | null): string | null {
  return fields?.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? null;
}
