import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Turkish. */
export const software: SoftwareMessages = {
  storedForTab: 'Ayarlar, sekmeyi kapatana kadar',
  storedWithAccount: 'Yüklemede oluşturulan bir konuk hesabı, anahtarları ve ayarlarıyla, siz silene kadar',
  storedUnknown: 'yazılımın üreticisi belirtmiyor',
  for_account: 'Toplantı yüklenirken oluşturulan bir konuk hesabı',
  for_key: 'Toplantının şifresini çözen anahtarlar',
  for_log: 'Hata bildirimleri için bir olay günlüğü',
  blind: 'Bu sayfa, toplantının kaydedilip kaydedilmediğini veya bitip bitmediğini göremez.',
  newTab: 'Yeni sekmede aç',
  linkOnly: 'Bu toplantı {domain} üzerinde {software} ile çalışır. Bu sayfada gösterilemez. Bir bağlantı onu yeni sekmede açar; öncesinde hiçbir şey gönderilmez.',
};
