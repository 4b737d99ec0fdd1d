import type { Choice, Reply } from '../../channels/reply.js';
import type { DialogDeps } from '../dialog-deps.js';
import type { Given } from '../dialog-start.js';
import type { Next } from '../guides/answer-dialog.js';
import { because } from '../phrases/because.js';
import { intentChoice, person, resumeChoices, topics } from '../phrases/choices.js';
import { teamName } from '../phrases/team-name.js';
import type { Words } from '../phrases/words.js';
import type { Turn } from '../turn.js';
import { type Step, waterfall } from '../waterfall.js';

/** How many example questions the welcome offers (rule 2). */
const EXAMPLES = 3;
/** How many articles the list of topics shows. */
const TOPICS = 8;

/** Says who we are, what we can do, and three questions to begin with (rules 1 to 4). */
export function welcomeDialog({ library, team }: DialogDeps) {
  const greet = async ({ given, turn, finish }: Step<Given<'welcome'>, undefined, Next>) => {
    const t = turn.words();
    const language = turn.language();
    turn.answered({ greeted: true });
    const name = teamName(team, t);
    if (given.scope === 'group') {
      await turn.say({ kind: 'text', text: t('welcome.group', { team: name }), choices: [topics(t), person(t)] });
      return finish(undefined);
    }
    const examples = library
      .list(language)
      .flatMap(({ featured }) => (featured ? [featured] : []))
      .sort((a, b) => a.order - b.order)
      .slice(0, EXAMPLES)
      .map(({ question }): Choice => ({ label: question, action: { kind: 'ask', question } }));
    const text = t(`welcome.${given.tone}`, { team: name });
    const resume = resumeChoices(turn.memory(), library, t, language);
    await turn.say({ kind: 'text', text, choices: [...resume, ...examples, person(t)] });
    return finish(undefined);
  };
  return waterfall<Given<'welcome'>, Next>('welcome').step(greet).build();
}

/** Thanks, goodbye, help and the like: a sentence, and always a way on (rule 9). */
export function smallTalkDialog({ library, team, accounts, retentionDays }: DialogDeps) {
  const say = async ({ given, turn, finish }: Step<Given<'small'>, undefined, Next>) => {
    const t = turn.words();
    const text = {
      help: () => t('help.text', { team: teamName(team, t) }),
      thanks: () => t('small.thanks'),
      goodbye: () => t('small.goodbye'),
      privacy: () => privacy(t),
      empty: () => t('unknown.empty'),
      'nothing-to-resume': () => t('steps.nothing'),
    }[given.what]();
    // The list of topics brings the buttons under a help text.
    if (given.what === 'help') {
      await turn.say({ kind: 'text', text });
      return finish({ dialog: 'topics' });
    }
    if (given.what === 'goodbye' && (await accounts?.keys.forget(turn.conversation))) {
      await turn.say({ kind: 'text', text: t('look.forgotten') });
    }
    if (given.what === 'empty') turn.fellBack();
    await turn.say(onward(text, turn));
    return finish(undefined);
  };

  const privacy = (t: Words) => {
    const name = teamName(team, t);
    const kept = [
      ...(accounts ? [t('privacy.key', { minutes: accounts.keptMinutes })] : []),
      t('privacy.conversation', { days: retentionDays, team: name }),
      t('privacy.questions'),
    ];
    return [t('privacy.intro'), kept.join('\n'), t('privacy.rights', { team: name })].join('\n\n');
  };

  const onward = (text: string, turn: Turn): Reply => ({
    kind: 'text',
    text,
    choices: [
      ...resumeChoices(turn.memory(), library, turn.words(), turn.language()),
      topics(turn.words()),
      person(turn.words()),
    ],
  });

  return waterfall<Given<'small'>, Next>('small').step(say).build();
}

/** The list of what can be asked. */
export function topicsDialog({ library, accounts, elsewhere }: DialogDeps) {
  const list = async ({ turn, finish }: Step<Given<'topics'>, undefined, Next>) => {
    const t = turn.words();
    const language = turn.language();
    const articles = library
      .list(language)
      .slice(0, TOPICS)
      .flatMap(({ id }) => intentChoice(id, library, language));
    const resume = resumeChoices(turn.memory(), library, t, language);
    const isBoth = elsewhere.teamsChat !== undefined && turn.scope === 'personal';
    const away = isBoth ? intentChoice('carry', library, language) : [];
    const everything = accounts ? intentChoice('check:all', library, language) : [];
    await turn.say({
      kind: 'text',
      text: t('help.topics'),
      choices: [...resume, ...articles, ...everything, ...away, person(t)],
    });
    return finish(undefined);
  };
  return waterfall<Given<'topics'>, Next>('topics').step(list).build();
}

/** "Why this answer?": the reasons of the last one, in words. */
export function whyDialog({ library }: DialogDeps) {
  const explain = async ({ turn, finish }: Step<Given<'why'>, undefined, Next>) => {
    const t = turn.words();
    const memory = turn.memory();
    const title = memory.because && library.titleOf(memory.because.article, turn.language());
    // What the customer chose from a list needs no reasons of ours.
    const without = t(memory.topic === undefined ? 'why.nothing' : 'why.wrong');
    const text = memory.because && title ? because(memory.because, title, t) : without;
    await turn.say({
      kind: 'text',
      text,
      choices: [...resumeChoices(memory, library, t, turn.language()), topics(t), person(t)],
    });
    return finish(undefined);
  };
  return waterfall<Given<'why'>, Next>('why').step(explain).build();
}
