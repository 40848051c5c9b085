/** Metrics: pure functions from parsed gold and parsed prediction to figures. Nothing here reads a file. */
export { scoreArabic } from './arabic.ts';
export { scoreAttribution } from './attribution/index.ts';
export { readConllu, scoreConllu } from './conllu.ts';
export { headBaseline, scoreCoref } from './coref/index.ts';
export { scoreFactuality } from './factuality.ts';
export { scoreGeo } from './geo.ts';
export { scoreMuc4 } from './muc4/index.ts';
export { readBio, scoreNames } from './names.ts';
export { scorePages } from './pages.ts';
export { scorePlover } from './plover.ts';
export { type RegisterRow, type RegisterScore, type RegisterView, scoreRegisters } from './registers.ts';
export { scoreRte } from './rte.ts';
export {
  eventDatesYearApart,
  eventLabel,
  GOLD_FILES,
  loadedLeftOut,
  loadedUser,
  scoreSeeds,
  seedsGold,
} from './seeds/index.ts';
export { scoreSentenceEnds } from './sentence-ends.ts';
export { drawSpellings, type SpellingAnswer, type SpellingScore, scoreSpellings } from './spellings.ts';
export type { Task, TaskInput, TaskOptions } from './task.ts';
export { type SeedsSet, TASKS } from './tasks.ts';
export { scoreTime } from './time.ts';
export { readTreebank } from './treebank.ts';
export { scoreVictims } from './victims.ts';
export { scoreWords } from './words.ts';
