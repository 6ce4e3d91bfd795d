import { describe, expect, it } from 'vitest';
import { CRITERIA, QUESTIONS } from '../../src/desk/screening-questions.js';
import { screen, screeningMarkdown } from '../../src/desk/screening.js';

const allNo = Object.fromEntries(QUESTIONS.map(({ id }) => [id, false]));

describe('the screening', () => {
  it('asks about 25 questions, each once, and every criterion is asked about', () => {
    expect(QUESTIONS).toHaveLength(25);
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(25);
    const asked = QUESTIONS.flatMap(({ criteria }) => criteria.map(String));
    expect([...new Set(asked)].toSorted()).toEqual(CRITERIA.map(String).toSorted());
  });

  it.each([
    ['nothing', [], 'document'],
    ['what meets no criterion', ['public-server', 'no-contract'], 'document'],
    ['one criterion', ['staff'], 'recommended'],
    ['one criterion, twice', ['staff', 'children'], 'recommended'],
    ['two criteria', ['staff', 'interviews'], 'required in most cases'],
    ['two criteria by one yes', ['patients'], 'required in most cases'],
    ['a case of Art. 35(3)', ['public-area'], 'required'],
  ])('%s', (_, yes, result) => {
    const answers = { ...allNo, ...Object.fromEntries(yes.map((id) => [id, true])) };
    expect(screen(answers).result).toBe(result);
    expect(screeningMarkdown(answers)).toContain(`Result: **${result}**`);
  });

  it('names what is met, gives the advice of each yes, and says what was not answered', () => {
    const found = screen({ recorded: true, staff: false });
    expect(found.criteria).toEqual([3, 4]);
    expect(found.advice.map(({ id }) => id)).toEqual(['recorded']);
    expect(found.unanswered).toHaveLength(23);
    expect(screeningMarkdown({ recorded: true })).toMatch(/24 questions are not answered; the result may be too low[^]*3\. systematic monitoring[^]*Are meetings recorded\?\n {2}- ask everybody/);
  });

  it('never says that anything is compliant, and is no legal advice', () => {
    for (const answers of [{}, allNo, Object.fromEntries(QUESTIONS.map(({ id }) => [id, true]))]) {
      const text = screeningMarkdown(answers);
      expect(text).not.toMatch(/complian|lawful|legal[^ ]* safe/i);
      expect(text).toContain('no legal advice');
      expect(text).toContain('Art. 35(4)');
    }
  });

  it('takes nothing for an answer that an object has from elsewhere', () => {
    expect(screen(Object.create({ patients: true }) as Record<string, boolean>).result).toBe('document');
  });
});
