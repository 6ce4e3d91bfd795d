import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Spanish. */
export const software: SoftwareMessages = {
  storedForTab: 'Ajustes, hasta que cierre la pestaña',
  storedWithAccount: 'Una cuenta de invitado creada al cargar, con sus claves y ajustes, hasta que los borre',
  storedUnknown: 'no indicado por el fabricante del software',
  for_account: 'Una cuenta de invitado que se crea al cargar la reunión',
  for_key: 'Claves que descifran la reunión',
  for_log: 'Un registro de eventos para informes de errores',
  blind: 'Esta página no puede ver si la reunión se graba o ha terminado.',
  newTab: 'Abrir en una pestaña nueva',
  linkOnly: 'Esta reunión funciona con {software} en {domain}. No se puede mostrar en esta página. Un enlace la abre en una pestaña nueva; antes no se envía nada.',
};
