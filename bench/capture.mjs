// Reading a WARC file of 200 MB (unpacked), a gzip member a record: MB of records a CPU-second, and the memory it takes.
//   records: unpacked, checked against their checksums and cut
//   pages:   the same, and hashed as received, unwrapped from HTTP, hashed again and told by content
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pagesOf, warcRecords } from '../dist/index.js';

const BYTES = 200e6;
const WORDS =
  'the bridge near town was hit by shells on tuesday residents said officials denied any attack while hospital staff counted wounded people after convoy passed quarry market school river'.split(
    ' ',
  );

/** The same numbers on every machine. */
function numbers() {
  let state = 1;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function page(next) {
  const length = 5000 + next() * 45000;
  let html = '<!doctype html><html><body>';
  while (html.length < length) {
    const words = Array.from({ length: 40 }, () => WORDS[Math.floor(next() * WORDS.length)]);
    html += `<p class="c${Math.floor(next() * 1000)}">${words.join(' ')} ${Math.floor(next() * 1e6)}</p>\n`;
  }
  return html;
}

function record(html, n) {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${html.length}\r\n\r\n${html}`;
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}>\r\nWARC-Date: 2031-05-06T07:08:09Z\r\nWARC-Target-URI: https://news.example/${n}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
}

async function makeWarc(path) {
  const next = numbers();
  const out = createWriteStream(path);
  let bytes = 0;
  for (let n = 0; bytes < BYTES; n++) {
    const text = record(page(next), n);
    bytes += text.length;
    if (!out.write(gzipSync(text))) await new Promise((resolve) => out.once('drain', resolve));
  }
  await new Promise((resolve) => out.end(resolve));
  return bytes;
}

async function rate(bytes, items) {
  const cpu = process.cpuUsage();
  let count = 0;
  for await (const _ of items) count++;
  const { user, system } = process.cpuUsage(cpu);
  return `${(bytes / (user + system)).toFixed(0)} MB a CPU-second, ${count} of them`;
}

export async function benchCapture(row) {
  const dir = mkdtempSync(join(tmpdir(), 'sayso-bench-'));
  try {
    const path = join(dir, 'synthetic.warc.gz');
    const bytes = await makeWarc(path);
    row('WARC of 200 MB, records', await rate(bytes, warcRecords(path)));
    row('WARC of 200 MB, pages', await rate(bytes, pagesOf(path)));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
