/** What arrived: the identity of some bytes, never the bytes themselves. Field names are WARC's where it has one. */
export interface Capture {
  readonly kind: 'capture';
  /** Hex SHA-256 of the bytes as received. */
  readonly sha256: string;
  /** Length in bytes. */
  readonly bytes: number;
  readonly mediaType: string;
  /** The charset the bytes were decoded with; `null` before reading or when they are not text. */
  readonly charset: string | null;
  /** The file's name without its folder, or the URL. */
  readonly name: string;
  /** The URL asked for; `null` for a loose file. */
  readonly url: string | null;
  /** The URL after redirects; `null` for a loose file. */
  readonly finalUrl: string | null;
  /** ISO 8601 instant of the fetch. `null` for a loose file: a file's own clock says nothing about the page. */
  readonly fetchedAt: string | null;
  /** `WARC-Record-ID` once the evidence store holds the bytes. */
  readonly warcRecordId: string | null;
  /** The charset that was stated outside the bytes, by HTTP or MIME; left out where none was. */
  readonly statedCharset?: string | undefined;
  /** What the page arrived wrapped in; left out where the bytes arrived bare. `sha256` and `bytes` above are of the page. */
  readonly received?: Received | undefined;
}

/** Bytes as they were received, of which a page is the unpacked part: an HTTP response, an MHTML archive, an entry of a feed. */
export interface Received {
  readonly wrapping: 'http' | 'mhtml' | 'feed-entry';
  /** Hex SHA-256 of all of it. */
  readonly sha256: string;
  readonly bytes: number;
}

/** A capture together with its bytes, on the way to the evidence store and the reader. */
export interface CapturedBytes {
  readonly capture: Capture;
  readonly body: Uint8Array;
  /** The bytes as received, where `capture.received` speaks of them: what the evidence store keeps. */
  readonly received?: Uint8Array | undefined;
  /** The HTTP request that led to it, as it was sent. */
  readonly request?: Uint8Array | undefined;
}

/** A part of an input that is no page and was not meant to be one, such as an image or a redirect: counted, not named. */
export interface PassedOver {
  readonly kind: 'passed-over';
  /** What it is, in the plural: "images". */
  readonly what: string;
}

/** What one input gives, page by page. */
export type Taken = CapturedBytes | SetAside | PassedOver;

/** An input that was not taken, and why: shown on stderr, never dropped in silence. */
export interface SetAside {
  /** The path or URL as it was given. */
  readonly input: string;
  /** Stable code: `missing`, `empty`, `not-text`, `too-large`, `vanished`, `unreadable`, `unsupported`, `damaged`, `wrong-digest`. */
  readonly code: string;
  /** What happened, where, and what to do about it. */
  readonly message: string;
}
