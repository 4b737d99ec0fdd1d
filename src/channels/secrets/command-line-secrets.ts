import { type FoundSecret, findBy } from './found-secret.js';

const FINDERS = [
  // `curl -u name:password`, as API documents show it.
  findBy('password', /(?<!\S)(?:-u|--user)[ =]["']?(?<secret>[^\s"':]{1,200}:[^\s"']{0,400})/g),
  findBy('password', /(?<!\S)--(?:password|passwd|pass|pwd)[ =]["']?(?<secret>[^\s"'<-][^\s"']{3,400})/gi),
  findBy(
    'token',
    /(?<!\S)--(?:(?:auth-?)?token|api-?key|secret)[ =]["']?(?<secret>[^\s"'<-][^\s"']{5,400})/gi,
    hasDigit,
  ),
  // `mysql -u root -ppassword`; `sshpass -p password`, `docker login -u ana -p password`.
  findBy(
    'password',
    /(?<![\w-])(?:mysql(?:dump|admin)?|mariadb)(?=\s)(?:(?!\s-p)[^\n]){0,120}\s-p["']?(?<secret>[^\s"'<-][^\s"']{3,100})/g,
  ),
  findBy(
    'password',
    /(?<![\w-])(?:sshpass|redis-cli|(?:docker|podman|helm|az) login)(?=\s)(?:(?!\s-[pa]\s)[^\n]){0,120}\s-[pa]\s["']?(?<secret>[^\s"'<-][^\s"']{3,100})/g,
  ),
];

/** What stands in pasted commands: log-ins, passwords and tokens behind the options that take them. */
export function commandLineSecrets(text: string): readonly FoundSecret[] {
  return text.includes('-') ? FINDERS.flatMap((find) => find(text)) : [];
}

function hasDigit(value: string): boolean {
  return /\d/.test(value);
}
