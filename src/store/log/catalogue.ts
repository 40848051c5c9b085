import type { Capture, CaptureBody, IncidentBody, LogEntry, ReadingBody } from '../../doc/index.ts';
import { sha256 } from '../../lib/hash.ts';
import { canonicalJson } from '../../lib/json.ts';
import { GENESIS, type Head } from './chain.ts';

/** A body with the place of its entry in the log. */
export interface Logged<B> {
  readonly seq: number;
  readonly at: string;
  readonly body: B;
}

type WithdrawalBody = Extract<LogEntry['body'], { type: 'withdrawal' }>;

/**
 * What the log says, as the recorder must know it at once: about 1 KB per capture. Everything else is asked of the
 * index, which can lag behind or be rebuilt.
 */
export class Catalogue {
  readonly captures = new Map<string, Logged<CaptureBody>>();
  /** The latest reading of each capture that is not withdrawn. */
  readonly readings = new Map<string, Logged<ReadingBody>>();
  /** Digest of the latest capture of each URL that was asked for. */
  readonly #latest = new Map<string, string>();
  readonly withdrawals = new Map<string, Logged<WithdrawalBody>>();
  readonly keys = new Map<string, IncidentBody>();
  head: Head = { seq: 0, hash: GENESIS };

  add(entry: LogEntry): void {
    const { seq, at, body, hash } = entry;
    this.head = { seq, hash };
    if (body.type === 'capture') {
      this.captures.set(body.sha256, { seq, at, body });
      if (body.url !== null) this.#latest.set(body.url, body.sha256);
    } else if (body.type === 'reading') this.readings.set(body.sha256, { seq, at, body });
    else if (body.type === 'incident') this.keys.set(body.key, body);
    else if (body.type === 'withdrawal') {
      this.withdrawals.set(body.sha256, { seq, at, body });
      this.readings.delete(body.sha256);
    }
  }

  /** The latest capture of a URL; `null` when it was never captured. */
  latestOf(url: string): CaptureBody | null {
    return this.captures.get(this.#latest.get(url) ?? '')?.body ?? null;
  }

  /** Digest of all readings as they are now: equal readings give an equal basis. */
  basis(): string {
    return sha256(canonicalJson([...this.readings.values()].map((r) => r.body.digest).sort()));
  }

  /** Whether the log holds this key with these reports and this redirect already. */
  holdsKey(body: IncidentBody): boolean {
    const held = this.keys.get(body.key);
    return held !== undefined && canonicalJson(held) === canonicalJson(body);
  }

  /** Where each evidence file must end, in bytes, and the instant of the first entry in it. */
  warcEnds(): ReadonlyMap<string, { readonly end: number; readonly at: string }> {
    const ends = new Map<string, { end: number; at: string }>();
    for (const { at, body } of this.captures.values()) {
      const { file, offset, length } = body.warc;
      const known = ends.get(file);
      ends.set(file, { end: Math.max(known?.end ?? 0, offset + length), at: known?.at ?? at });
    }
    return ends;
  }
}

/** The capture as the record shows it. Its charset is known only once it has been read. */
export function captureOf(body: CaptureBody): Capture {
  const { sha256, bytes, mediaType, name, url, finalUrl, fetchedAt, warcRecordId } = body;
  const { statedCharset, received } = body;
  return {
    kind: 'capture',
    sha256,
    bytes,
    mediaType,
    charset: null,
    name,
    url,
    finalUrl,
    fetchedAt,
    warcRecordId,
    ...(statedCharset === undefined ? {} : { statedCharset }),
    ...(received === undefined ? {} : { received }),
  };
}
