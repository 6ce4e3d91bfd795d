import type { Contender } from './contenders/contender.js';

/** Pixels that every embed has from the start: more than any contender's gate needs, so that none has to move the page. */
export const BOX_HEIGHT = 640;

/** A page with `size` embeds of a contender; apart from what the contender brings, all pages are the same. */
export function pageOf(contender: Contender, size: number): string {
  const rooms = Array.from({ length: size }, (_, index) => `consulting-hour-${index + 1}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Meetings</title>
<link rel="icon" href="data:,">
<style>body { font: 16px/1.5 sans-serif; margin: 0 } .box { display: flow-root; box-sizing: border-box; width: 640px; min-height: ${BOX_HEIGHT}px; margin: 0 16px 16px }</style>
${contender.head}
</head>
<body>
${rooms.map((room) => `<div class="box">${contender.placeholder(room)}</div>`).join('\n')}
${contender.foot}
</body>
</html>
`;
}
