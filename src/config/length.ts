/** A size as authors write it, as CSS writes it: a number alone means pixels. */
export const lengthOf = (written: string | number): string => (/^\d+$/.test(String(written)) ? `${written}px` : String(written));
