const CONSONANTS = 'bdfghjklmnprstvz';
const VOWELS = 'aiou';

/**
 * A name for a room that nobody can guess and that can be read aloud: five groups of five letters, like
 * `lusab-babad-gutih-tugad-mudof`. Each group spells 16 random bits as consonant (4), vowel (2), consonant (4), vowel (2),
 * consonant (4), so a name has 80 bits, each as likely as the other. It is what Jitsi makes of it: lower case, and
 * no sign that is removed or encoded in an address. Works in browsers, workers and Node. The spelling is that of
 * proquints (https://arxiv.org/html/0901.4016).
 */
export function createRoomName(): string {
  const spell = (bits: number): string => [12, 10, 6, 4, 0].map((shift, index) => (
    index % 2 ? VOWELS[(bits >> shift) & 3] : CONSONANTS[(bits >> shift) & 15])).join('');
  return [...crypto.getRandomValues(new Uint16Array(5))].map(spell).join('-');
}
