/** What the practice page says. It is a tool beside the bot, so its words live with it. */
export interface PageWords {
  readonly title: string;
  readonly notReal: string;
  readonly choose: string;
  readonly accounts: Readonly<Record<string, string>>;
  readonly site: string;
  readonly key: string;
  readonly done: string;
  readonly back: string;
  readonly triggers: string;
  readonly agents: string;
  readonly inboxes: string;
  readonly fields: string;
  readonly email: string;
  readonly faults: string;
  readonly on: string;
  readonly off: string;
  readonly incomplete: string;
  readonly turnOn: string;
  readonly turnOff: string;
  readonly system: string;
  readonly manual: string;
  readonly everywhere: string;
  readonly fullTime: string;
  readonly partTime: string;
  readonly makeFullTime: string;
  readonly makePartTime: string;
  readonly invited: string;
  readonly expired: string;
  readonly accept: string;
  readonly inviteAgain: string;
  readonly name: string;
  readonly type: string;
  readonly options: string;
  readonly add: string;
  readonly remove: string;
  readonly noFault: string;
  readonly apply: string;
  readonly reset: string;
}

const EN: PageWords = {
  title: 'Practice account of Teamwork Desk',
  notReal: 'Nothing here is real: change what you like, then ask the assistant to check again.',
  choose: 'Choose an account',
  accounts: {
    'not-ready': 'Not ready: several things to fix',
    ready: 'Ready for the migration',
    new: 'New and empty: only the sample inbox',
    'non-admin': 'A key without admin rights',
    'legacy-key': 'A key of the wrong product',
    eu: 'A site in the EU',
    large: 'Large: 250 agents, 40 inboxes',
  },
  ...{ site: 'Site', key: 'API key (for practice only)', done: 'Saved.', back: 'All practice accounts' },
  ...{ triggers: 'Triggers', agents: 'Agents', inboxes: 'Inboxes', fields: 'Custom fields' },
  ...{ email: 'E-mail notifications', faults: 'When Desk has trouble' },
  ...{ on: 'on', off: 'off', incomplete: 'incomplete', turnOn: 'Turn on', turnOff: 'Turn off' },
  ...{ system: 'made by Desk', manual: 'by hand only', everywhere: 'all current and future inboxes' },
  ...{ fullTime: 'full time', partTime: 'part time', makeFullTime: 'Make full time', makePartTime: 'Make part time' },
  ...{ invited: 'invitation open', expired: 'invitation expired', accept: 'Accept the invitation' },
  ...{ inviteAgain: 'Invite again', name: 'Name', type: 'Type', options: 'Options, separated by commas' },
  ...{ add: 'Add', remove: 'Remove', noFault: 'No trouble', apply: 'Apply', reset: 'Start over' },
};

const FR: PageWords = {
  title: 'Compte d’entraînement Teamwork Desk',
  notReal: 'Rien n’est réel ici : modifiez ce que vous voulez, puis demandez à l’assistant de revérifier.',
  choose: 'Choisissez un compte',
  accounts: {
    'not-ready': 'Pas prêt : plusieurs points à corriger',
    ready: 'Prêt pour la migration',
    new: 'Nouveau et vide : seulement la boîte d’exemple',
    'non-admin': 'Une clé sans droits d’administration',
    'legacy-key': 'Une clé du mauvais produit',
    eu: 'Un site dans l’UE',
    large: 'Grand : 250 agents, 40 boîtes de réception',
  },
  ...{
    site: 'Site',
    key: 'Clé API (pour l’entraînement seulement)',
    done: 'Enregistré.',
    back: 'Tous les comptes d’entraînement',
  },
  ...{ triggers: 'Déclencheurs', agents: 'Agents', inboxes: 'Boîtes de réception', fields: 'Champs personnalisés' },
  ...{ email: 'Notifications par e-mail', faults: 'Quand Desk a des ennuis' },
  ...{ on: 'activé', off: 'désactivé', incomplete: 'incomplet', turnOn: 'Activer', turnOff: 'Désactiver' },
  ...{ system: 'créé par Desk', manual: 'à la main seulement', everywhere: 'toutes les boîtes, actuelles et futures' },
  ...{ fullTime: 'temps plein', partTime: 'temps partiel', makeFullTime: 'Passer à temps plein' },
  ...{ makePartTime: 'Passer à temps partiel', invited: 'invitation en attente', expired: 'invitation expirée' },
  ...{ accept: 'Accepter l’invitation', inviteAgain: 'Inviter à nouveau', name: 'Nom', type: 'Type' },
  ...{ options: 'Options, séparées par des virgules', add: 'Ajouter', remove: 'Supprimer', noFault: 'Aucun ennui' },
  ...{ apply: 'Appliquer', reset: 'Tout recommencer' },
};

