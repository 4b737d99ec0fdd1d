import { chatFrame, openChat } from './chat-frame';
import { openVisits } from './open-visits';

const visits = openVisits();

it('answers a question with the article, its source and its date, and takes the customer through the steps', async () => {
  const { chat, picture } = await visits.open();
  await chat.frame.getByRole('banner').getByText('Assistant automatique').waitFor();
  await picture('welcome');
  await chat.say('comment désactiver les déclencheurs ?');
  await chat.hear('Mis à jour le');
  await picture('answer');
  await chat.click('Étape par étape');
  await chat.hear(/^Étape 1 sur/);
  await picture('step');
  await chat.click('Suivant');
  await chat.hear(/^Étape 2 sur/);
  await chat.click('Précédent');
  await chat.log
    .getByText(/^Étape 1 sur/)
    .nth(1)
    .waitFor();
  await picture('steps');
});

it('goes on after a reload in the middle of the steps, and on another page', async () => {
  const { chat, page } = await visits.open();
  await chat.say('comment désactiver les déclencheurs ?');
  await chat.click('Étape par étape');
  await chat.hear(/^Étape 1 sur/);
  await page.reload();
  await chat.hear(/^Étape 1 sur/);
  expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
  await chat.click('Suivant');
  await chat.hear(/^Étape 2 sur/);
  await page.goto(`${visits.base()}/widget/test?lng=fr&accent=%23a3e635`);
  await chat.hear(/^Étape 2 sur/);
  expect(await chat.log.getByText('comment désactiver les déclencheurs ?', { exact: true }).count()).toBe(1);
});

it('shows the same conversation in two tabs', async () => {
  const { chat, context } = await visits.open();
  const other = await context.newPage();
  const second = await openChat(other, `${visits.base()}/widget/test?lng=fr`);
  await second.hear('Bonjour');
  await chat.say('où trouver ma clé api ?');
  await second.hear('Mis à jour le');
  expect(await second.log.getByText('où trouver ma clé api ?', { exact: true }).count()).toBe(1);
});

it('says that it is offline, and sends when it is back', async () => {
  const { chat, context } = await visits.open();
  await context.setOffline(true);
  await chat.say('où trouver ma clé api ?');
  await chat.frame.getByText('Connexion perdue').waitFor();
  await context.setOffline(false);
  await chat.hear('Mis à jour le');
  expect(await chat.log.getByText('Mis à jour le').count()).toBe(1);
});

it('hands over to a person who types name and address', async () => {
  const { chat } = await visits.open();
  await chat.say('je veux parler à un conseiller');
  await chat.say('Ana <b>Ruiz</b>');
  await chat.say('ana@example.org');
  await chat.click('Envoyer');
  await chat.hear(/P-\w{4}-\w{4}/);
});

it('hands over to a person who fills the form, which says what is wrong and keeps what was typed', async () => {
  const { chat, picture } = await visits.open();
  await chat.click('Parler à une personne');
  const [name, email] = [chat.frame.getByLabel('Votre nom'), chat.frame.getByLabel('Votre adresse e-mail')];
  expect(await name.getAttribute('autocomplete')).toBe('name');
  expect(await email.getAttribute('autocomplete')).toBe('email');
  await name.fill('Ana Ruiz');
  await name.press('Enter');
  await chat.frame.locator('#contact-email:focus[aria-invalid=true]').waitFor();
  await email.fill('ana');
  await email.press('Enter');
  await chat.frame.getByText('Cette adresse est incomplète').waitFor();
  await picture('form-wrong');
  // The browser lets it pass, the server does not.
  await email.fill('ana@example');
  await email.press('Enter');
  await chat.hear('Je ne reconnais pas d’adresse'.replace('’', "'"));
  expect([await name.inputValue(), await email.inputValue()]).toEqual(['Ana Ruiz', 'ana@example']);
  await chat.frame.locator('#contact-email[aria-invalid=true]').waitFor();
  await email.fill('ana@example.org');
  await email.press('Enter');
  await chat.hear('Ana Ruiz, ana@example.org');
  await chat.click('Envoyer');
  await picture('handoff');
  await chat.hear(/P-\w{4}-\w{4}/);
  await picture('handoff-sent');
});

it('takes what a customer thinks of an answer by clicks', async () => {
  const { chat } = await visits.open();
  await chat.say('comment désactiver les déclencheurs ?');
  await chat.click('Étape par étape');
  for (let step = 2; step <= 7; step++) {
    await chat.click('Suivant');
    await chat.hear(new RegExp(`^Étape ${step} sur 7`));
  }
  await chat.click("C'est fait");
  await chat.click('Non');
  await chat.click('Mon écran est différent');
  await chat.log.getByRole('button', { name: 'Parler à une personne' }).last().waitFor();
});

it('works on a slow network: what is typed before the line stands is sent once, and answered once', async () => {
  const { context, page } = await visits.come();
  await page.goto(`${visits.base()}/widget/test?lng=fr`);
  const slow = { offline: false, latency: 400, downloadThroughput: 30_000, uploadThroughput: 10_000 };
  await (await context.newCDPSession(page)).send('Network.emulateNetworkConditions', slow);
  const chat = chatFrame(page);
  await chat.launcher.click();
  await chat.say('où trouver ma clé api ?');
  await chat.hear('Mis à jour le');
  expect(await chat.log.locator('.own').count()).toBe(1);
  for (const said of ["Bonjour ! Je suis l'assistant automatique", 'Mis à jour le'])
    expect([said, await chat.log.getByText(said).count()]).toEqual([said, 1]);
});

it('says when each line was said, to the eye and to machines', async () => {
  const { chat } = await visits.open();
  await chat.say('merci');
  await chat.hear(/^Avec plaisir/);
  const times = chat.log.locator('time');
  expect(await times.count()).toBe(await chat.log.locator('.line').count());
  expect(await times.last().getAttribute('datetime')).toMatch(/^2026-11-23T18:30:00/);
  expect(await times.last().isVisible()).toBe(true);
});

it('prints the conversation alone, dark or not', async () => {
  const { page, picture } = await visits.come({ colorScheme: 'dark' });
  await page.goto(`${visits.base()}/widget/chat?lng=fr`);
  await page.getByRole('button', { name: 'Comment désactiver les déclencheurs' }).click();
  await page.getByText('Mis à jour le').waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await picture('print');
  expect(await page.locator('button:visible, input:visible').count()).toBe(0);
  expect(await page.getByText('Vous :').isVisible()).toBe(true);
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
});

it('checks the practice account and shows the report', async () => {
  const { chat, picture } = await visits.open();
  await chat.say('suis-je prêt pour la migration ?');
  await chat.click(/Oui/);
  await chat.frame.locator('input[type=password]').waitFor();
  await picture('sign-in');
  await chat.click(/compte d'entraînement/);
  await chat.frame.locator('.report').waitFor();
  await picture('report');
});

it('suggests questions while the customer types, by keyboard', async () => {
  const { chat, picture } = await visits.open();
  await chat.input.pressSequentially('déclench');
  await chat.frame.getByRole('option').first().waitFor();
  await picture('suggestions');
  await chat.input.press('ArrowDown');
  expect(await chat.input.getAttribute('aria-activedescendant')).toBe('suggestion-0');
  await chat.input.press('Escape');
  await chat.frame.getByRole('option').first().waitFor({ state: 'detached' });
  await chat.input.pressSequentially('eurs');
  await chat.frame.getByRole('option').first().waitFor();
  await chat.input.press('ArrowDown');
  await chat.input.press('Enter');
  await chat.hear('Mis à jour le');
});
