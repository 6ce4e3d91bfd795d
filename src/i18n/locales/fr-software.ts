import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in French. */
export const software: SoftwareMessages = {
  storedForTab: 'Réglages, jusqu’à la fermeture de l’onglet',
  storedWithAccount: 'Un compte d’invité créé au chargement, avec ses clés et réglages, jusqu’à ce que vous les supprimiez',
  storedUnknown: 'non indiqué par l’éditeur du logiciel',
  for_account: 'Un compte d’invité créé au chargement de la réunion',
  for_key: 'Clés qui déchiffrent la réunion',
  for_log: 'Un journal pour les rapports d’erreur',
  blind: 'Cette page ne peut pas voir si la réunion est enregistrée ou terminée.',
  newTab: 'Ouvrir dans un nouvel onglet',
  linkOnly: 'Cette réunion fonctionne avec {software} sur {domain}. Elle ne peut pas être affichée sur cette page. Un lien l’ouvre dans un nouvel onglet ; rien n’est envoyé avant.',
};
