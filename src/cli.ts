#!/usr/bin/env node
import { Command } from 'commander';
import { SHIPPED_DEPLOYMENT } from './bot/config.js';
import { fail } from './commands/fail.js';
import { falseAnswerBudget } from './commands/false-answer-budget.js';
import { loadEnvFile } from './commands/load-env-file.js';
import { print, printError } from './commands/print.js';

try {
  loadEnvFile('.env', process.env);
} catch (error) {
  fail(error);
}

// Each command loads what it needs when it is called: the parsers of an import, Bot Framework for a server.
const knowledge = ['--knowledge <dir>', 'another knowledge base, laid out as <dir>/<language>/articles/*.md'] as const;
const folder = (given: string | undefined) => given ?? process.env.KNOWLEDGE_DIR ?? SHIPPED_DEPLOYMENT;
/** The server reads its settings from the environment; an option wins over it. */
const environment = (given: string | undefined) =>
  given === undefined ? process.env : { ...process.env, KNOWLEDGE_DIR: given };

const program = new Command('passerelle')
  .description(
    'A support chatbot that answers from your help centre, walks through the steps and hands over to a person',
  )
  .configureOutput({ writeOut: print, writeErr: printError })
  .showHelpAfterError();

program
  .command('serve')
  .description('serve the bot over HTTP (settings: see .env.example)')
  .option(...knowledge)
  .action(async (options) => (await import('./commands/serve.js')).serve(environment(options.knowledge)));

program
  .command('talk')
  .description('chat in the terminal, with the same dialogs')
  .option(...knowledge)
  .option('--language <lng>', 'the language to begin in')
  .action(async (options) =>
    (await import('./commands/talk.js')).talk(environment(options.knowledge), options.language),
  );

program
  .command('demo')
  .description('a guided tour: questions, a failing check, the fix, a passing check; nothing is asked, nothing is kept')
  .option('--language <lng>', 'fr or en', process.env.LANG)
  .option('--pause', 'wait for Enter between the scenes')
  .action(async (options) => (await import('./commands/demo.js')).demo(options.language, Boolean(options.pause)));

program
  .command('ask')
  .argument('<question>')
  .description('what a question means, and why')
  .option(...knowledge)
  .option('--language <lng>', 'the language of the conversation', 'fr')
  .option('--json', 'one JSON object on stdout, with every reason')
  .action(async (question, options) =>
    (await import('./commands/ask.js')).ask(
      question,
      folder(options.knowledge),
      options.language,
      Boolean(options.json),
      { falseAnswerBudget: falseAnswerBudget(process.env) },
    ),
  );

program
  .command('evaluate')
  .argument('<file>', 'JSONL: {"text", "language", "expect"} a line')
  .description('how many of the questions in a file are understood')
  .option(...knowledge)
  .option('--json', 'one JSON object on stdout, nothing else')
  .option('--baseline <file>', 'what --json printed before: name what has changed, end with 1 on a loss')
  .action(async (file, options) =>
    (await import('./commands/evaluate-file.js')).evaluateFile(
      file,
      folder(options.knowledge),
      Boolean(options.json),
      options.baseline,
      { falseAnswerBudget: falseAnswerBudget(process.env) },
    ),
  );

program
  .command('train')
  .argument('<question>', 'as a customer typed it')
  .description('teach the help centre a question: shows what changes, and keeps it after a yes')
  .option(...knowledge)
  .option('--article <id>', 'it asks for this article')
  .option('--check <id>', 'it asks for this check')
  .option('--outside [topic]', 'it must not be answered; without a topic the one that fits')
  .option('--not-for <article>', 'it sounds like this article, which does not answer it')
  .option('--draft <title>', 'a new article answers it; its text comes from --text')
  .option('--text <file>', 'Markdown, the answer in short first; - reads standard input')
  .option('--language <lng>', 'the language that it is in, unless its words tell')
  .option('--author <name>', 'whom the regression file names')
  .option('--yes', 'keep it without asking')
  .option('--patch', 'write nothing, print a patch for git')
  .action(async (question, options) =>
    (await import('./commands/train.js')).train(
      question,
      { ...options, yes: Boolean(options.yes), patch: Boolean(options.patch) },
      environment(options.knowledge),
    ),
  );

program
  .command('untrain')
  .argument('[lesson]', 'the number that train told; without it the last one')
  .description('take back what was taught; what was changed since stays')
  .option(...knowledge)
  .action(async (lesson, options) =>
    (await import('./commands/train.js')).untrain(lesson, environment(options.knowledge)),
  );

program
  .command('lint')
  .description('check the knowledge base and the sentences in every language')
  .option(...knowledge)
  .option('--strict', 'advice counts like an error')
  .option('--all', 'each piece of advice for each file')
  .action(async (options) =>
    (await import('./commands/lint.js')).lint(folder(options.knowledge), {
      isStrict: Boolean(options.strict),
      all: Boolean(options.all),
    }),
  );

