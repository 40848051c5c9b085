import type { DayInterval, Event, Resolution, Time } from '../../doc/index.ts';
import type { Actor, ActorRegister } from '../../lexicon/index.ts';

/** A stretch of validity: `from` is the first day, `until` the first day no longer; absent ends are open. */
interface Dated {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether it may hold on some day of the interval; open or unknown ends exclude nothing. */
export function holds({ from, until }: Dated, days: DayInterval): boolean {
  const begun = from === undefined || days.latest === null || from <= days.latest;
  return begun && (until === undefined || days.earliest === null || days.earliest < until);
}

/** Whether an entry can be meant on these days: it exists, and where all its roles are listed with an end, one is held. */
export function canAct(actor: Actor, days: DayInterval): boolean {
  if (!holds(actor, days)) return false;
  const roles = actor.roles ?? [];
  return roles.length === 0 || roles.some((role) => holds(role, days));
}

const words = (
  { role, of }: { readonly role: string; readonly of?: string | undefined },
  register: ActorRegister,
) => (of === undefined ? role : `${role}, ${register.name(of) ?? of}`);

/** The day each mention is judged by: that of the event it takes part in, else of publication; `null` when neither is known. */
export function daysOf(
  events: readonly Event[],
  times: readonly Time[],
  published: DayInterval | null,
): (mention: number) => DayInterval | null {
  const days = new Map<number, DayInterval>();
  for (const event of events) {
    const time = event.time === null ? undefined : times[event.time];
    if (!time?.earliest) continue;
    for (const party of [event.actor, event.recipient, event.target, event.victim].flat())
      if (party.mention !== null && !days.has(party.mention)) days.set(party.mention, time);
  }
  return (mention) => days.get(mention) ?? published;
}

/** The resolutions with the roles that each chosen entry held on its day. Without a day nothing is said of roles. */
export function withRoles(
  resolutions: readonly Resolution[],
  daysFor: (mention: number) => DayInterval | null,
  register: ActorRegister,
): Resolution[] {
  return resolutions.map((resolution, i) => {
    const roles = resolution.chosen === null ? [] : (register.get(resolution.chosen)?.roles ?? []);
    const days = daysFor(i);
    if (roles.length === 0 || days === null) return resolution;
    const held = roles.filter((role) => holds(role, days)).map((role) => words(role, register));
    const reason =
      held.length > 0 ? resolution.reason : `${resolution.reason}; held no listed role on that day`;
    return { ...resolution, reason, roles: held };
  });
}
