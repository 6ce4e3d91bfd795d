import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright/test';

interface Indexed {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each colour, in a row. */
  readonly palette: readonly number[];
  /** One byte a pixel, base64. */
  readonly pixels: string;
}

/**
 * Runs in a page: decodes a picture and keeps its 256 most frequent colours as they are; every other pixel, all at the edges
 * of letters, takes the nearest of them. Names no function inside: the loader would bring a helper along that a page lacks.
 */
async function indexColours(png: string): Promise<Indexed> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  if (!canvas) throw new Error('the browser draws no pictures');
  canvas.drawImage(image, 0, 0);
  const colours = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const kept = [...counts].sort(([, a], [, b]) => b - a).slice(0, 256).map(([colour]) => colour);
  const parts = kept.map((colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255] as const);
  const indexes = new Map(kept.map((colour, index) => [colour, index]));
  for (const colour of counts.keys()) {
    if (indexes.has(colour)) continue;
    const distances = parts.map(([r, g, b]) => Math.hypot(r - (colour & 255), g - ((colour >> 8) & 255), b - ((colour >> 16) & 255)));
    indexes.set(colour, distances.indexOf(Math.min(...distances)));
  }
  const pixels = Uint8Array.from(colours, (colour) => indexes.get(colour) ?? 0);
  const texts = Array.from({ length: Math.ceil(pixels.length / 8192) }, (_, part) => {
    return String.fromCharCode(...pixels.subarray(part * 8192, (part + 1) * 8192));
  });
  return { width, height, palette: parts.flat(), pixels: btoa(texts.join('')) };
}

function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.from(type, 'latin1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([head, data])));
  return Buffer.concat([length, head, data, sum]);
}

/** Packs a picture of flat colours and text into a third of its bytes: at most 256 colours, a byte a pixel (PNG, colour type 3). */
export async function shrinkPng(page: Page, png: Uint8Array): Promise<Buffer> {
  const { width, height, palette, pixels } = await page.evaluate(indexColours, Buffer.from(png).toString('base64'));
  const bytes = Buffer.from(pixels, 'base64');
  const rows = Array.from({ length: height }, (_, row) => Buffer.concat([Buffer.of(0), bytes.subarray(row * width, (row + 1) * width)]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
