import type { Language } from '../intent.js';
import { phrases } from './language-rules.js';

/**
 * What people want done with things, by action: verbs, nouns and turns of phrase, folded, compared by stem. They belong to
 * no product. There are more of them than any help centre's guides perform: an action that no guide performs must be
 * recognised to be refused ("how do I delete an inbox", where the guide tells how to create one).
 */
export const ACTIONS: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  find: {
    fr: phrases(
      'trouver, trouve, retrouver, trouvable, ou est, ou se trouve, ou se cache, ou sont, localiser, denicher, chercher, cherche, ou recuperer, recuperer ma cle, recuperer la cle, ou voir, ou aller, planque, cache ou, dans quel menu, c est ou, chope, choper, chercher ou, mettre la main sur, recuperer le jeton',
    ),
    en: phrases(
      'find, locate, where is, where are, where s, wheres, where do i get, where can i get, get my key, get the key, look for, looking for, hiding, hides, lives, get hold of, dig up, fetch, spot, come by, obtain, retrieve the key, which menu',
    ),
    de: phrases(
      'finden, finde, gefunden, wo ist, wo steht, wo liegt, wo sind, wo gibt es, suchen, suche, herbekommen, herkriegen, woher, auffinden, versteckt, holen, krieg ich den, bekomme ich den, in welchem menu, wo seh ich, auslesen',
    ),
    es: phrases(
      'encontrar, encuentro, encuentra, donde esta, donde estan, donde sale, buscar, busco, ubicar, localizar, hallar, conseguir, consigo, obtener, saco la clave, sacar la clave, donde saco, en que menu, donde aparece, donde queda',
    ),
  },
  create: {
    fr: phrases(
      'creer, cree, creation, nouveau, nouvelle, nouvel, ajouter, ajoute, ajout, rajouter, rajoute, mettre en place, mise en place, ouvrir une, generer, fabriquer, monter une, configurer une, parametrer une, definir, faire une boite, faire un champ',
    ),
    en: phrases(
      'create, creating, creation, new, add, adding, set up, setup, setting up, make a, make one, build a, generate, open a, open an, spin up, put in place, define',
    ),
    de: phrases(
      'erstellen, erstelle, anlegen, lege, anlegt, angelegt, anzulegen, leg, einrichten, richte, neu, neue, neuer, neues, neuen, hinzufugen, fuge, erzeugen, generieren, aufsetzen, hinzu, eroffnen, zulegen, bau ich, bauen',
    ),
    es: phrases(
      'crear, creo, creacion, crea, nuevo, nueva, anadir, anado, agregar, agrego, dar de alta, alta, montar, configurar un, configurar una, generar, hacer un, hacer una, abrir un, abrir una, armar, definir, poner un, poner una',
    ),
  },
  invite: {
    fr: phrases(
      'inviter, invite, invitation, invitations, faire venir, faire entrer, integrer, enroler, embarquer, rattacher un collegue, ajouter un collegue, ajouter un agent, ajouter mes collegues, donner un acces, donner acces, ouvrir un acces, inscrire',
    ),
    en: phrases(
      'invite, inviting, invitation, invites, bring in, onboard, get them in, let in, join, sign up my, add a colleague, add my team, add agents, give access, grant access, seat',
    ),
    de: phrases(
      'einladen, einlade, eingeladen, lade, einladung, einladungen, dazuholen, reinholen, aufnehmen, beitreten, zugang geben, zugang verschaffen, freischalten, kollegen hinzufugen, mitarbeiter anlegen',
    ),
    es: phrases(
      'invitar, invito, invitacion, invitaciones, sumar, sumo, incorporar, meter a, dar acceso, dar de alta a, unirse, ingresar a mi equipo, anadir agentes, agregar agentes, agregar a mi equipo',
    ),
  },
  connect: {
    fr: phrases(
      'connecter, connexion entre, relier, brancher, integrer avec, integration, synchroniser, synchro, synchronisation, lier, associer, webhook, coupler, passerelle avec',
    ),
    en: phrases(
      'connect, hook up, link up, integrate, integration, sync, synchronise, synchronize, plug into, webhook, pair, connector, post to a url, zapier',
    ),
    de: phrases(
      'verbinden, verbinde, verknupfen, verknupfe, anbinden, anbindung, koppeln, integrieren, integration, synchronisieren, webhook, anschliessen, schnittstelle zu',
    ),
    es: phrases(
      'conectar, conecto, vincular, integrar, integracion, sincronizar, sincronizacion, enlazar, enganchar, webhook, acoplar',
    ),
  },
  disable: {
    fr: phrases(
      'desactiver, desactive, desactivation, couper, coupe, eteindre, stopper, arreter, arret, suspendre, mettre en pause, neutraliser, ne plus recevoir, ne plus envoyer, plus de mails, bloquer les mails, faire taire, silence, debrancher, mettre en sommeil, inactif, off, empecher, que ca arrete, cesser',
    ),
    en: phrases(
      'disable, disabling, turn off, turn them off, turn it off, turning off, turn all, switch off, switch them off, switched off, deactivate, mute, silence, stop, stopping, pause, halt, shut off, shut up, kill, suspend, off, no more emails, quiet, opt out, toggle off, unticked, untick, prevent, keep from',
    ),
    de: phrases(
      'deaktivieren, deaktiviere, deaktiviert, abschalten, schalte, abgeschaltet, abstellen, stelle, abgestellt, ausschalten, ausgeschaltet, ausknipsen, stoppen, stilllegen, stummschalten, stumm, lahmlegen, anhalten, aussetzen, pausieren, unterbinden, verhindern, aus, mundtot, abdrehen, dreh, abklemmen, ausmachen, keine mails mehr',
    ),
    es: phrases(
      'desactivar, desactivo, desactiva, apagar, apago, parar, paro, detener, suspender, silenciar, cortar, corto, frenar, pausar, deshabilitar, inhabilitar, no recibir mas, dejar de enviar, dejar de recibir, que no mande, callar, callo, quitar los avisos, quitar las notificaciones, evitar',
    ),
  },
  enable: {
    fr: phrases(
      'activer, active, reactiver, reactive, reactivation, rallumer, remettre en marche, remettre, retablir les, relancer, rebrancher, allumer, remettre en route',
    ),
    en: phrases(
      'enable, turn on, turn them on, turn it on, turn back on, switch on, switch back on, switch them back on, activate, reactivate, re enable, reenable, resume, back on, toggle on',
    ),
    de: phrases(
      'aktivieren, aktiviere, reaktivieren, wieder einschalten, einschalten, wieder anschalten, anschalten, wieder anmachen, anstellen, wieder an, wieder scharf',
    ),
    es: phrases(
      'activar, activo, reactivar, volver a activar, encender, prender, habilitar, volver a encender, volver a poner, reanudar',
    ),
  },
  delete: {
    fr: phrases(
      'supprimer, supprime, suppression, effacer, efface, enlever, retirer, virer, degager, detruire, jeter, purger, vider, corbeille, se debarrasser, eliminer, faire disparaitre, bazarder, sucrer, foutre dehors, supr, suprimer',
    ),
    en: phrases(
      'delete, deleting, deletion, remove, removing, removal, get rid of, erase, wipe, purge, trash, bin, bin it, drop, ditch, scrap, throw away, clear out, take away, kick out, nuke, empty, eliminate',
    ),
    de: phrases(
      'loschen, losche, geloscht, loschung, entfernen, entferne, entfernt, wegmachen, rauswerfen, wegwerfen, loswerden, los werden, papierkorb, vernichten, ausradieren, entsorgen, tilgen, leeren, rausschmeissen, kicken',
    ),
    es: phrases(
      'eliminar, elimino, eliminacion, borrar, borro, borre, borrado, suprimir, quitar a, quitar un, quitar una, dar de baja, baja, papelera, deshacerme, tirar, vaciar, purgar, echar a, sacar del equipo, cargarme',
    ),
  },
  restore: {
    fr: phrases(
      'restaurer, restaure, restauration, recuperer un, recuperer une, recuperer des, recuperable, ca se recupere, ramener, revenir en arriere, faire revenir, annuler l envoi, annuler la suppression, retour arriere, rattraper, ressusciter, sauvegarde, rollback, defaire',
    ),
    en: phrases(
      'restore, restoring, recover, recovering, recovery, undelete, undo, bring back, get it back, get them back, get back, roll back, rollback, revert, retrieve deleted, unsend, recall, backup, resurrect, salvage',
    ),
    de: phrases(
      'wiederherstellen, wiederherstellbar, wiederherstellung, zuruckholen, zuruckbekommen, ruckgangig, zurucksetzen auf, retten, rekonstruieren, zuruckrufen, sicherung, backup, wiederbeleben, zuruckkriegen',
    ),
    es: phrases(
      'restaurar, recuperar un, recuperar una, recuperar los, recuperar las, se recupera, recupero, deshacer, revertir, volver atras, traer de vuelta, rescatar, copia de seguridad, respaldo, anular el envio',
    ),
  },
  rename: {
    fr: phrases(
      'renommer, renomme, changer le nom, changer de nom, autre nom, rebaptiser, intitule, nouveau nom, modifier le nom',
    ),
    en: phrases(
      'rename, renaming, change the name, another name, different name, relabel, retitle, new name, call it something else',
    ),
    de: phrases(
      'umbenennen, umbenenne, benenne, umbenannt, umtaufen, anderen namen, namen andern, namen wechseln, neuer name, umetikettieren',
    ),
    es: phrases(
      'renombrar, renombro, cambiar el nombre, cambiar de nombre, otro nombre, rebautizar, cambiarle el nombre, nuevo nombre',
    ),
  },
  edit: {
    fr: phrases(
      'modifier, modifie, modification, editer, changer le texte, changer la, corriger, mettre a jour, reecrire, reformuler, retoucher, changer ma, changer mon, remplacer',
    ),
    en: phrases(
      'edit, editing, modify, change the wording, change the text, reword, rewrite, update the, correct, amend, tweak, replace, change my, swap',
    ),
    de: phrases(
      'bearbeiten, bearbeite, andern, andere ich, anpassen, korrigieren, umschreiben, umformulieren, aktualisieren, abandern, ersetzen, tauschen, wechseln',
    ),
    es: phrases(
      'editar, edito, modificar, modifico, cambiar el texto, cambiar mi, corregir, actualizar, reescribir, retocar, reemplazar, sustituir',
    ),
  },
  merge: {
    fr: phrases(
      'fusionner, fusionne, fusion, regrouper, reunir, combiner, rassembler, en une seule, en un seul, fondre, doublon, doublons, en double',
    ),
    en: phrases(
      'merge, merging, combine, combining, squash, join together, consolidate, into one, unify, duplicate tickets, duplicates, dedupe, fold into',
    ),
    de: phrases(
      'zusammenfuhren, zusammenlegen, zusammenfassen, verschmelzen, vereinen, vereinigen, kombinieren, dubletten, doppelte, zu einem, in eins',
    ),
    es: phrases(
      'fusionar, fusiono, unir, combinar, juntar, juntar dos, unificar, consolidar, duplicados, en uno solo, en una sola',
    ),
  },
  split: {
    fr: phrases('separer, scinder, diviser, decouper, dissocier, couper en deux'),
    en: phrases('split, splitting, separate, divide, break apart, in two'),
    de: phrases('aufteilen, teilen in, trennen, aufspalten, splitten, auseinander'),
    es: phrases('separar, dividir, partir en, desdoblar'),
  },
  move: {
    fr: phrases(
      'deplacer, deplace, transferer, transfere, transfert, basculer, faire passer, faire suivre, passer un ticket, envoyer vers, changer de boite, reattribuer, refiler, ranger dans, transmettre',
    ),
    en: phrases(
      'move a, move the, move tickets, moving tickets, transfer, transferring, shift, pass on, hand over, hand off, reassign, forward, forwarding, send over to, carry over, relocate, put in another',
    ),
    de: phrases(
      'verschieben, verschiebe, verschoben, ubertragen, ubergeben, umziehen, weiterleiten, weitergeben, uberfuhren, umhangen, weiterreichen, umleiten, rausziehen',
    ),
    es: phrases(
      'mover, muevo, transferir, transfiero, traspasar, traspaso, pasar un ticket, pasar tickets, reasignar, reenviar, reenvio, derivar, desviar, trasladar',
    ),
  },
  copy: {
    fr: phrases(
      'copier, copie, dupliquer, duplique, cloner, clone, reproduire, recopier, repliquer, duplication, au lieu de tout refaire, au lieu de tout retaper',
    ),
    en: phrases('copy, copying, duplicate, clone, cloning, replicate, reuse, instead of retyping, make a copy'),
    de: phrases(
      'kopieren, kopiere, kopie, duplizieren, klonen, vervielfaltigen, ubernehmen von, abkupfern, statt alles neu',
    ),
    es: phrases('copiar, copio, duplicar, duplico, clonar, replicar, copia de, en vez de rehacer'),
  },
  export: {
    fr: phrases(
      'exporter, exporte, export, extraire, extraction, telecharger, csv, tableur, excel, sortir une liste, imprimer, pdf, archive de, sauvegarder sur',
    ),
    en: phrases(
      'export, exporting, extract, download, dump, csv, spreadsheet, excel, print, printout, pdf, pull out a list, take a backup',
    ),
    de: phrases(
      'exportieren, exportiere, export, herunterladen, extrahieren, csv, tabelle von, excel, ausdrucken, drucken, pdf, auslesen als, sichern als',
    ),
    es: phrases(
      'exportar, exporto, exportacion, extraer, descargar, bajar un, csv, planilla, excel, imprimir, pdf, hoja de calculo',
    ),
  },
  import: {
    fr: phrases(
      'importer, importe, import, charger un fichier, faire entrer, televerser, injecter, en masse depuis, depuis un fichier, verser dans',
    ),
    en: phrases(
      'import, importing, upload, uploading, load a file, bulk load, ingest, from a file, from a spreadsheet, bring across',
    ),
    de: phrases('importieren, importiere, import, hochladen, einlesen, einspielen, aus einer datei, reinladen'),
    es: phrases('importar, importo, importacion, cargar, subir un, subir una, desde un archivo, ingestar, volcar'),
  },
  sort: {
    fr: phrases(
      'trier, trie, tri, ordre, ordonner, reordonner, classer, reorganiser, en premier, ranger, priorite, prioriser, alphabetique, tout en haut',
    ),
    en: phrases(
      'sort, sorting, order of, in order, reorder, rearrange, arrange, first then, prioritise, prioritize, priority, alphabetical, at the top, rank',
    ),
    de: phrases(
      'sortieren, sortiere, reihenfolge, anordnen, ordnen, umsortieren, priorisieren, prioritat, alphabetisch, nach oben, zuerst kommt',
    ),
    es: phrases(
      'ordenar, ordeno, orden, reordenar, acomodar, clasificar, priorizar, prioridad, alfabetico, primero, arriba de todo',
    ),
  },
  restrict: {
    fr: phrases(
      'restreindre, limiter, droit, droits, permission, permissions, interdire, interdit, autoriser, seulement certains, lecture seule, masquer, cacher aux, rendre invisible, visible que, verrouiller, role, roles, sans pouvoir, obligatoire, rendre obligatoire, empecher de',
    ),
    en: phrases(
      'restrict, limit, limiting, permission, permissions, rights, allowed only, only some, read only, hide, hidden, hiding, lock down, forbid, role, roles, privileges, mandatory, make required, required field, see only, visible only, block from, without being able',
    ),
    de: phrases(
      'einschranken, beschranken, recht, rechte, berechtigung, berechtigungen, verbieten, nur lesen, sperren, verbergen, ausblenden, unsichtbar, rolle, rollen, sichtbar nur, pflichtfeld, verpflichtend, zur pflicht, entziehen, keinesfalls konnen',
    ),
    es: phrases(
      'restringir, limitar, permiso, permisos, derecho, prohibir, solo lectura, ocultar, esconder, bloquear a, rol, roles, visible solo, obligatorio, hacer obligatorio, sin que puedan, que no vean, privilegios',
    ),
  },
  assign: {
    fr: phrases(
      'assigner, assigne, assignation, attribuer, attribution, affecter, repartir, repartition, tour de role, distribuer, dispatcher, router, chacun son tour, equitablement, automatiquement a un agent',
    ),
    en: phrases(
      'assign, assigning, assignment, distribute, round robin, allocate, route to, routing, dispatch, take turns, share out, load balance, evenly',
    ),
    de: phrases(
      'zuweisen, weise, zuweisung, zuteilen, verteilen, verteilung, reihum, zuordnen, aufteilen auf, gleichmassig',
    ),
    es: phrases(
      'asignar, asigno, asignacion, repartir, reparto, se repartan, distribuir, por turnos, rotar, derivar automaticamente, equitativamente',
    ),
  },
  schedule: {
    fr: phrases(
      'programmer, planifier, planification, a heure fixe, chaque lundi, toutes les semaines, horaires, horaire, jours feries, conges, calendrier, rappel automatique, plus tard, differe, envoi differe, snooze',
    ),
    en: phrases(
      'schedule, scheduling, every monday, weekly, daily, opening hours, business hours, holidays, calendar, later send, send later, snooze, recurring, at a set time, follow up reminder',
    ),
    de: phrases(
      'planen, terminieren, jeden montag, wochentlich, taglich, geschaftszeiten, offnungszeiten, feiertage, kalender, spater senden, wiedervorlage, regelmassig',
    ),
    es: phrases(
      'programar, planificar, cada lunes, semanal, semanalmente, horario, horarios, festivos, feriados, calendario, mas tarde, envio diferido, posponer',
    ),
  },
  customise: {
    fr: phrases(
      'personnaliser, personnalisation, logo, signature, couleur, couleurs, theme, apparence, police, modele de reponse, modeles de reponse, reponse type, reponses types, macro, gabarit, photo de profil, avatar, langue de l interface, traduire, mettre en forme',
    ),
    en: phrases(
      'customise, customize, logo, signature, colour, color, colors, theme, dark mode, look and feel, branding, template, templates, canned, canned response, macro, profile picture, avatar, font, translate, interface language',
    ),
    de: phrases(
      'logo, signatur, farbe, farben, design, aussehen, vorlage, vorlagen, textbaustein, textbausteine, makro, profilbild, avatar, schriftart, ubersetzen, sprache der oberflache, gestalten, dunkelmodus',
    ),
    es: phrases(
      'personalizar, logo, logotipo, firma, color, colores, tema, apariencia, plantilla, plantillas, respuesta predefinida, respuestas predefinidas, macro, foto de perfil, avatar, traducir, idioma de la interfaz',
    ),
  },
  report: {
    fr: phrases(
      'rapport, rapports, statistique, statistiques, stats, tableau de bord, indicateurs, kpi, temps de reponse, recapitulatif, mesurer, combien de tickets, graphique, satisfaction, sondage, enquete, note de satisfaction',
    ),
    en: phrases(
      'report, reports, reporting, statistics, stats, dashboard, kpi, metrics, response time, first reply, summary of tickets, measure, chart, satisfaction, survey, csat, analytics',
    ),
    de: phrases(
      'bericht, berichte, statistik, statistiken, auswertung, auswertungen, dashboard, kennzahlen, antwortzeit, zusammenfassung, messen, diagramm, zufriedenheit, umfrage',
    ),
    es: phrases(
      'informe, informes, reporte, reportes, estadistica, estadisticas, tablero, panel de control, indicadores, tiempo de respuesta, resumen, medir, grafico, satisfaccion, encuesta',
    ),
  },
  audit: {
    fr: phrases(
      'journal, historique, qui a modifie, qui a change, qui a supprime, qui a touche, trace, tracabilite, audit, logs, quand est ce que quelqu un, trafique',
    ),
    en: phrases(
      'audit, audit log, history of, who changed, who deleted, who edited, who touched, log of changes, trail, activity log, track changes',
    ),
    de: phrases('protokoll, verlauf, wer hat, historie, nachvollziehen, audit, anderungslog, logbuch, aufzeichnung'),
    es: phrases(
      'historial, registro de cambios, quien cambio, quien borro, quien modifico, quien toco, auditoria, rastro, bitacora',
    ),
  },
  troubleshoot: {
    fr: phrases(
      'erreur, erreurs, bug, bugue, bugge, plante, planter, en panne, panne, ne marche pas, ne marche plus, marche pas, marche plus, fonctionne pas, fonctionne plus, ne s affiche plus, disparu, rebondit, rejete, lent, lente, rame, tourne dans le vide, figee, se declenche pas, ne part pas, ne partent pas, pourquoi ca ne, rien ne se passe, n arrivent pas, bloque a',
    ),
    en: phrases(
      'error, errors, bug, broken, crash, crashes, crashing, down, outage, doesn t work, doesnt work, not working, won t load, wont load, stuck at, fails, failing, failed, fired, didn t fire, did not fire, bounce, bounces, bouncing, rejected, slow, lag, freezes, frozen, spinning, missing emails, disappeared, vanished, not arriving, stopped working, anymore it used to, blank page',
    ),
    de: phrases(
      'fehler, fehlermeldung, bug, kaputt, absturz, sturzt, storung, ausfall, funktioniert nicht, geht nicht, geht nimmer, klappt nicht, hangt, langsam, verschwunden, kommt nicht an, kommen nicht an, abgelehnt, unzustellbar, ladt nicht, spinnt, streikt, feuert nicht, lost nicht aus, lahmt',
    ),
    es: phrases(
      'error, errores, fallo, falla, fallan, roto, caido, caida, no funciona, no anda, no carga, se cuelga, colgado, lento, rebotan, rebota, desaparecio, desaparecido, no llegan, no llega, rechazado, se traba, trabado, no se dispara, dejo de funcionar',
    ),
  },
  reset: {
    fr: phrases(
      'reinitialiser, reinitialise, mot de passe, mdp oublie, identifiant oublie, deverrouiller, remettre a zero, debloquer, double authentification, 2fa, sso, connexion unique, se connecter, me connecter, ne se souvient plus',
    ),
    en: phrases(
      'reset, resetting, password, forgot my, locked out, unlock, two factor, 2fa, mfa, sso, single sign on, log in, login, sign in, log on',
    ),
    de: phrases(
      'zurucksetzen, passwort, kennwort, vergessen, ausgesperrt, entsperren, zwei faktor, 2fa, sso, einloggen, anmelden, login',
    ),
    es: phrases(
      'restablecer, resetear, contrasena, olvide, olvido, desbloquear, doble factor, 2fa, sso, iniciar sesion, entrar en mi cuenta, loguear',
    ),
  },
  pay: {
    fr: phrases(
      'payer, paye, paiement, facture, facturation, prix, tarif, cout, coute, combien ca coute, abonnement, forfait, devis, licence, licences, essai gratuit, passer au plan, resilier, remise, rabais, cher, acheter, virement',
    ),
    en: phrases(
      'pay, paying, payment, invoice, billing, price, pricing, cost, how much, subscription, plan upgrade, upgrade, downgrade, quote, licence, license, free trial, discount, expensive, cheap, buy, purchase, wire transfer, vat',
    ),
    de: phrases(
      'bezahlen, zahlen, zahlung, rechnung, abrechnung, preis, kosten, kostet, abo, tarif, angebot, lizenz, lizenzen, testphase, kundigen, rabatt, teuer, kaufen, uberweisung, upgrade',
    ),
    es: phrases(
      'pagar, pago, factura, facturacion, precio, coste, costo, cuesta, cobran, cobrar, suscripcion, plan de pago, presupuesto, licencia, licencias, prueba gratis, descuento, caro, comprar, transferencia bancaria',
    ),
  },
  refund: {
    fr: phrases(
      'rembourser, rembourse, remboursement, geste commercial, dedommagement, garantie, satisfait ou rembourse',
    ),
    en: phrases('refund, money back, compensation, guarantee, reimburse, chargeback'),
    de: phrases('erstatten, erstattung, ruckerstattung, geld zuruck, entschadigung, garantie'),
    es: phrases('reembolsar, reembolso, devolver el dinero, devolucion, compensacion, garantia'),
  },
  migrate: {
    fr: phrases(
      'migrer, migrez, migration, reprendre, reprenez, sont repris, est ce que vous transferez, demenagement, demenager, suivent, suivre aussi, reporter la migration, decaler, repousser, annuler la migration, duree de la migration, combien de temps, geler',
    ),
    en: phrases(
      'migrate, migration, migrated, come over, come across, carried across, do you move, do you transfer, postpone, reschedule, push back, abort, how long does, rerun, delta, freeze, cutover',
    ),
    de: phrases(
      'migrieren, migration, umzug, mitgenommen, nehmt ihr mit, ubernommen, ubernehmt, verschieben wir, vertagen, wie lange dauert, abbrechen die migration, mitkommen, einfrieren',
    ),
    es: phrases(
      'migrar, migracion, migran, se pasan, traen tambien, vienen tambien, aplazar, posponer, cuanto tarda, cuanto dura, mudanza, congelar, cancelar la migracion',
    ),
  },
  write: {
    fr: phrases(
      'rediger, redige, ecrire, ecris, ecrit on, composer, formuler, condition, conditions, regle qui, declencheur qui, quand un client, accuse de reception, reponse automatique, repondre automatiquement, automatiser',
    ),
    en: phrases(
      'write, writing, compose, draft a, condition, conditions, rule that, trigger that, rule to, trigger to, when a customer, auto reply, autoreply, autoresponder, automatic reply, automate',
    ),
    de: phrases(
      'schreiben, schreibe, verfassen, formulieren, bedingung, bedingungen, regel die, trigger der, trigger die, wenn ein kunde, automatische antwort, eingangsbestatigung, automatisieren',
    ),
    es: phrases(
      'escribir, redactar, redacta, componer, condicion, condiciones, regla que, regla para, disparador que, cuando un cliente, respuesta automatica, acuse de recibo, automatizar',
    ),
  },
  answer: {
    fr: phrases(
      'repondre a, repondre aux, envoyer un mail, envoyer une reponse, ecrire au client, note interne, mentionner, mettre en copie, cc, piece jointe, joindre',
    ),
    en: phrases(
      'reply to, respond to, send an email, internal note, mention, cc, bcc, attach, attachment, attachments',
    ),
    de: phrases(
      'antworten auf, antworte, kunden schreiben, interne notiz, erwahnen, in kopie, cc, anhang, anhange, anhangen',
    ),
    es: phrases(
      'responder a, contestar, contesto, enviar un correo, nota interna, mencionar, en copia, cc, adjuntar, adjuntos, adjunto',
    ),
  },
  block: {
    fr: phrases(
      'bloquer, spam, indesirable, indesirables, pourriel, liste noire, filtrer, filtre, bannir, pub, courrier poubelle',
    ),
    en: phrases('block, blocking, spam, junk, blacklist, ban, filter, filters, unsubscribe list'),
    de: phrases('blockieren, spam, werbung, werbemull, filter, filtern, schwarze liste, aussperren, sperrliste'),
    es: phrases('bloquear, spam, correo basura, lista negra, filtro, filtrar, no deseado, banear'),
  },
  search: {
    fr: phrases(
      'rechercher un ticket, retrouver un ticket, recherche, moteur de recherche, vue, vues, filtre de tickets, liste des tickets, lister les tickets',
    ),
    en: phrases(
      'search for a ticket, search tickets, saved view, views, saved search, list of tickets, look up a ticket, find a ticket',
    ),
    de: phrases('ticket suchen, suche nach tickets, ansicht, ansichten, ticketliste, ticket wiederfinden'),
    es: phrases('buscar un ticket, busqueda, vista, vistas, lista de tickets, encontrar un ticket'),
  },
  close: {
    fr: phrases(
      'cloturer, cloture, fermer un ticket, fermer des tickets, fermer les tickets, rouvrir, resoudre, archiver, archive, statut, statuts, etiquette, etiquettes, tag, tags',
    ),
    en: phrases(
      'close a ticket, close tickets, close the ticket, closing, reopen, resolve, archive, status, statuses, tag, tags, tagging, label tickets',
    ),
    de: phrases(
      'schliessen, schliesse, ticket zumachen, zumachen, wieder offnen, archivieren, archiv, status, tag, tags, schlagwort, etikett',
    ),
    es: phrases('cerrar, cierro, reabrir, resolver, archivar, archivo de, estado de los, etiqueta, etiquetas, tags'),
  },
  verify: {
    fr: phrases(
      'verifier, verifie, verification, controler, regarder si, tester, est ce que c est bien, confirmer, jeter un oeil, checker, suis je pret, est ce bon',
    ),
    en: phrases(
      'check, verify, confirm, see if, see whether, have a look, double check, test whether, am i ready, are we ready, validate, is it done, peek',
    ),
    de: phrases(
      'prufen, prufe, prufst, uberprufen, kontrollieren, nachsehen, nachschauen, schau, guck, checken, check, bestatigen, bin ich bereit, sind wir bereit',
    ),
    es: phrases(
      'comprobar, comprueba, verificar, verifica, revisar, revisa, revises, chequear, chequea, mirar si, mira si, fijate, confirmar, estoy listo, estamos listos',
    ),
  },
  call: {
    fr: phrases('appeler, telephoner, numero de telephone, joindre au telephone, standard telephonique, appel'),
    en: phrases('call, phone, phone number, ring, hotline, voip'),
    de: phrases('anrufen, telefonieren, telefonnummer, hotline, telefonisch'),
    es: phrases('llamar, llamo, telefono, numero de telefono, llamada'),
  },
  install: {
    fr: phrases(
      'installer, installe, installation, application mobile, appli mobile, telecharger l appli, extension, plugin, mettre a niveau, mise a jour de',
    ),
    en: phrases('install, installation, mobile app, android, iphone, ios, plugin, add on, browser extension'),
    de: phrases('installieren, installation, app furs handy, android, iphone, erweiterung, plugin'),
    es: phrases('instalar, instalacion, aplicacion movil, app movil, android, iphone, extension, complemento'),
  },
};
