import { z } from 'zod';
import { optionalTable } from './optional.ts';
import type { LexiconSource } from './source.ts';

/** Features as CoNLL-U writes them: "Number=Sing|Person=3", in the order of their names. */
const Feats = z
  .string()
  .regex(/^[A-Z][A-Za-z]*=[A-Z0-9][A-Za-z0-9]*(?:\|[A-Z][A-Za-z]*=[A-Z0-9][A-Za-z0-9]*)*$/)
  .refine((feats) => {
    const names = feats.split('|').map((feat) => feat.split('=')[0]!.toLowerCase());
    return names.every((name, i) => i === 0 || names[i - 1]! < name);
  }, 'features stand once each, in the order of their names');
/** A Penn tag, or a universal part of speech and a Penn tag. */
const Tag = z.string().regex(/^(?:[A-Z]+ )?[A-Z$-]+$/);

/** `data/<lang>/morphology.yaml`. */
export const MorphologyFile = z.object({
  tags: z.record(Tag, Feats),
  /** In place of `tags` for forms that hold a digit. */
  digits: z.record(Tag, Feats).optional(),
  words: z.array(z.object({ tag: Tag, forms: z.array(z.string().min(1)).min(1), feats: Feats })),
});
export type MorphologyTable = z.infer<typeof MorphologyFile>;

/** The features of a language's words by tag and form; `null` where `data/` holds none. */
export function loadMorphology(source: LexiconSource, language: string): MorphologyTable | null {
  return optionalTable<MorphologyTable>(source, `${language}/morphology`);
}
