import type { Intent } from '../../../src/knowledge/understanding/intent.js';
import type { Vocabulary } from '../../../src/knowledge/understanding/text/vocabulary.js';

/** A small knowledge base about a shop, in two languages: enough examples for a classifier. */
export const intents: readonly Intent[] = [
  {
    id: 'returns',
    kind: 'article',
    texts: {
      en: {
        title: 'Send something back',
        body: 'Print the label, pack the goods and bring them to the post office within thirty days.',
        examples: [
          'how do I return a parcel',
          'where can I send the shoes back',
          'I want to give it back, how',
          'return label where',
          'how long can I send goods back',
        ],
        not: ['return of investment'],
      },
      fr: {
        title: 'Renvoyer un article',
        examples: [
          'comment renvoyer un colis',
          'où renvoyer mes chaussures',
          'étiquette de retour où',
          'je veux rendre un article, comment faire',
          'combien de temps pour renvoyer',
        ],
      },
    },
  },
  {
    id: 'delivery',
    kind: 'article',
    texts: {
      en: {
        title: 'Delivery times',
        body: 'A parcel takes two days to arrive. On islands it takes a week.',
        examples: [
          'how long does delivery take',
          'when will my order arrive',
          'delivery to an island possible',
          'why is shipping so slow',
          'do you deliver on saturdays',
        ],
      },
      fr: {
        title: 'Délais de livraison',
        examples: [
          'combien de temps dure la livraison',
          'quand arrive ma commande',
          'livrez-vous le samedi',
          'délai de livraison sur une île',
          'pourquoi la livraison est lente',
        ],
      },
    },
  },
  {
    id: 'check:delivery',
    kind: 'check',
    texts: {
      en: {
        title: 'Where is my parcel',
        examples: [
          'check my parcel',
          'is my order on its way',
          'look where my delivery is',
          'has my parcel been sent yet',
        ],
      },
      fr: {
        title: 'Où est mon colis',
        examples: [
          'vérifie mon colis',
          'ma commande est-elle partie',
          'regarde où est ma livraison',
          'mon colis est-il envoyé',
        ],
      },
    },
  },
  {
    id: 'handoff',
    kind: 'command',
    texts: {
      en: {
        title: 'A person',
        examples: ['I want to talk to a person', 'human please', 'call me back', 'let me speak to someone'],
      },
      fr: {
        title: 'Une personne',
        examples: ['je veux parler à une personne', 'un humain svp', 'rappelez-moi', 'parler à quelqu’un'],
      },
    },
  },
  {
    id: 'outside:weather',
    kind: 'outside',
    texts: {
      en: { title: '', examples: ['will it rain tomorrow', 'weather in paris', 'is it sunny', 'how cold is it'] },
      fr: { title: '', examples: ['va-t-il pleuvoir demain', 'météo à paris', 'fait-il beau', 'quelle température'] },
    },
  },
  {
    id: 'outside:other-product',
    kind: 'outside',
    texts: {
      en: {
        title: '',
        examples: ['how do I return a parcel to Acmeshop', 'Acmeshop delivery time', 'send back to acmeshop'],
      },
      fr: { title: '', examples: ['renvoyer un colis à Acmeshop', 'livraison acmeshop', 'retour Acmeshop'] },
    },
  },
];

export const vocabulary: Readonly<Record<string, Vocabulary>> = {
  en: {
    synonyms: { parcel: ['parcel', 'package', 'box'], return: ['return', 'send back', 'give back'] },
    spelling: { pls: 'please', hw: 'how' },
    products: { ours: ['Oldshop'], others: ['Acmeshop'] },
  },
  fr: {
    synonyms: { parcel: ['colis', 'paquet'], return: ['renvoyer', 'rendre', 'retour'] },
    spelling: { koman: 'comment', kelkun: "quelqu'un" },
    products: { ours: ['Oldshop'], others: ['Acmeshop'] },
  },
};
