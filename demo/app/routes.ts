/** The names of the rooms a visitor of this page can open, with what each is for. */
export const rooms = {
  physiotherapy: { title: 'Physiotherapy', when: 'Thursday, 16:20, with Jana Reinhardt' },
  'speech-therapy': { title: 'Speech therapy', when: 'Monday, 9:00, with Mehmet Aydın' },
} as const;

/** Key of a room. */
export type Room = keyof typeof rooms;

/** Where the visitor is: the list of rooms with one opened or none, or the explanation. */
export type Route = { readonly name: 'rooms'; readonly room: Room | undefined } | { readonly name: 'about' };

/** Titles and addresses of the views. */
export const routes = {
  rooms: { title: 'My sessions', href: '#/rooms' },
  about: { title: 'About these sessions', href: '#/about' },
} as const;

function isRoom(text: string): text is Room {
  return Object.hasOwn(rooms, text);
}

/** Reads the route out of the address. Anything unknown is the list of rooms. */
export function currentRoute(hash: string): Route {
  const [, name = '', room = ''] = hash.split('/');
  if (name === 'about') return { name: 'about' };
  return { name: 'rooms', room: isRoom(room) ? room : undefined };
}
