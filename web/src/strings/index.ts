export { en as t } from './en.ts';
