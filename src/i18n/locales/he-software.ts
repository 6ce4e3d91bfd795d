import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Hebrew. */
export const software: SoftwareMessages = {
  storedForTab: 'הגדרות, עד שתסגרו את הלשונית',
  storedWithAccount: 'חשבון אורח שנוצר בטעינה, עם המפתחות וההגדרות שלו, עד שתמחקו אותם',
  storedUnknown: 'לא צוין על ידי יצרן התוכנה',
  for_account: 'חשבון אורח שנוצר כשהפגישה נטענת',
  for_key: 'מפתחות שמפענחים את הפגישה',
  for_log: 'יומן אירועים לדיווח על תקלות',
  blind: 'הדף הזה אינו יכול לראות אם הפגישה מוקלטת או אם הסתיימה.',
  newTab: 'פתיחה בלשונית חדשה',
  linkOnly: 'הפגישה הזאת פועלת עם {software} בשרת {domain}. אי אפשר להציג אותה בדף הזה. קישור פותח אותה בלשונית חדשה; דבר אינו נשלח לפני כן.',
};
