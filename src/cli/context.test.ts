import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { type Context, put, say, visible, warn, warnOf } from './context.ts';

function terminal(isTTY = true): { context: Context; out: () => string; err: () => string } {
  const stdout = Object.assign(new PassThrough(), { isTTY });
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const context = { stdin: new PassThrough(), stdout, stderr, now: () => new Date(0), env: {} };
  return { context, out: () => String(stdout.read() ?? ''), err: () => String(stderr.read() ?? '') };
}

it.each([
  ['an escape sequence', '\u001b[2Jgone', '\\u001b[2Jgone'],
  ['an eight-bit one', '\u009b2J', '\\u009b2J'],
  ['a line end', 'a\nsayso: b\r', 'a\\u000asayso: b\\u000d'],
  ['a turn of direction', 'a\u202egpj.exe', 'a\\u202egpj.exe'],
  ['nothing', 'صفحة\tÄ “page”', 'صفحة\tÄ “page”'],
])('visible() shows %s', (_what, text, shown) => {
  expect(visible(text)).toBe(shown);
});

it('leaves the meaning of JSON as it was', () => {
  const value = { name: 'a\u009b\u202e\u001b' };
  expect(JSON.parse(visible(JSON.stringify(value)))).toEqual(value);
});

it('say and warn write one line each', () => {
  const { context, out, err } = terminal();
  say(context, 'a\nb');
  warn(context, 'c\u001b');
  expect([out(), err()]).toEqual(['a\\u000ab\n', 'c\\u001b\n']);
});

it('a stack keeps its lines', () => {
  const { context, err } = terminal();
  warnOf(context, 'error', Object.assign(new Error('x'), { stack: 'Error: \u001b\n    at y' }));
  expect(err()).toBe('error: Error: \\u001b\n    at y\n');
});

it('put changes what goes to a terminal, and nothing that goes into a pipe', async () => {
  const text = 'one\u001b[2J\ntwo\n';
  const [shown, piped] = [terminal(), terminal(false)];
  await put(shown.context.stdout, text);
  await put(piped.context.stdout, text);
  expect([shown.out(), piped.out()]).toEqual(['one\\u001b[2J\ntwo\n', text]);
});
