import { PLOVER_TYPES } from '../../doc/index.ts';
import type { GivenReport } from './given.ts';
import type { GoldEvent } from './gold.ts';

export type EventLabel = { readonly acled: string } | { readonly plover: string };

/** What a gold event is compared by: an ACLED event type, a PLOVER type, or `null` where its label is neither. */
export function eventLabel(event: Pick<GoldEvent, 'event_type' | 'sub_event'>): EventLabel | null {
  if (event.event_type !== 'PLOVER') return { acled: event.event_type };
  const type = event.sub_event.split(':')[0]?.trim() ?? '';
  return (PLOVER_TYPES as readonly string[]).includes(type) ? { plover: type } : null;
}

/** Whether a report has the gold's type; a gold event that is compared by none is always right. */
export function typeRight(event: GoldEvent, report: Pick<GivenReport, 'type' | 'acled'>): boolean {
  const label = eventLabel(event);
  if (!label) return true;
  if ('plover' in label) return report.type === label.plover;
  return (report.acled?.eventType ?? '').toLowerCase() === label.acled.toLowerCase();
}
