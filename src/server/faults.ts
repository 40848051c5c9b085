import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { ApiError } from '../contract/index.ts';
import { RetryError, SkipError, StopError } from '../lib/errors.ts';

/** A request that is answered with an error: `status` for the protocol, `code` for machines, `message` for people. */
export class HttpFault extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'HttpFault';
    this.status = status;
    this.code = code;
  }
}

/** The value a request gives, checked. Throws a 400 that names the field. */
export function parsed<T extends z.ZodType>(schema: T, value: unknown, what: string): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') || what;
  throw new HttpFault(
    400,
    'bad-request',
    `${field}: ${issue?.message ?? 'not valid'}. Correct it and send again.`,
  );
}

/** What the framework's own refusals mean to the caller. */
const FRAMEWORK: Readonly<Record<string, readonly [string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'the body is larger than this route takes: send a smaller file'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['media-type', 'this route takes application/json: set the content type'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['bad-request', 'the body is empty: send a JSON object'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['bad-request', 'the body is not valid JSON: correct it and send again'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['bad-request', 'the body is not as long as its content-length says'],
  FST_ERR_BAD_URL: ['bad-request', 'the address is not valid: check its percent-encoding'],
};

/** Status, code and message for any error; `null` when its cause must stay inside. */
function told(error: FastifyError | Error): HttpFault | null {
  if (error instanceof HttpFault) return error;
  if (error instanceof RetryError) return new HttpFault(503, error.code, error.message);
  if (error instanceof SkipError) return new HttpFault(422, error.code, error.message);
  if (error instanceof StopError)
    return new HttpFault(error.exitCode === 2 ? 400 : 500, error.code, error.message);
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  const known = 'code' in error ? FRAMEWORK[error.code] : undefined;
  if (known) return new HttpFault(status, ...known);
  return status >= 400 && status < 500
    ? new HttpFault(status, 'bad-request', 'the request is not valid: check its address, headers and body')
    : null;
}

const INTERNAL = new HttpFault(
  500,
  'internal',
  'something went wrong in here; nothing was lost. See the terminal that runs "sayso serve", then try again.',
);

/** Sends an error as JSON. A stack trace never leaves. */
export function sendFault(reply: FastifyReply, fault: HttpFault): FastifyReply {
  const body: ApiError = { error: { code: fault.code, message: fault.message } };
  return reply.code(fault.status).type('application/json; charset=utf-8').send(body);
}

/** Turns whatever is thrown in a route into `{error: {code, message}}`. */
export function handleFaults(server: FastifyInstance, onError: (error: unknown) => void): void {
  server.setErrorHandler((error: FastifyError | Error, _request, reply) => {
    const fault = told(error);
    if (fault === null || fault.status >= 500) onError(error);
    return sendFault(reply, fault ?? INTERNAL);
  });
}
