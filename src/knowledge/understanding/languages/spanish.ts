import { type LanguageRules, phrases, words } from './language-rules.js';

/** Spanish. */
export const spanish: LanguageRules = {
  stemmer: 'spanish',
  stop: words(`el la los las un una unos unas de del al a y e o u que en con por para es son era ser estar esta estan estoy este
    estos estas ese esa eso esto yo tu el ella nosotros ustedes usted ud ellos me te se nos le les lo mi mis su sus nuestro
    nuestra nuestros nuestras ha he han hay tengo tiene tienen puedo puede pueden si como muy mas tambien ya pero porque cual
    cuales quien hola gracias favor porfa buenas buenos dias tardes hacer hago debo q x d`),
  forms: {
    how: phrases(
      'como, como se, de que manera, de que forma, cual es el procedimiento, pasos, tutorial, guia, explica, explicame, expliqueme, instrucciones, ayudame a, ayuda para, cmo',
    ),
    where: phrases(
      'donde, dnd, en que menu, en que apartado, en que parte, que menu, por donde, no encuentro, no veo, no aparece, ninguna parte, no me sale',
    ),
    why: phrases(
      'por que, porque, para que, que pasa si, que ocurre, que sucede, xq, pq, por que razon, para que sirve',
    ),
    when: phrases('cuando, en que momento, cuanto tiempo, antes o despues, cdo'),
    must: phrases(
      'tengo que, hay que, debo, debemos, hace falta, es necesario, necesario, obligatorio, necesito, necesitamos, tenemos que, deben, debe',
    ),
    may: phrases('puedo, podemos, se puede, es posible, posible, hay forma de, hay manera de'),
    which: phrases('cual, cuales, que, k, q'),
    many: phrases('cuantos, cuantas, cuanto, numero de, ctos'),
    mine: phrases('mi, mis, nuestro, nuestra, nuestros, nuestras, mio, mios, mia, mias, tengo, tenemos'),
    still: phrases('todavia, aun, sigue, siguen, ya, queda, quedan, falta, faltan'),
    look: phrases(`revisa, revisar, revise, revisen, comprueba, comprobar, compruebe, mira, mire, mirar, verifica, verificar, verifique, chequea, chequear, checa, checar, echa un vistazo, eche un vistazo, echale un vistazo, dime, digame, dime si, digame si,
      muestrame, lista, listame, confirma, confirme, controla, prueba, probar, ve a ver, fijate, averigua, dame, valida, validar, test, testea,
      revisad, revisas, comprobad, compruebas, mirad, miras, verificad, confirmad, confirmar, probad, pruebe, decidme, dinos, diganos, mostradme, mirame, mirala, miralo, miralas, miralos, revisala, revisalo,
      revisalas, revisalos, compruebala, compruebalo, pruebala, pruebalo, verificala, verificalo, echad un vistazo, echa un ojo, echale un ojo, ver si, saber si, averiguad, averigue, mostrar, enumera`),
    you: phrases('puedes, puede usted, podrias, podria, me puedes, tu, usted, vosotros, tus'),
    not: phrases('no, nunca, jamas, sin, ningun, ninguna, ninguno, nada, ni, tampoco'),
    want: phrases('quiero, quisiera, me gustaria, queremos, busco, quiero que, deseo'),
    isit: phrases(
      'esta mi, estan mis, estan los, esta todo, tengo, he, hemos, han, ha, es mi, son mis, funciona mi, quedaron',
    ),
  },
  timing: words('antes durante despues tras hasta mientras desde'),
  joins: words('pero porque entonces sino pues aunque'),
  sound: soundSpanish,
};

/** How a Spanish word sounds: b and v, ll and y, c/s/z and a silent h fall together. */
function soundSpanish(word: string): string {
  return word
    .replace(/qu|k|c(?![eih])/g, 'k')
    .replace(/c(?=[ei])|z/g, 's')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1');
}
