import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Arabic. */
export const software: SoftwareMessages = {
  storedForTab: 'الإعدادات، حتى تغلق علامة التبويب',
  storedWithAccount: 'حساب ضيف يُنشأ عند التحميل، مع مفاتيحه وإعداداته، حتى تحذفها',
  storedUnknown: 'لم يذكره صانع البرنامج',
  for_account: 'حساب ضيف يُنشأ عند تحميل الاجتماع',
  for_key: 'مفاتيح تفك تشفير الاجتماع',
  for_log: 'سجل أحداث، لبلاغات الأعطال',
  blind: 'لا يمكن لهذه الصفحة أن ترى هل يُسجَّل الاجتماع أو هل انتهى.',
  newTab: 'الفتح في علامة تبويب جديدة',
  linkOnly: 'يعمل هذا الاجتماع ببرنامج {software} على {domain}. لا يمكن عرضه في هذه الصفحة. يفتحه رابط في علامة تبويب جديدة، ولا يُرسل شيء قبل ذلك.',
};
