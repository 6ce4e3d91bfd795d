/** A page in which the gate has to stay usable, whatever the page's own styles do. */
export interface EngineCase {
  readonly name: string;
  /** Size of the window in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The page's own styles. */
  readonly css: string;
  readonly body: string;
}

const GATE = '<div data-jitsi-room="room-x8k2pq9z"><a href="#contact">Call us</a></div>';
const FRAME = '<iframe title="Hour" data-jitsi-src="https://meet.example.eu/room-x8k2pq9z"></iframe>';
const BESIDE = '<p data-beside>Beside it</p>';

const wide = { width: 1280, height: 800 } as const;
const narrow = { width: 360, height: 740 } as const;

const both = (name: string, css: string, body: string): EngineCase[] => [
  { name: `${name}, at 360 pixels`, ...narrow, css, body },
  { name: `${name}, at 1280 pixels`, ...wide, css, body },
];

/** Boxes that ask their content how wide it is, and boxes that have a height. */
const BOXES = [
  ...both('a flex row', '.box{display:flex}', `<div class="box">${GATE}${BESIDE}</div>`),
  ...both('a flex column, centred', '.box{display:flex;flex-direction:column;align-items:center}', `<div class="box">${GATE}${BESIDE}</div>`),
  ...both('a grid, at its start', '.box{display:grid;justify-items:start}', `<div class="box">${GATE}${BESIDE}</div>`),
  ...both('a float', '.box>div{float:left}.box>p{clear:both}', `<div class="box">${GATE}${BESIDE}</div>`),
  ...both('an inline block', '.box>div{display:inline-block}', `<div class="box">${GATE}${BESIDE}</div>`),
  ...both('a box as wide as its content', '.box>div{width:fit-content}', `<div class="box">${GATE}${BESIDE}</div>`),
  ...both('a table cell', '', `<table><tr><td>${GATE}</td><td>${BESIDE}</td></tr></table>`),
  ...both('a box out of the flow', '.box{position:relative;height:1000px}.box>div{position:absolute;inset-inline-start:0}', `<div class="box">${GATE}</div>${BESIDE}`),
  ...both('a ratio box', '.ratio{position:relative}.ratio::before{content:"";display:block;padding-top:56.25%}.ratio>*{position:absolute;inset:0;width:100%;height:100%}', `<div class="ratio">${GATE}</div>${BESIDE}`),
  ...both('a ratio box of a frame', '.ratio{position:relative}.ratio::before{content:"";display:block;padding-top:56.25%}.ratio>*{position:absolute;inset:0;width:100%;height:100%}', `<div class="ratio">${FRAME}</div>${BESIDE}`),
  ...both('a ratio box that names frames', '.ratio{position:relative;padding-top:56.25%}.ratio iframe{position:absolute;inset:0;width:100%;height:100%}', `<div class="ratio">${FRAME}</div>${BESIDE}`),
  ...both('an aspect ratio', '.box{aspect-ratio:16/9;overflow:hidden}.box>div{height:100%}', `<div class="box">${GATE}</div>${BESIDE}`),
  ...both('a low box', '.box>div{height:220px}', `<div class="box">${GATE}</div>${BESIDE}`),
  ...both('70 % of the window', '.box>div{height:70vh}', `<div class="box">${GATE}</div>${BESIDE}`),
  ...both('at least 70 % of the window', '.box>div{min-height:70vh}', `<div class="box">${GATE}</div>${BESIDE}`),
  ...both('at most 300 pixels', '.box>div{max-height:300px}', `<div class="box">${GATE}</div>${BESIDE}`),
  ...both('frames that the page shows as blocks', 'iframe{display:block;width:100%;height:400px}', `${FRAME}${BESIDE}`),
  ...both('hidden elements that the page shows', 'iframe,[hidden]{display:block !important;visibility:visible}', `${FRAME}${BESIDE}`),
  ...both('a frame with a size', '', `${FRAME.replace('<iframe', '<iframe width="100%" height="400"')}${BESIDE}`),
  ...both('a frame with a size in its style', '', `${FRAME.replace('<iframe', '<iframe style="width:80%;height:70vh"')}${BESIDE}`),
  { name: 'zoom of 400 %', width: 320, height: 256, css: '', body: `${GATE}${BESIDE}` },
];

/** What a gate would inherit from its page. */
const INHERITED = [
  'white-space:nowrap', 'white-space:pre', 'font-size:0', 'font-size:4px', 'text-transform:uppercase', 'text-indent:3em', 'text-indent:-999em', 'user-select:none;-webkit-user-select:none',
  'letter-spacing:-1em', 'letter-spacing:2em', 'word-spacing:9em', 'line-height:0', 'text-align:justify', 'word-break:break-all', 'font-style:italic;font-weight:900', 'font-variant:small-caps',
  '-webkit-text-fill-color:transparent', 'color:transparent', 'text-shadow:0 0 9px red', 'cursor:none', 'hyphens:auto', 'list-style:square',
].map((css): EngineCase => ({ name: `a page with ${css}`, width: 320, height: 640, css: `.box{${css}}`, body: `<div class="box">${GATE}</div>` }));

/** Every page that each browser is asked about. */
export const ENGINE_CASES: readonly EngineCase[] = [...BOXES, ...INHERITED];

/** A case's page. The gate's script and what looks at the gate are served beside it. */
export function pageOf({ css, body }: EngineCase): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>A case</title>
<link rel="icon" href="data:,"><style>body { margin: 8px; font-family: sans-serif; } ${css}</style>
<script src="/look.js"></script>
<script defer src="/assets/jitsi-gate.js" data-domain="meet.example.eu" data-operator="Example GmbH" data-country="DE" data-privacy-url="/privacy"></script></head>
<body>${body}</body></html>`;
}
