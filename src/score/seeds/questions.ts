import { shareOf } from '../core/figures.ts';
import type { FileSpan, SeedsGold } from './gold.ts';
import type { System } from './locate.ts';
import { liesOn } from './pair.ts';

/** How much of the evidence of the analyst's questions lies under anything the system extracted; answers are not scored. */
export function scoreQuestions(gold: SeedsGold, system: System) {
  const values = system.incidents.flatMap((incident) => incident.contradictions.flatMap((c) => c.values));
  const held: readonly FileSpan[] = [...system.claims, ...system.reports, ...(system.times ?? []), ...values];
  const touched = (evidence: FileSpan) => held.some((item) => liesOn(item, evidence));
  return {
    evidenceTouched: shareOf(
      gold.questions.flatMap((question) => question.evidence),
      touched,
    ),
    questionsWithAllEvidence: shareOf(
      gold.questions,
      (question) => question.evidence.length > 0 && question.evidence.every(touched),
    ),
  };
}
