import { type LanguageRules, phrases, words } from './language-rules.js';

/** French. SMS spellings stand next to the words that they stand for. */
export const french: LanguageRules = {
  stemmer: 'french',
  stop: words(`le la les l un une des de du d au aux et ou que qu qui quoi dont ce cet cette ces ca cela c s se sa son ses
    leur leurs je j tu t il elle on nous vous ils elles me m te y en a ai as est es sont suis sommes etes etait etre ete avoir
    avons avez ont par pour dans sur avec sous vers chez si mais donc or ni car alors aussi tres plus tout toute tous toutes
    bonjour bonsoir merci svp stp slt salut bjr cdt hello voila ici la lui eux cest jai dois doit dans ds pr avc sur lors
    puis peut peux faire fait faut veux voudrais souhaite comme entre meme memes bien`),
  forms: {
    how: phrases(`comment, comen, koman, comman, coment, cmt, cmnt, de quelle maniere, de quelle facon, par quel moyen, la marche a suivre, procedure,
      tuto, tutoriel, mode d emploi, quelles sont les etapes, explique, expliquer, expliquez, aide moi a, comt`),
    where: phrases(
      'ou est, ou sont, ou se trouve, ou trouver, ou puis, ou dois, ou je, ou on, ou est ce, ou ca, ou ils, ou, dans quel menu, dans quelle rubrique, quel menu, quel endroit, par ou, introuvable, trouve pas, vois pas, nulle part',
    ),
    why: phrases(
      'pourquoi, pourkoi, pq, pkoi, pk, a quoi sert, a quoi bon, pour quelle raison, sert a quoi, que se passe, qu arrive, quel risque',
    ),
    when: phrases('quand, qd, kan, a quel moment, combien de temps, quel moment, avant ou apres'),
    must: phrases(
      'faut il, faut, fo, dois je, doit on, devons nous, est il necessaire, obligatoire, necessaire, besoin de, obliger, oblige, indispensable, doit, dois',
    ),
    may: phrases(
      'peut on, puis je, est il possible, possible, ya moyen, y a t il moyen, moyen de, peux, peut, ai je le droit, droit',
    ),
    which: phrases('quel, quelle, quels, quelles, kel, lequel, laquelle, lesquels'),
    many: phrases('combien, cb, cbien, kombien, nombre de'),
    mine: phrases('mon, ma, mes, notre, nos, le mien, les miens, la mienne, les miennes, moi, chez moi, chez nous'),
    still: phrases('encore, toujours, reste t il, reste, restent, tjrs, tjs, deja, bien'),
    look: phrases(`verifie, verifier, verifiez, verif, check, checke, checker, regarde, regarder, regardez, jette un oeil, jeter un oeil, jetez un oeil,
      controle, controler, controlez, teste, tester, testez, va voir, allez voir, dis moi si, dites moi si, dis moi, dites moi, liste moi, liste, montre, montrez, montre moi,
      passe en revue, peux tu voir, pouvez vous voir, confirme, confirmez, assure toi, assurez vous, diagnostic, un coup d oeil, inspecte, analyse, examine, examinez,
      verifies, verifions, verifi, verife, checkez, regardes, regard, controles, testes, scanne, scanner, scannez, mate, zieute, vois si, voyez si, voir si, dis nous, dites nous,
      montre nous, listez, enumere, indique moi, indiquez moi, fais le point, faites le point, un coup d oeil, a verifier, de ton cote, de votre cote`),
    you: phrases('peux tu, pouvez vous, pourriez vous, tu peux, vous pouvez, tu, vous, toi, votre, vos, ta, tes, ton'),
    not: phrases('ne, n, pas, plus, jamais, aucun, aucune, rien, sans, non, ni'),
    want: phrases('je veux, je voudrais, j aimerais, je souhaite, jveux, jveu, jvoudrais, jaimerais, je cherche'),
    isit: phrases(
      'est elle, est il, sont ils, sont elles, ont ils, ont elles, a t il, a t elle, ai je, suis je, avons nous, est ce que mes, est ce que ma, est ce que mon, est ce que nos',
    ),
  },
  timing: words('avant pendant apres durant lors jusqu avt apre depuis'),
  joins: words('mais donc car puis alors sinon parce puisque comme'),
  sound: soundFrench,
};

/** A rough key of how a French word sounds: "kelkun" and "quelqu'un" share it. Endings that are mute are dropped. */
function soundFrench(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/qu|q|ck|c(?![eiyh])/g, 'k')
    .replace(/ch|sch/g, '$')
    .replace(/[cs]+(?=[eiy])|ss|sc(?=[ei])/g, 's')
    .replace(/ge(?=[ao])|g(?=[eiy])/g, 'j')
    .replace(/gu(?=[eiy])/g, 'g')
    .replace(/eau|au/g, 'o')
    .replace(/oi/g, 'w')
    .replace(/ou/g, 'u')
    .replace(/(?:ai|ei|est|et|er|ez|ee|es)(?=s?$)|ai|ei|ay|ey/g, 'e')
    .replace(/(?:ain|ein|in|im|yn|un)(?![aeiouy])/g, '1')
    .replace(/(?:an|am|en|em)(?![aeiouy])/g, '2')
    .replace(/(?:on|om)(?![aeiouy])/g, '3')
    .replace(/z/g, 's')
    .replace(/y/g, 'i')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/[estdxp]+$/, '');
}
