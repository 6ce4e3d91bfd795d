// Demo only: lets the visitor of the home page choose the meeting server. A placeholder is never rewritten in place;
// a fresh one takes its position, the way a site with its own templates would do it.
// Runs deferred and before jitsi-gate.js, so on a reload the right placeholder is already there.
const form = document.querySelector('#server-switch');
const first = document.querySelector('[data-jitsi-room="consulting-hour"]');

if (form && first) start(form, first);

/**
 * Wires the radio group to the placeholder and follows `?server=`.
 * @param {Element} form
 * @param {Element} first
 */
function start(form, first) {
  // Copied before the gate touches it: the copy is the author's own markup, fallback included.
  const pristine = first.cloneNode(true);
  let current = first;

  const show = (server) => {
    const next = pristine.cloneNode(true);
    next.setAttribute('data-jitsi-operator', server);
    if (server === 'public') next.setAttribute('data-jitsi-room', `PraxisAmMuenster-${randomSuffix()}`);
    current.replaceWith(next);
    current = next;
  };

  form.addEventListener('change', (event) => {
    const server = event.target.value === 'public' ? 'public' : 'practice';
    rememberInUrl(server);
    show(server);
    form.querySelector('[role="status"]').textContent =
      server === 'public'
        ? 'Now asking for meet.jit.si. Nothing is sent there until you press the button.'
        : 'Now asking for the local stand-in.';
  });

  const server = new URLSearchParams(location.search).get('server') === 'public' ? 'public' : 'practice';
  form.querySelector(`input[value="${server}"]`).checked = true;
  if (server === 'public') show(server);
}

/** Keeps the choice in the address, so that a reload and a copied link show the same server. */
function rememberInUrl(server) {
  const url = new URL(location.href);
  if (server === 'public') url.searchParams.set('server', server);
  else url.searchParams.delete('server');
  history.replaceState(null, '', url);
}

/** 20 characters of 5 bits: on a public server a room is as private as its name is hard to guess. */
function randomSuffix() {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => alphabet[byte % 32]).join('');
}
