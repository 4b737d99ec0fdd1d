import type { Language } from '../intent.js';
import { phrases } from './language-rules.js';

/**
 * Words of everyday life and of any business, by topic, folded. They belong to no product: they let what is learned
 * about money, law or the weather in one language be known in the others. A knowledge base's own vocabulary comes first.
 */
export const EVERYDAY_TOPICS: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  price: {
    fr: phrases(
      'prix, tarif, cout, coute, coutent, couter, combien coute, cher, facture, facturation, devis, payer, paiement, paye, abonnement, forfait, gratuit, tva, promo, euros, carte bancaire, virement bancaire, prelevement, budget',
    ),
    en: phrases(
      'price, pricing, cost, costs, fee, expensive, cheap, invoice, billing, quote, pay, paid, payment, subscription, plan, free of charge, vat, tax, coupon, dollars, euros, credit card, paypal, bank transfer, budget, per month, per seat',
    ),
    de: phrases(
      'preis, preise, kosten, kostet, gebuhr, teuer, billig, rechnung, angebot, bezahlen, zahlen, zahlung, abo, abonnement, tarif, gratis, kostenlos, mehrwertsteuer, mwst, euro, kreditkarte, uberweisung, lastschrift, pro monat',
    ),
    es: phrases(
      'precio, precios, coste, costo, cuesta, cuestan, caro, barato, factura, facturacion, presupuesto, pagar, pago, suscripcion, plan, gratis, gratuito, iva, euros, tarjeta, transferencia, bizum, al mes, cuanto vale',
    ),
  },
  refund: {
    fr: phrases(
      'remboursement, rembourser, rembourse, reduction, remise, rabais, resilier, resiliation, code promo, geste commercial',
    ),
    en: phrases('refund, money back, discount, rebate, terminate, voucher, cancel my subscription, compensation'),
    de: phrases('ruckerstattung, erstattung, geld zuruck, rabatt, kundigen, kundigung, gutschein, nachlass'),
    es: phrases(
      'reembolso, devolucion, devolver el dinero, descuento, rebaja, darme de baja, cupon, cancelar la suscripcion',
    ),
  },
  privacy: {
    fr: phrases(
      'rgpd, donnees personnelles, confidentialite, vie privee, vendre, revendre, revendez, heberges, hebergement, serveurs, serveur, chiffre, chiffrement, certification, iso, dpo, sous traitant, contrat',
    ),
    en: phrases(
      'gdpr, personal data, privacy, sell, hosted, hosting, servers, server, encrypted, encryption, certified, iso, soc 2, dpa, contract, data protection',
    ),
    de: phrases(
      'dsgvo, personenbezogene, datenschutz, verkaufen, verkauft, gehostet, hosting, server, verschlusselt, verschlusselung, zertifiziert, iso, avv, vertrag',
    ),
    es: phrases(
      'rgpd, datos personales, privacidad, vender, vendeis, alojados, alojamiento, servidores, servidor, cifrado, cifrados, certificacion, iso, contrato, proteccion de datos',
    ),
  },
  signing_in: {
    fr: phrases(
      'mot de passe, mdp, connexion unique, sso, double authentification, 2fa, identifiant oublie, bloque, verrouille, hacker, pirate, pirater',
    ),
    en: phrases(
      'password, sso, single sign on, two factor, 2fa, mfa, locked out, log in, login, hacked, hacker, sign in with',
    ),
    de: phrases('passwort, kennwort, sso, zwei faktor, 2fa, ausgesperrt, einloggen, login, anmeldung, gehackt, hacker'),
    es: phrases(
      'contrasena, clave de acceso, sso, doble factor, 2fa, inicio de sesion, iniciar sesion, bloqueada, hackear, hacker',
    ),
  },
  report: {
    fr: phrases(
      'rapport, rapports, statistiques, statistique, stats, tableau de bord, performance, temps de reponse, plus rapide, mesurer, indicateur, kpi, satisfaction, enquete, note, chronometrer, temps passe, suivi du temps, compter le temps',
    ),
    en: phrases(
      'report, reports, reporting, statistics, stats, analytics, performance, response time, fastest, measure, kpi, metrics, satisfaction, survey, rating, time tracking, time spent, log time, csat',
    ),
    de: phrases(
      'bericht, berichte, statistik, statistiken, auswertung, leistung, antwortzeit, reaktionszeit, schnellsten, messen, kpi, kennzahlen, zufriedenheit, umfrage, bewertung, zeiterfassung, arbeitszeit',
    ),
    es: phrases(
      'informe, informes, reporte, reportes, estadistica, estadisticas, rendimiento, tiempo de respuesta, mas rapido, medir, kpi, metricas, satisfaccion, encuesta, valoracion, tiempo dedicado, registrar tiempo',
    ),
  },
  attachment: {
    fr: phrases(
      'piece jointe, pieces jointes, fichier, fichiers, image, images, photo, photos, capture, pdf, document, documents, historique, commentaires, notes internes, statuts, dates, archives',
    ),
    en: phrases(
      'attachment, attachments, file, files, image, images, photo, photos, screenshot, pdf, document, documents, history, comments, internal notes, statuses, timestamps, archive',
    ),
    de: phrases(
      'anhang, anhange, datei, dateien, bild, bilder, foto, fotos, screenshot, pdf, dokument, dokumente, verlauf, kommentare, interne notizen, status, zeitstempel, archiv',
    ),
    es: phrases(
      'adjunto, adjuntos, archivo, archivos, imagen, imagenes, foto, fotos, captura, pdf, documento, documentos, historial, comentarios, notas internas, estados, fechas',
    ),
  },
  duration: {
    fr: phrases(
      'combien de temps, duree, dure, heures, minutes, delai, vitesse, lent, lente, vite, coupure, panne, interrompt, interrompue, echoue, echec, annuler la migration, reprendre',
    ),
    en: phrases(
      'how long, duration, takes, hours, minutes, delay, speed, slow, fast, outage, power cut, interrupted, fails, failed, failure, goes wrong, undo, roll back, rollback',
    ),
    de: phrases(
      'wie lange, dauer, dauert, stunden, minuten, frist, geschwindigkeit, langsam, schnell, ausfall, stromausfall, unterbrochen, fehlgeschlagen, schiefgeht, klappt nicht, ruckgangig, zuruckrollen',
    ),
    es: phrases(
      'cuanto tarda, cuanto dura, duracion, tarda, horas, minutos, plazo, velocidad, lento, lenta, apagon, corta la luz, interrumpe, falla, fallo, sale mal, deshacer, revertir',
    ),
  },
  ticket_work: {
    fr: phrases(
      'assigner, attribuer, reattribuer, refiler, fusionner, fusion, fermer un ticket, cloturer, rouvrir, supprimer un ticket, transferer, escalader, snooze, reporter, priorite, urgent, tag, tags, etiquette, etiquettes, filtre, vue, vues, tri, trier, corbeille',
    ),
    en: phrases(
      'assign, reassign, merge, close a ticket, reopen, delete a ticket, forward, escalate, snooze, postpone, priority, urgent, tag, tags, label, filter, view, views, sort, trash, split, bulk',
    ),
    de: phrases(
      'zuweisen, neu zuweisen, zusammenfuhren, mergen, ticket schliessen, wieder offnen, ticket loschen, weiterleiten, eskalieren, zuruckstellen, prioritat, dringend, tag, tags, etikett, schlagwort, filter, ansicht, ansichten, sortieren, papierkorb',
    ),
    es: phrases(
      'asignar, reasignar, fusionar, unir, cerrar un ticket, reabrir, borrar un ticket, reenviar, escalar, posponer, prioridad, urgente, etiqueta, etiquetas, filtro, vista, vistas, ordenar, papelera, combinar',
    ),
  },
  reply_text: {
    fr: phrases(
      'reponse type, reponses types, reponse pre enregistree, pre enregistrees, modele, modeles, macro, macros, signature, accuse de reception, message d absence, absence, vacances, brouillon, police, mise en forme',
    ),
    en: phrases(
      'canned, saved reply, saved replies, canned response, template, templates, macro, macros, signature, auto reply, autoresponder, out of office, draft, font, formatting',
    ),
    de: phrases(
      'textbaustein, textbausteine, vorlage, vorlagen, makro, makros, signatur, eingangsbestatigung, abwesenheit, abwesenheitsnotiz, entwurf, schriftart, formatierung',
    ),
    es: phrases(
      'respuesta predefinida, respuestas predefinidas, plantilla, plantillas, macro, macros, firma, acuse de recibo, fuera de la oficina, ausencia, borrador, fuente, formato',
    ),
  },
  look_and_help_site: {
    fr: phrases(
      'logo, couleur, couleurs, theme, design, centre d aide, base de connaissances, faq, portail, langue du portail, ordre, mode sombre, police, banniere, categorie',
    ),
    en: phrases(
      'logo, colour, color, colours, theme, branding, help center, help centre, knowledge base, faq, portal, order, dark mode, banner, category, layout',
    ),
    de: phrases(
      'logo, farbe, farben, theme, design, hilfecenter, hilfe center, wissensdatenbank, faq, portal, reihenfolge, dunkelmodus, dark mode, banner, kategorie',
    ),
    es: phrases(
      'logo, color, colores, tema, diseno, centro de ayuda, base de conocimiento, faq, portal, orden, modo oscuro, banner, categoria',
    ),
  },
  opening_hours: {
    fr: phrases(
      'horaires, heures ouvrees, heures d ouverture, sla, jours feries, calendrier, fuseau, fuseau horaire, planning',
    ),
    en: phrases(
      'business hours, working hours, opening hours, sla, slas, holidays, calendar, time zone, timezone, schedule, shift',
    ),
    de: phrases(
      'geschaftszeiten, arbeitszeiten, offnungszeiten, sla, feiertage, kalender, zeitzone, dienstplan, schicht',
    ),
    es: phrases('horario, horarios, horario laboral, sla, festivos, calendario, zona horaria, turno, turnos'),
  },
  spam: {
    fr: phrases(
      'spam, indesirable, indesirables, bloquer, expediteur, liste noire, hameconnage, phishing, virus, pourriel',
    ),
    en: phrases('spam, junk, block, sender, blacklist, phishing, virus, unwanted'),
    de: phrases('spam, unerwunscht, blockieren, sperren, absender, blacklist, phishing, virus'),
    es: phrases('spam, no deseado, no deseados, bloquear, remitente, lista negra, phishing, virus'),
  },
  developer: {
    fr: phrases(
      'webhook, webhooks, endpoint, documentation api, doc api, rest, json, python, php, javascript, code, script, sql, mysql, requete, requetes, appels par minute, limite de debit, zapier, slack, integration, plugin, extension, widget, chat en direct, sdk, git, developpeur',
    ),
    en: phrases(
      'webhook, webhooks, endpoint, api documentation, api docs, rest, json, python, php, javascript, code, script, sql, mysql, query, calls per minute, rate limit, zapier, slack, integration, plugin, extension, widget, live chat, sdk, git, developer, database, java',
    ),
    de: phrases(
      'webhook, webhooks, endpunkt, api dokumentation, rest, json, python, php, javascript, code, skript, sql, mysql, abfrage, aufrufe pro minute, rate limit, zapier, slack, integration, plugin, erweiterung, widget, live chat, sdk, git, entwickler, datenbank',
    ),
    es: phrases(
      'webhook, webhooks, endpoint, documentacion de la api, rest, json, python, php, javascript, codigo, script, sql, mysql, consulta, llamadas por minuto, limite de llamadas, zapier, slack, integracion, plugin, extension, widget, chat en vivo, sdk, git, desarrollador, base de datos',
    ),
  },
  sport: {
    fr: phrases(
      'football, foot, match, coupe du monde, tennis, rugby, jeux olympiques, equipe de france, psg, course, velo, joueur, but, champion',
    ),
    en: phrases(
      'football, soccer, match, world cup, tennis, rugby, olympics, basketball, team won, score, league, bike, player, champion, game',
    ),
    de: phrases(
      'fussball, spiel, weltmeisterschaft, wm, tennis, bundesliga, olympia, bayern, rad, spieler, tor, meister',
    ),
    es: phrases(
      'futbol, partido, mundial, copa del mundo, tenis, liga, olimpiadas, real madrid, barca, bici, jugador, gol, campeon',
    ),
  },
  weather_and_food: {
    fr: phrases(
      'meteo, pluie, soleil, temperature, neige, recette, cuisine, gateau, pizza, restaurant, crepes, vin, cafe, manger',
    ),
    en: phrases(
      'weather, rain, sunny, temperature, snow, recipe, cook, cake, pizza, dinner, wine, coffee, eat, pancakes',
    ),
    de: phrases(
      'wetter, regen, sonne, temperatur, schnee, rezept, kochen, kuchen, pizza, abendessen, wein, kaffee, essen',
    ),
    es: phrases(
      'tiempo hace, lluvia, sol, temperatura, nieve, receta, recetas, cocinar, tarta, pizza, cena, vino, cafe, comer, cocteles, paella',
    ),
  },
  knowledge: {
    fr: phrases(
      'capitale, president, pays, histoire, planete, guerre, population, traduire, traduction, calcule, racine carree, mathematiques, bourse, bitcoin, actualites, elections, film, musique, chanson, livre, horoscope, blague, poeme, devinette',
    ),
    en: phrases(
      'capital, president, country, history, planet, war, population, translate, translation, square root, maths, math, stock market, bitcoin, news, election, movie, film, music, song, book, horoscope, joke, poem, riddle',
    ),
    de: phrases(
      'hauptstadt, prasident, land, geschichte, planet, krieg, einwohner, ubersetzen, ubersetze, wurzel, mathe, borse, bitcoin, nachrichten, wahl, film, musik, lied, buch, horoskop, witz, gedicht, ratsel',
    ),
    es: phrases(
      'capital, presidente, pais, historia, planeta, guerra, habitantes, traducir, traduce, raiz cuadrada, matematicas, bolsa, bitcoin, noticias, elecciones, pelicula, musica, cancion, libro, horoscopo, chiste, poema, adivinanza',
    ),
  },
  body_and_health: {
    fr: phrases(
      'migraine, allergie, medecin, maladie, medicament, douleur, asthme, symptome, symptomes, fievre, grossesse, dent',
    ),
    en: phrases(
      'migraine, allergy, doctor, disease, medicine, pain, asthma, symptom, symptoms, fever, pregnancy, tooth, hay fever',
    ),
    de: phrases(
      'migrane, allergie, arzt, krankheit, medikament, schmerz, schmerzen, asthma, symptom, symptome, fieber, schwangerschaft, zahn',
    ),
    es: phrases(
      'migrana, alergia, medico, enfermedad, medicamento, dolor, asma, sintoma, sintomas, fiebre, embarazo, diente',
    ),
  },
  things: {
    fr: phrases(
      'voiture, moto, boite de vitesses, vitesses, maison, appartement, porte, serrure, casier, bureau de poste, ble, agriculteur, tracteur, champ de bataille, appareil photo, telephone, iphone, android, imprimante, pistolet, arme, immobilier, jardin, magnetique, console, jeu, television, chat noir, chien',
    ),
    en: phrases(
      'car, motorbike, gearbox, app, flat, door, lock, locker, post office, wheat, farmer, tractor, battlefield, camera, phone, iphone, android, printer, gun, pistol, estate, garden, magnetic, console, tv, cat, dog, piano, guitar',
    ),
    de: phrases(
      'auto, motorrad, getriebe, haus, wohnung, tur, schloss, spind, postamt, weizen, bauer, traktor, schlachtfeld, kamera, handy, iphone, android, drucker, pistole, waffe, immobilien, garten, magnetisch, konsole, fernseher, katze, katzen, hund, briefkasten',
    ),
    es: phrases(
      'coche, moto, caja de cambios, casa, piso, puerta, cerradura, taquilla, oficina de correos, trigo, agricultor, tractor, campo de batalla, camara, movil, telefono, iphone, android, impresora, pistola, arma, inmobiliario, jardin, magnetico, consola, tele, gato, perro, futbolista',
    ),
  },
  role_play: {
    fr: phrases(
      'oublie tes instructions, ignore les regles, a partir de maintenant, tu es, joue le role, fais comme si, prompt, instructions, consignes, mode developpeur, sans limites, sans restriction, imagine que tu, system prompt, intelligence artificielle',
    ),
    en: phrases(
      'ignore your, ignore all, from now on, you are now, pretend, act as, prompt, instructions, developer mode, no limits, without restrictions, imagine you, system prompt, jailbreak, role play, roleplay',
    ),
    de: phrases(
      'ignoriere, vergiss deine, ab jetzt, du bist jetzt, tu so als, spiel die rolle, prompt, anweisungen, instruktionen, entwicklermodus, ohne grenzen, ohne einschrankungen, stell dir vor, systemprompt',
    ),
    es: phrases(
      'ignora tus, olvida tus, a partir de ahora, ahora eres, haz como si, finge, actua como, prompt, instrucciones, modo desarrollador, sin limites, sin restricciones, imagina que eres',
    ),
  },
  insult: {
    fr: phrases(
      'con, connard, idiot, nul, nulle, nuls, incapable, incapables, merde, debile, stupide, abruti, bete, pourri, inutile, cretin, tg, ta gueule, putain, fdp, arnaque, voleurs',
    ),
    en: phrases(
      'idiot, stupid, dumb, useless, moron, crap, shit, fuck, fucking, sucks, garbage, trash bot, bastard, asshole, scam, thieves, loser',
    ),
    de: phrases(
      'idiot, dumm, blod, bloder, nutzlos, scheisse, scheiss, mist, arsch, arschloch, depp, trottel, mull, betruger, unfahig',
    ),
    es: phrases(
      'idiota, tonto, tonta, estupido, inutil, inutiles, mierda, imbecil, basura, gilipollas, cabron, asco, estafa, ladrones, pendejo, burro',
    ),
  },
  data_kept: {
    fr: phrases(
      'est repris, sont repris, reprises, reprenez vous, transferez vous, migrez vous, importez vous, perdus, conserves, doublons, delta, demo, resultat de la demo, ignores, sautes',
    ),
    en: phrases(
      'carried over, are transferred, do you migrate, do you transfer, do you import, lost, preserved, kept, duplicates, delta, demo results, skipped',
    ),
    de: phrases(
      'ubernommen, ubernehmt ihr, ubertragt ihr, migriert ihr, importiert ihr, verloren, erhalten, doppelte, duplikate, delta, demo ergebnis, ubersprungen',
    ),
    es: phrases(
      'se migran, se transfieren, se importan, migrais, pasais, se pierden, se conservan, duplicados, delta, resultado de la demo, omitidos, saltados',
    ),
  },
};
