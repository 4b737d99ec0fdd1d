import { type LanguageRules, phrases, words } from './language-rules.js';

/** German. Umlauts are folded to their vowel by the analysis; "ae oe ue" are read as umlauts too. */
export const german: LanguageRules = {
  stemmer: 'german',
  stop: words(`der die das den dem des ein eine einen einem einer eines und oder ist sind war waren sein bin bist hat habe haben
    hatte ich du er sie es wir ihr mich mir uns euch ihnen ihm ihn sich in im an am auf zu zum zur von vom mit bei fur fuer aus
    nach uber ueber unter als wie wo so dass da dann denn auch nur schon sehr man kann konnen koennen konnte muss mussen muessen
    soll sollen wird werden wurde mein meine meinen meinem meiner unser unsere unseren ihre ihren dies diese dieser dieses was
    wer welche welcher welches bitte danke hallo hi mal eben doch ja halt`),
  forms: {
    how: phrases(
      'wie, wie kann, wie geht, auf welche weise, wie mache, anleitung, schritte, tutorial, erklar, erklaren, zeig mir wie, vorgehen, wie genau, wie funktioniert',
    ),
    where: phrases(
      'wo, wohin, woher, in welchem menu, an welcher stelle, welches menu, finde nicht, finde keine, finde keinen, nirgends, sehe nicht, sehe kein, wo genau',
    ),
    why: phrases('warum, wieso, weshalb, wozu, wofur, was passiert, was bringt, aus welchem grund'),
    when: phrases('wann, zu welchem zeitpunkt, wie lange, vor oder nach, ab wann'),
    must: phrases(
      'muss, muss ich, mussen, mussen wir, soll ich, sollte, sollen, pflicht, notig, notwendig, brauche ich, brauchen wir, erforderlich, zwingend, mus',
    ),
    may: phrases('kann ich, darf ich, kann man, ist es moglich, moglich, konnen wir, geht das, darf'),
    which: phrases('welche, welcher, welches, welchen, welchem, was fur'),
    many: phrases('wie viele, wieviele, wie viel, wieviel, anzahl'),
    mine: phrases(
      'mein, meine, meinen, meinem, meiner, meins, unser, unsere, unseren, unserem, unserer, bei mir, bei uns, habe ich, haben wir',
    ),
    still: phrases('noch, schon, immer noch, bereits, ubrig, noch immer, nochmal'),
    look: phrases(`pruf, prufe, prufen, prufst, uberpruf, uberprufe, uberprufen, check, checke, checken, schau, schaue, schauen, guck, gucken, kuck, sieh, sehen sie, nachsehen, nachschauen, kontrollier, kontrolliere, kontrollieren,
      sag mir, sagen sie mir, zeig, zeig mir, zeige, zeigen sie, liste, auflisten, teste, testen, verifizieren, bestatige, bestatigen, test, gib mir, nenn mir, nennen sie, durchsehen, wirf einen blick,
      pruft, uberpruft, checkt, schaut, guckt, guckst, schaust, seht nach, sieh nach, sehen nach, kontrolliert, testet, testen, nachprufen, nachgucken, sagt mir, sag uns, sagen sie uns, zeigt, listet,
      einen blick, vergewissere, vergewissern, stell fest, schau nach, schauen sie nach, bei euch, bei ihnen, ob`),
    you: phrases('kannst du, konnen sie, konnten sie, konntest du, du, sie, dein, deine, euch, ihr, euer'),
    not: phrases('nicht, kein, keine, keinen, keinem, keiner, nie, niemals, ohne, nichts, nein, ned, net'),
    want: phrases(
      'ich will, ich mochte, ich wurde gerne, wir wollen, wir mochten, mochte, hatte gern, ich suche, will',
    ),
    isit: phrases(
      'ist mein, ist meine, sind meine, sind unsere, ist unser, sind alle, habe ich, haben wir, hat, bin ich, ist alles, funktioniert mein, geht mein',
    ),
  },
  timing: words('vor wahrend nach beim bis bevor nachdem seit'),
  joins: words('aber denn weil sonst also deshalb damit obwohl'),
};
