import { expect, test } from './support/fixtures.js';
import { acceptUntilLive, expectState, gateOf, openAsking, partOf, press } from './support/gate.js';
import { makePage } from './support/made-site.js';

const ca = { accept: 'Carrega la reunió de {name}', decline: 'No carreguis', live: 'Reunió en un servidor de {name}, {country}', settings: 'Reunions' };

test('a language of the owner’s own counts, in the gate, in the bar and in the settings; what it lacks is English', async ({ page, context, foreign }) => {
  await openAsking(page, await makePage(context, { config: { messages: { ca } }, body: '<div lang="ca-ES"><div id="box" data-jitsi-room="secret-room-x8k2pq9z"></div></div>' }));
  await expect(partOf(page, 'accept')).toHaveText('Carrega la reunió de Example GmbH');
  await expect(gateOf(page).locator('section')).toHaveAttribute('lang', 'ca-ES');
  await expect(gateOf(page)).toContainText('Taking part in this meeting');
  await foreign.expectSilence();
  await acceptUntilLive(page);
  await expect(partOf(page, 'heading')).toHaveText('Reunió en un servidor de Example GmbH, Alemanya');
  await press(page, 'withdraw');
  await expectState(page, 'asking');
});

test('a language of the owner’s own has the texts of rarer facts as well', async ({ page, context }) => {
  await openAsking(page, await makePage(context, { config: { basis: 'requested-service', messages: { ca } }, body: '<div lang="ca"><div id="box" data-jitsi-room="secret-room-x8k2pq9z"></div></div>' }));
  await expect(partOf(page, 'accept')).toHaveText('Start the meeting');
  await expect(partOf(page, 'decline')).toHaveText('No carreguis');
});

test('a language that nobody has is not shown in part', async ({ page, context }) => {
  await openAsking(page, await makePage(context, { config: { messages: { ca } }, body: '<div lang="cy"><div id="box" data-jitsi-room="secret-room-x8k2pq9z"></div></div>' }));
  await expect(partOf(page, 'accept')).toHaveText('Load meeting from Example GmbH');
});
