// Demo only: adds and removes placeholders after the page has loaded, to show that the gate notices both.
const template = document.querySelector('#room-template');
const list = document.querySelector('#more');
const addButton = document.querySelector('#add-room');
const removeButton = document.querySelector('#remove-room');
const status = document.querySelector('#room-status');

addButton.addEventListener('click', () => {
  const number = list.childElementCount + 1;
  const copy = template.content.cloneNode(true);
  const placeholder = copy.querySelector('[data-jitsi-room]');
  placeholder.setAttribute('data-jitsi-room', `quiet-room-${number}`);
  placeholder.setAttribute('data-jitsi-label', `Quiet room ${number}`);
  label(copy.querySelector('section'), copy.querySelector('h2'), number);
  list.append(copy);
  report(`Quiet room ${number} added below.`);
});

removeButton.addEventListener('click', () => {
  const number = list.childElementCount;
  list.lastElementChild?.remove();
  report(`Quiet room ${number} removed.`);
  // A disabled button drops the keyboard focus to the page; hand it to its neighbour instead.
  if (removeButton.disabled) addButton.focus();
});

/** Gives the copied section its heading and its accessible name. */
function label(section, heading, number) {
  heading.id = `quiet-room-${number}`;
  heading.textContent = `Quiet room ${number}`;
  section.setAttribute('aria-labelledby', heading.id);
}

/** Says what happened, also to screen readers, and keeps "Remove" usable only when there is something to remove. */
function report(text) {
  removeButton.disabled = list.childElementCount === 0;
  status.textContent = text;
}
