/** The screens of the meeting page. */
export type Screen = 'connecting' | 'prejoin' | 'call' | 'left';

/** What the visitor does on the page. */
export interface ViewActions {
  readonly join: () => void;
  readonly leave: () => void;
  readonly toggle: (kind: 'audio' | 'video') => void;
  readonly simulate: (event: string, on: boolean) => void;
}

/** The page as the meeting sees it. */
export interface View {
  show(screen: Screen): void;
  showMuted(kind: 'audio' | 'video', muted: boolean): void;
  setTitle(title: string): void;
  listSent(params: Readonly<Record<string, unknown>>): void;
  bind(actions: ViewActions): void;
}

function all(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)];
}

function row(key: string, value: unknown): HTMLElement[] {
  const term = document.createElement('dt');
  const detail = document.createElement('dd');
  term.textContent = key;
  detail.textContent = JSON.stringify(value) ?? 'undefined';
  return [term, detail];
}

function bindSimulation(button: HTMLElement, simulate: ViewActions['simulate']): void {
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(on));
    simulate(button.dataset['simulate'] ?? '', on);
  });
}

/** Connects to the page's own markup (page.html); every lookup is by data attribute. */
export function createView(root: ParentNode): View {
  return {
    show: (screen) => {
      for (const section of all(root, '[data-screen]')) section.hidden = section.dataset['screen'] !== screen;
    },
    showMuted: (kind, muted) => {
      for (const button of all(root, `[data-toggle="${kind}"]`)) {
        button.textContent = `${kind === 'audio' ? 'Microphone' : 'Camera'} ${muted ? 'off' : 'on'}`;
      }
    },
    setTitle: (title) => {
      for (const heading of all(root, '[data-title]')) heading.textContent = title;
    },
    listSent: (params) => {
      const rows = Object.entries(params).flatMap(([key, value]) => row(key, value));
      for (const list of all(root, '[data-sent]')) list.replaceChildren(...rows);
    },
    bind: (actions) => {
      for (const button of all(root, '[data-join]')) button.addEventListener('click', actions.join);
      for (const button of all(root, '[data-leave]')) button.addEventListener('click', actions.leave);
      for (const button of all(root, '[data-toggle]')) {
        const kind = button.dataset['toggle'] === 'video' ? 'video' : 'audio';
        button.addEventListener('click', () => actions.toggle(kind));
      }
      for (const button of all(root, '[data-simulate]')) bindSimulation(button, actions.simulate);
    },
  };
}
