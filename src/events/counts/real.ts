import { kidsBy, MOST_STEPS, type Tree } from './tree.ts';

/** Whether a word of harm tells of harm that was done: not denied, not only possible, wished, tried or threatened. */
export function isReal(t: Tree, i: number): boolean {
  if (isUnreal(t, i)) return false;
  let at = i;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const head = t.heads[at]!;
    if (head < 0) return true;
    const relation = t.relations[at]!;
    if (
      relation === 'nsubj' ||
      relation === 'nsubj:pass' ||
      relation === 'acl:relcl' ||
      relation === 'parataxis'
    )
      return true;
    if (relation === 'obl' || relation === 'acl')
      return !(relation === 'acl' && t.harms.unreal.has(t.lemmas[head]!));
    if (relation === 'conj' ? isUnreal(t, head) && !subjectOf(t, at) : t.harms.unreal.has(t.lemmas[head]!))
      return false;
    if (relation === 'nmod' && t.harms.unreal.has(t.lemmas[head]!)) return false;
    at = head;
  }
  return true;
}

const subjectOf = (t: Tree, i: number): boolean => kidsBy(t, i, 'nsubj', 'nsubj:pass').length > 0;

/** What stands at the word itself. */
function isUnreal(t: Tree, i: number): boolean {
  const { harms, lemmas } = t;
  if (kidsBy(t, i, 'amod', 'compound').some((k) => harms.sham.has(t.forms[k]!))) return true;
  const own = kidsBy(t, i, 'aux', 'advmod', 'mark', 'cc');
  if (own.some((k) => harms.unreal.has(lemmas[k]!) || harms.negations.has(lemmas[k]!))) return true;
  const { xpos } = t.words[i]!;
  const to = own.some((k) => t.relations[k] === 'mark' && t.words[k]!.xpos === 'TO');
  return to && xpos === 'VB' && t.relations[i] !== 'root';
}