program
  .command('check')
  .argument('<dir>', 'the folder of a help centre')
  .description('all that must hold before a change goes live: content, regression questions, collisions, links')
  .option('--online', 'follow the links, too')
  .option('--strict', 'advice counts like an error')
  .option('--junit <file>', 'write the outcome as JUnit XML')
  .action(async (dir, options) =>
    (await import('./commands/check-help-centre.js')).checkHelpCentre(dir, {
      isStrict: Boolean(options.strict),
      online: Boolean(options.online),
      junit: options.junit,
      falseAnswerBudget: falseAnswerBudget(process.env),
    }),
  );

program
  .command('probe')
  .description(
    'whether links, films and sources of the articles are still there, and an account still reads as the checks expect',
  )
  .option(...knowledge)
  .action(async (options) => (await import('./commands/probe.js')).probe(environment(options.knowledge)));

program
  .command('prepare', { hidden: true })
  .description('read the shipped knowledge base and build its index, for a quick start (the build does it)')
  .action(async () => (await import('./bot/knowledge/open-knowledge.js')).prepareKnowledge());

program
  .command('new')
  .argument('<dir>')
  .description('write a help centre to start from: settings, a first article, questions that test it')
  .option('--language <lng...>', 'its languages', ['en'])
  .action(async (dir, options) => (await import('./commands/new-help-centre.js')).newHelpCentre(dir, options.language));

program
  .command('new-language')
  .argument('<language>', 'its code: it, pt-BR')
  .description(
    'write what a help centre needs to speak a language of its own: every sentence, in English, to be translated',
  )
  .option('--knowledge <dir>', 'the folder of the help centre', process.env.KNOWLEDGE_DIR ?? '.')
  .action(async (language, { knowledge }) =>
    (await import('./commands/new-language.js')).newLanguage(knowledge, language),
  );

program
  .command('dev')
  .argument('<dir>', 'the folder of a help centre')
  .description('serve a help centre while it is written, with a page for trying questions')
  .action(async (dir) => (await import('./commands/dev.js')).dev(dir, process.env));

program
  .command('import')
  .argument('<source>', 'a folder of Markdown or MDX')
  .description('bring a help centre into a folder of articles; what was edited there by hand stays')
  .option('--into <dir>', 'the folder to write', process.env.KNOWLEDGE_DIR ?? 'help-centre')
  .option('--language <lng>', 'the language of pages that do not say theirs; those in others are left out')
  .option('--site <address>', 'where the pages are public: links and pictures lead there')
  .option('--private', 'the site is on your own network')
  .option('--dry-run', 'say what would come of it, write nothing')
  .action(async (source, options) => {
    const { importHelpCentre } = await import('./commands/import-help-centre.js');
    const { into, language, site } = options;
    return importHelpCentre(
      source,
      { into, language, site, dryRun: Boolean(options.dryRun), mayBePrivate: Boolean(options.private) },
      process.env,
    );
  });

program
  .command('cases')
  .description('the hand-off cases that customers left, newest first')
  .option('--json', 'as JSON, transcripts included')
  .action(async (options) => (await import('./commands/cases.js')).cases(process.env, Boolean(options.json)));

program
  .command('answer')
  .argument('<reference>', 'of a case: P-7F3K-2QMA')
  .argument('<text...>')
  .description('answer a case in the conversation that it came from; the running server delivers it')
  .action(async (reference, words) => (await import('./commands/answer.js')).answer(process.env, reference, words));

program
  .command('week')
  .description('the figures of the last whole week: what was asked, what came of it, what nobody could answer')
  .option('--json', 'one JSON object on stdout, nothing else')
  .option('--language <lng>', 'fr, en, de or es; else that of HANDOFF_FILE')
  .action(async (options) =>
    (await import('./commands/week.js')).week(process.env, {
      asJson: Boolean(options.json),
      language: options.language,
    }),
  );

program
  .command('forget')
  .description('show, export or delete what is kept of a customer who asks for it')
  .option('--case <reference>', 'who left this case')
  .option('--email <address>', 'who left cases with this address')
  .option('--conversation <key>', 'one conversation, as the log names it: directline|…')
  .option('--with-cases', 'hand-off cases go, too')
  .option('--export', 'print everything as JSON, delete nothing')
  .option('--yes', 'delete it')
  .action(async ({ withCases, yes, ...options }) =>
    (await import('./commands/forget.js')).forget(
      { ...options, withCases: Boolean(withCases), export: Boolean(options.export), yes: Boolean(yes) },
      process.env,
    ),
  );

program
  .command('copy')
  .requiredOption('--to <url>', 'postgres://user:password@host/database, an empty one')
  .description('move what is kept in DATA_DIR into the database of a server (docs/operating.md)')
  .action(async (options) => (await import('./commands/copy.js')).copy(process.env, options.to));

program
  .command('test-handoff')
  .argument('[destination]', 'one of HANDOFF_FILE; without it all of them')
  .description('send a test case to where hand-offs go, and say what came back')
  .action(async (destination) => (await import('./commands/test-handoff.js')).testHandoff(process.env, destination));

// `… | head` closes the pipe early: nothing to complain about.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

program.parseAsync().catch(fail);
