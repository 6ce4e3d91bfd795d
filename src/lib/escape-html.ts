const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** A text as it stands in HTML, between tags or in an attribute between double quotation marks. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&"<>]/g, (sign) => NAMES[sign] ?? sign);
