import type { ApiError } from '../../../src/contract/api.ts';
import { t } from '../strings/index.ts';

export type Fetched<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'error'; readonly message: string };

/** Follows an address of the API: asks anew whenever it changes, drops answers that come too late. */
export function fetched<T>(path: () => string): { readonly now: Fetched<T>; readonly retry: () => void } {
  let now = $state.raw<Fetched<T>>({ status: 'loading' });
  let tries = $state(0);
  $effect(() => {
    void tries;
    const stop = new AbortController();
    now = { status: 'loading' };
    ask<T>(path(), stop.signal).then((answer) => {
      if (!stop.signal.aborted) now = answer;
    });
    return () => stop.abort();
  });
  return {
    get now() {
      return now;
    },
    retry: () => {
      tries++;
    },
  };
}

async function ask<T>(path: string, signal: AbortSignal): Promise<Fetched<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, { signal, headers: { accept: 'application/json' } });
    const body: unknown = await response.json();
    if (response.ok) return { status: 'ready', value: body as T };
    return { status: 'error', message: (body as ApiError).error?.message ?? t.state.broken };
  } catch {
    return { status: 'error', message: t.state.unreachable };
  }
}
