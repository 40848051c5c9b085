import type { CapturedBytes, Taken } from '../doc/index.ts';
import { sha256 } from '../lib/hash.ts';
import { contentType, httpHead, httpPayload } from '../lib/received/index.ts';
import { setAsideFor } from './set-aside.ts';
import { sniff } from './sniff.ts';

/** An HTTP response as it was received, with what is known of how it came. */
export interface HttpResponse {
  readonly message: Uint8Array;
  readonly request?: Uint8Array | undefined;
  /** The URL asked for, and the one that answered. */
  readonly url: string;
  readonly finalUrl: string;
  readonly fetchedAt: string | null;
}

/** Types that may turn out to be a page when looked at; all others are what they say. */
const MAYBE_PAGE =
  /^(?:text\/(?:html|plain|xml|x-html)|application\/(?:xhtml\+xml|xml|octet-stream|vnd\.wap\.xhtml\+xml)|)$/;

/** The page of a response, and what was wrong with it all the same. `where` names the input in what is told. Hashed before anything reads it. */
export function pageOfResponse(response: HttpResponse, where: string): readonly Taken[] {
  const digest = sha256(response.message);
  const head = httpHead(response.message);
  if (!head || head.status === null) return [setAsideFor(where, 'damaged', 'its HTTP head cannot be read')];
  const { type, charset } = contentType(head.fields.get('content-type'));
  const other = otherThanPage(head.status, type, response.finalUrl);
  if (other) return [{ kind: 'passed-over', what: other }];
  const payload = httpPayload(response.message, head);
  if ('code' in payload) return [setAsideFor(where, payload.code, payload.fault)];
  const mediaType = pageType(payload.body, type);
  if (mediaType === null) return [{ kind: 'passed-over', what: whatIs(type) }];
  if (typeof mediaType !== 'string') return [setAsideFor(where, mediaType.code, mediaType.why)];
  return [
    captured(response, { body: payload.body, mediaType, charset, digest }),
    ...payload.faults.map((fault) => setAsideFor(where, 'cut-short', fault)),
  ];
}

/** What a response is when it is no page by status, type or address; `null` when it may be one. */
function otherThanPage(status: number, type: string, url: string): string | null {
  if (status >= 300 && status < 400) return 'redirects';
  if (status < 200 || status >= 300 || status === 204 || status === 206)
    return `answers with status ${status}`;
  if (!MAYBE_PAGE.test(type)) return whatIs(type);
  return /^[a-z]+:\/\/[^/]+\/robots\.txt$/i.test(url) ? 'robots.txt files' : null;
}

const KINDS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^image\//, 'images'],
  [/^(?:video|audio)\//, 'sound and video'],
  [/^font\/|font/, 'fonts'],
  [/javascript|ecmascript/, 'scripts'],
  [/^text\/css/, 'style sheets'],
  [/json/, 'data'],
];

function whatIs(type: string): string {
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other files';
}

/** The media type by content and by what was stated; `null` for what is no page; or why a page cannot be taken. */
function pageType(body: Buffer, stated: string): string | null | { code: string; why: string } {
  const saysPage = /html|^text\/plain$/.test(stated);
  if (body.length === 0) return saysPage ? { code: 'empty', why: 'the answer has no body' } : null;
  const found = sniff(body);
  if (!('mediaType' in found))
    return saysPage ? { code: 'not-text', why: 'not' in found ? found.not : found.archive } : null;
  if (/html/.test(stated)) return stated.includes('xhtml') ? 'application/xhtml+xml' : 'text/html';
  if (found.mediaType !== 'text/plain') return found.mediaType;
  return stated === 'text/plain' ? 'text/plain' : null;
}

function captured(
  { message, request, url, finalUrl, fetchedAt }: HttpResponse,
  page: { body: Buffer; mediaType: string; charset: string | null; digest: string },
): CapturedBytes {
  return {
    body: page.body,
    received: message,
    ...(request ? { request } : {}),
    capture: {
      kind: 'capture',
      sha256: sha256(page.body),
      bytes: page.body.length,
      mediaType: page.mediaType,
      charset: null,
      name: finalUrl,
      url,
      finalUrl,
      fetchedAt,
      warcRecordId: null,
      ...(page.charset ? { statedCharset: page.charset } : {}),
      received: { wrapping: 'http', sha256: page.digest, bytes: message.length },
    },
  };
}
