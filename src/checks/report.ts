/** What was found about one topic, in words. */
export interface ReportRow {
  readonly state: 'ok' | 'problem' | 'unknown';
  /** The state as a sign and as a word: nobody has to tell colours apart. */
  readonly sign: string;
  readonly word: string;
  readonly title: string;
  /** Markdown: bold, lists and links; names from the account are escaped. */
  readonly text: string;
}

/** What the checks found, written out in the customer's language. There is no key in it. */
export interface Report {
  readonly title: string;
  /** Markdown, as in the rows. */
  readonly intro: string;
  /** The language of all words in it: `fr`. */
  readonly language: string;
  readonly rows: readonly ReportRow[];
  readonly footer: string;
  /** When the account was looked at: ISO time. */
  readonly at: string;
  /** The zone in which all times are told, as `Europe/Paris`; what an older version stored has none and is told in UTC. */
  readonly timeZone?: string;
}

/** Where reports wait for whoever was given the link. */
export interface ReportShelf {
  /**
   * `token` is the only way to the report and cannot be guessed; `expiresAt` is an ISO time.
   *
   * @param conversation with which it goes when that is deleted
   */
  put(report: Report, conversation: string): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** Undefined for a token that is not known or has expired: nobody can tell which. */
  get(token: string): Promise<Report | undefined>;
  forgetExpired(): Promise<void>;
}
