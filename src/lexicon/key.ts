export { foldWord as wordKey } from '../lib/fold.ts';
