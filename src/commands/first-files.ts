import type { Article } from '../knowledge/articles/article.js';

interface Sample {
  readonly title: string;
  /** As customers ask: the first ones are learned, the last is for the test alone. */
  readonly questions: readonly [string, string, string, string, string, string];
  readonly body: string;
  readonly welcome: string;
}

/** A first article in the languages of the product; any other begins in English. */
const ENGLISH: Sample = {
  title: 'Change your password',
  questions: [
    'how do I change my password',
    'new password',
    'my password is too old',
    'set another password',
    'I want to choose a different password',
    'where can I change the password',
  ],
  body: 'You change your password in your profile. It counts at once, on every device.\n\n> [!WARNING]\n> You are signed out everywhere else.\n\n1. Open **Profile > Security**.\n2. Choose **Change password** and type the old one and the new one.\n3. Choose **Save**.\n',
  welcome: 'Hello! What would you like to know?',
};
const SAMPLES: Readonly<Record<string, Sample>> = {
  en: ENGLISH,
  fr: {
    title: 'Changer votre mot de passe',
    questions: [
      'comment changer mon mot de passe',
      'nouveau mot de passe',
      'mon mot de passe est trop vieux',
      'mettre un autre mot de passe',
      'je veux choisir un mot de passe différent',
      'où changer le mot de passe',
    ],
    body: 'Vous changez votre mot de passe dans votre profil. Il vaut aussitôt, sur tous vos appareils.\n\n> [!WARNING]\n> Vous êtes déconnecté partout ailleurs.\n\n1. Ouvrez **Profil > Sécurité**.\n2. Choisissez **Changer le mot de passe**, puis tapez l’ancien et le nouveau.\n3. Choisissez **Enregistrer**.\n',
    welcome: 'Bonjour ! Que voulez-vous savoir ?',
  },
  de: {
    title: 'Ihr Passwort ändern',
    questions: [
      'wie ändere ich mein Passwort',
      'neues Passwort',
      'mein Passwort ist zu alt',
      'ein anderes Passwort setzen',
      'ich möchte ein anderes Passwort wählen',
      'wo kann ich das Passwort ändern',
    ],
    body: 'Sie ändern Ihr Passwort in Ihrem Profil. Es gilt sofort, auf allen Geräten.\n\n> [!WARNING]\n> Überall sonst werden Sie abgemeldet.\n\n1. Öffnen Sie **Profil > Sicherheit**.\n2. Wählen Sie **Passwort ändern** und tippen Sie das alte und das neue ein.\n3. Wählen Sie **Speichern**.\n',
    welcome: 'Guten Tag! Was möchten Sie wissen?',
  },
  es: {
    title: 'Cambiar su contraseña',
    questions: [
      'cómo cambio mi contraseña',
      'contraseña nueva',
      'mi contraseña es demasiado vieja',
      'poner otra contraseña',
      'quiero elegir una contraseña diferente',
      'dónde se cambia la contraseña',
    ],
    body: 'Cambia su contraseña en su perfil. Vale al instante, en todos sus dispositivos.\n\n> [!WARNING]\n> Se cierra la sesión en todos los demás sitios.\n\n1. Abra **Perfil > Seguridad**.\n2. Elija **Cambiar contraseña** y escriba la antigua y la nueva.\n3. Elija **Guardar**.\n',
    welcome: '¡Hola! ¿Qué quiere saber?',
  },
};

/**
 * What a help centre of a team's own starts from, by path.
 * @param articles some that are there already: the first questions are theirs, and no sample is written
 */
export function firstFiles(languages: readonly string[], articles: readonly Article[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['.env', settings(languages)],
    ['.gitignore', '.data/\n'],
    ['website.html', WEBSITE],
  ]);
  for (const language of articles.length > 0 ? [] : languages) {
    const sample = SAMPLES[language] ?? ENGLISH;
    const [featured, ...rest] = sample.questions.slice(0, 5);
    const questions = [featured, ...rest].map((question) => `  - ${question}\n`).join('');
    files.set(
      `${language}/articles/change-password.md`,
      `---\ntitle: ${sample.title}\nquestions:            # how customers ask for it: the more, the better\n${questions}featured: { order: 1, question: ${featured} }   # stands among the examples of the welcome\n---\n${sample.body}`,
    );
    if (language in SAMPLES)
      files.set(`${language}/deployment.json`, `${JSON.stringify({ welcome: { first: sample.welcome } }, null, 2)}\n`);
  }
  files.set('questions.jsonl', firstQuestions(languages, articles));
  return files;
}

/** Five questions that `passerelle evaluate` asks, one of which must not be answered. */
function firstQuestions(languages: readonly string[], articles: readonly Article[]): string {
  const [language = 'en'] = languages;
  const own =
    articles.length > 0
      ? articles.map(({ title, language: lng, id }) => ({ text: title, language: lng, expect: id }))
      : (SAMPLES[language] ?? ENGLISH).questions
          .slice(2)
          .map((text) => ({ text, language, expect: 'change-password' }));
  const others = { text: 'what is the weather tomorrow', language: 'en', expect: 'none' };
  return [...own.slice(0, 4), { ...others, language: articles[0]?.language ?? language }]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

const settings = (
  languages: readonly string[],
) => `# The settings of this help centre. passerelle dev reads them here; so does a command that runs in this folder. Every setting there
# is: .env.example of Passerelle. A line that begins with # is a comment: take the sign away to set it.

# Languages are the folders of this one: ${languages.join(', ')}. Another one is another folder, with the same articles.

# What the bot calls your team; without it "our support team". The address is given when a hand-off cannot be stored.
# TEAM_NAME=Bakery
# TEAM_EMAIL=help@bakery.example

# The welcome: its first words are welcome.first in <language>/deployment.json; its examples are the articles with a line
# "featured: { order: 1, question: How do I …? }".

# Colours, words and corner of the widget are attributes of its line on your page: see website.html.

# Which share of questions that you do not answer may be answered by mistake: lower refuses more.
# FALSE_ANSWER_BUDGET=0.03

# Hand-off: "passerelle cases" lists what customers left, "passerelle answer" answers. Days after which conversations are forgotten:
# RETENTION_DAYS=30
# TIME_ZONE=Europe/Paris

# Where it listens, where it keeps its state, and these articles.
# PORT=3978
DATA_DIR=.data
KNOWLEDGE_DIR=.

# In production: where customers find it, and on which sites the widget stands.
# NODE_ENV=production
# PUBLIC_URL=https://bot.bakery.example
# WEB_ORIGINS=https://bakery.example
`;

const WEBSITE = `<!-- The widget on your own page is this one line; every attribute: docs/widget.md. -->
<script src="http://localhost:3978/widget.js" data-accent="#7a3e9d" data-position="right" async></script>
`;
