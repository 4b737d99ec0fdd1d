import { understandTyped } from '../../dialogs/routing/understand.js';
import type { Knowledge } from '../../knowledge/articles/load-knowledge.js';
import { loadKnowledge } from '../../knowledge/articles/load-knowledge.js';
import { applyLesson, type LessonPlace } from '../../training/apply-lesson.js';
import { articlePaths } from '../../training/article-paths.js';
import { keepLesson } from '../../training/keep-lesson.js';
import { knowledgeWith } from '../../training/knowledge-with.js';
import { previewLesson } from '../../training/preview-lesson.js';
import { QUESTIONS_FILE, readQuestionLines } from '../../training/questions-file.js';
import type { Teacher } from '../../training/teacher.js';
import { openTeachingFolder } from '../../training/teaching-folder.js';
import { undoLesson } from '../../training/undo-lesson.js';
import { PRODUCT_FOLDER } from '../config.js';
import type { KnowledgeService } from '../knowledge/knowledge-service.js';
import { proposeChange } from './propose-change.js';

interface TeacherOptions {
  readonly folder: string;
  readonly service: Pick<KnowledgeService, 'knowledge' | 'understanding' | 'trial'>;
  readonly now: () => Date;
  /** Resolves after that many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly pause: () => Promise<void>;
  /** A program that is given each change as a patch, instead of the folder being written. */
  readonly command?: string | undefined;
  /** Whether the folder may be written at all. */
  readonly mayWrite?: boolean;
}

/** What operators teach, written into the folder of the knowledge base, or given as a patch to a program of theirs. */
export function openTeacher(options: TeacherOptions): Teacher {
  const { folder, service, now, wait, pause, command, mayWrite = true } = options;
  const teaching = openTeachingFolder(folder, wait);
  let product: Promise<Knowledge> | undefined;
  const loadProduct = () => {
    product ??= loadKnowledge(PRODUCT_FOLDER);
    return product;
  };
  const place = async (read: LessonPlace['read']): Promise<LessonPlace> => {
    const inherited = [...(await loadProduct()).intents.values()];
    return {
      read,
      articlePaths: await articlePaths(folder),
      languages: service.knowledge.languages,
      ofProduct: {
        topics: new Set(inherited.flatMap(({ outside }) => outside.map(({ topic }) => topic))),
        commands: new Set(inherited.flatMap(({ commands }) => Object.keys(commands))),
      },
    };
  };
  const day = () => now().toISOString().slice(0, 10);
  return {
    async source(article, language) {
      const path = (await articlePaths(folder)).get(`${language}/${article}`);
      return path === undefined ? undefined : teaching.read(path);
    },
    async preview(lesson) {
      const applied = await applyLesson(lesson, await place((path) => teaching.read(path)), {
        author: '',
        date: day(),
      });
      if (applied.kind !== 'applied') return applied;
      const knowledge = knowledgeWith(service.knowledge, await loadProduct(), applied.changes);
      const read = readQuestionLines(QUESTIONS_FILE, (await teaching.read(QUESTIONS_FILE)) ?? '');
      const [before, after] = [service.understanding, await service.trial(knowledge, pause)].map(understandTyped);
      if (!before || !after) throw new Error('two understandings are compared');
      const preview = await previewLesson(lesson, {
        knowledge: service.knowledge,
        questions: read.kind === 'loaded' ? read.value : [],
        before: before.verdict,
        after: after.verdict,
        pause,
      });
      return { kind: 'preview', ...preview };
    },
    async keep(lesson, author) {
      const at = now().toISOString().replace(/\D/g, '');
      const signed = { author, date: day(), at };
      const kept = await keepLesson(lesson, place, teaching, {
        ...signed,
        mayWrite: mayWrite && command === undefined,
      });
      return kept.kind === 'patch' && command !== undefined ? proposeChange(command, kept, { author, lesson }) : kept;
    },
    patch: (lesson, author) => keepLesson(lesson, place, teaching, { author, date: day(), at: '', mayWrite: false }),
    undo: (id) => undoLesson(teaching, id),
  };
}