const DE: PageWords = {
  title: 'Übungskonto von Teamwork Desk',
  notReal: 'Nichts hier ist echt: Ändern Sie, was Sie möchten, und lassen Sie den Assistenten erneut prüfen.',
  choose: 'Wählen Sie ein Konto',
  accounts: {
    'not-ready': 'Nicht bereit: einiges zu beheben',
    ready: 'Bereit für die Migration',
    new: 'Neu und leer: nur der Beispiel-Posteingang',
    'non-admin': 'Ein Schlüssel ohne Adminrechte',
    'legacy-key': 'Ein Schlüssel des falschen Produkts',
    eu: 'Eine Site in der EU',
    large: 'Groß: 250 Agenten, 40 Posteingänge',
  },
  ...{ site: 'Site', key: 'API-Schlüssel (nur zum Üben)', done: 'Gespeichert.', back: 'Alle Übungskonten' },
  ...{ triggers: 'Trigger', agents: 'Agenten', inboxes: 'Posteingänge', fields: 'Benutzerdefinierte Felder' },
  ...{ email: 'E-Mail-Benachrichtigungen', faults: 'Wenn Desk Probleme hat' },
  ...{ on: 'ein', off: 'aus', incomplete: 'unvollständig', turnOn: 'Einschalten', turnOff: 'Ausschalten' },
  ...{ system: 'von Desk angelegt', manual: 'nur von Hand', everywhere: 'alle jetzigen und künftigen Posteingänge' },
  ...{
    fullTime: 'Vollzeit',
    partTime: 'Teilzeit',
    makeFullTime: 'Auf Vollzeit setzen',
    makePartTime: 'Auf Teilzeit setzen',
  },
  ...{ invited: 'Einladung offen', expired: 'Einladung abgelaufen', accept: 'Einladung annehmen' },
  ...{ inviteAgain: 'Erneut einladen', name: 'Name', type: 'Typ', options: 'Optionen, durch Kommas getrennt' },
  ...{
    add: 'Hinzufügen',
    remove: 'Entfernen',
    noFault: 'Keine Probleme',
    apply: 'Anwenden',
    reset: 'Von vorn beginnen',
  },
};

const ES: PageWords = {
  title: 'Cuenta de práctica de Teamwork Desk',
  notReal: 'Aquí nada es real: cambie lo que quiera y pida al asistente que lo compruebe de nuevo.',
  choose: 'Elija una cuenta',
  accounts: {
    'not-ready': 'No está lista: varias cosas por corregir',
    ready: 'Lista para la migración',
    new: 'Nueva y vacía: solo la bandeja de ejemplo',
    'non-admin': 'Una clave sin permisos de administración',
    'legacy-key': 'Una clave del producto equivocado',
    eu: 'Un sitio en la UE',
    large: 'Grande: 250 agentes, 40 bandejas de entrada',
  },
  ...{
    site: 'Sitio',
    key: 'Clave API (solo para practicar)',
    done: 'Guardado.',
    back: 'Todas las cuentas de práctica',
  },
  ...{ triggers: 'Disparadores', agents: 'Agentes', inboxes: 'Bandejas de entrada', fields: 'Campos personalizados' },
  ...{ email: 'Notificaciones por correo', faults: 'Cuando Desk tiene problemas' },
  ...{ on: 'activado', off: 'desactivado', incomplete: 'incompleto', turnOn: 'Activar', turnOff: 'Desactivar' },
  ...{ system: 'creado por Desk', manual: 'solo a mano', everywhere: 'todas las bandejas, actuales y futuras' },
  ...{ fullTime: 'tiempo completo', partTime: 'tiempo parcial', makeFullTime: 'Pasar a tiempo completo' },
  ...{ makePartTime: 'Pasar a tiempo parcial', invited: 'invitación pendiente', expired: 'invitación caducada' },
  ...{ accept: 'Aceptar la invitación', inviteAgain: 'Invitar de nuevo', name: 'Nombre', type: 'Tipo' },
  ...{ options: 'Opciones, separadas por comas', add: 'Añadir', remove: 'Eliminar', noFault: 'Sin problemas' },
  ...{ apply: 'Aplicar', reset: 'Empezar de nuevo' },
};

export const PAGE_LANGUAGES = { fr: FR, en: EN, de: DE, es: ES } as const;
export type PageLanguage = keyof typeof PAGE_LANGUAGES;

/** The language of the query, English when it is none of ours. */
export function pageLanguage(text: string | null): PageLanguage {
  const wanted = text?.slice(0, 2).toLowerCase();
  return wanted === 'fr' || wanted === 'de' || wanted === 'es' ? wanted : 'en';
}
