import type { Language } from '../intent.js';
import { phrases } from './language-rules.js';

/**
 * Words that authors of help centres and their customers use for the same thing, by family, folded, compared by stem: verbs
 * with the nouns made of them, everyday words with those of the trade of software and shops. They belong to no product. A
 * question without examples finds its page by them where the page says it otherwise.
 */
export const WORD_FAMILIES: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  email: {
    fr: phrases('mail, email, e mail, courriel, courrier electronique, mel, messagerie'),
    en: phrases('mail, email, e mail, inbox, mailbox'),
    de: phrases('mail, email, e mail, postfach, nachricht'),
    es: phrases('mail, email, e mail, correo, correo electronico, buzon'),
  },
  message: {
    fr: phrases('message, mail, email, courriel, sms, notification'),
    en: phrases('message, mail, email, text message, sms'),
    de: phrases('nachricht, mail, email, mitteilung, sms'),
    es: phrases('mensaje, mail, email, correo, sms'),
  },
  spam: {
    fr: phrases('spam, indesirable, pourriel, courrier indesirable, publicite, phishing, hameconnage'),
    en: phrases('spam, junk, unwanted, unsolicited, phishing'),
    de: phrases('spam, unerwunscht, werbung, phishing'),
    es: phrases('spam, no deseado, basura, publicidad, phishing'),
  },
  newsletter: {
    fr: phrases('newsletter, liste de diffusion, lettre d information, infolettre, mailing list, mailing, diffusion'),
    en: phrases('newsletter, mailing list, mailing, bulletin'),
    de: phrases('newsletter, verteiler, mailingliste, rundschreiben'),
    es: phrases('newsletter, boletin, lista de correo, lista de distribucion'),
  },
  account: {
    fr: phrases('compte, profil, espace client, espace personnel'),
    en: phrases('account, profile, login'),
    de: phrases('konto, profil, account, benutzerkonto'),
    es: phrases('cuenta, perfil'),
  },
  person: {
    fr: phrases(
      'utilisateur, membre, collegue, collaborateur, salarie, employe, personne, equipe, developpeur, prestataire, equipier, associe',
    ),
    en: phrases(
      'user, member, colleague, coworker, teammate, employee, person, staff, team, developer, contractor, freelancer, collaborator',
    ),
    de: phrases('benutzer, nutzer, mitglied, kollege, kollegin, mitarbeiter, person, team, entwickler'),
    es: phrases('usuario, miembro, colega, companero, empleado, persona, equipo, desarrollador, colaborador'),
  },
  permission: {
    fr: phrases(
      'permission, droit, autorisation, autoriser, acces, role, privilege, habilitation, habiliter, donner acces, laisser entrer',
    ),
    en: phrases('permission, right, authorization, authorize, access, role, privilege, allow, grant, let in'),
    de: phrases('berechtigung, recht, rechte, freigabe, zugriff, zugang, rolle, erlauben, erlaubnis'),
    es: phrases('permiso, derecho, autorizacion, autorizar, acceso, rol, permitir, privilegio'),
  },
  owner: {
    fr: phrases('proprietaire, titulaire, detenteur, propriete, possesseur, appartenir, appartient'),
    en: phrases('owner, ownership, holder, registrant, belong, own'),
    de: phrases('inhaber, eigentumer, besitzer, gehort'),
    es: phrases('propietario, titular, dueno, titularidad, propiedad, pertenece'),
  },
  password: {
    fr: phrases('mot de passe, mdp, identifiant, code secret, code d acces'),
    en: phrases('password, passcode, credential, passphrase'),
    de: phrases('passwort, kennwort, zugangsdaten, passwortern'),
    es: phrases('contrasena, clave, credencial'),
  },
  signing_in: {
    fr: phrases(
      'connexion, connecter, se connecter, login, authentification, authentifier, identifier, identification, entrer, ouvrir une session, acceder, me connecter',
    ),
    en: phrases('sign in, signin, log in, login, connect, connection, authentication, authenticate, get in'),
    de: phrases('anmelden, anmeldung, einloggen, login, authentifizierung, verbinden, verbindung'),
    es: phrases('iniciar sesion, inicio de sesion, acceder, conectar, conexion, autenticacion, entrar, login'),
  },
  two_factor: {
    fr: phrases(
      '2fa, mfa, double authentification, authentification 2 facteurs, authentification a deux facteurs, deux facteurs, 2 facteurs, double facteur, second facteur, validation en deux etapes, totp',
    ),
    en: phrases(
      '2fa, mfa, two factor, 2 factor, 2 factors, second factor, two step verification, double authentication, authenticator, totp',
    ),
    de: phrases('2fa, mfa, zwei faktor, zweiter faktor, zwei schritt, authenticator, totp'),
    es: phrases('2fa, mfa, doble factor, dos factores, segundo factor, verificacion en dos pasos, totp'),
  },
  phone: {
    fr: phrases('telephone, portable, mobile, smartphone, iphone, ios, android, telephonique'),
    en: phrases('phone, mobile, smartphone, iphone, ios, android, cell phone, handset'),
    de: phrases('telefon, handy, smartphone, mobil, iphone, ios, android, mobiltelefon'),
    es: phrases('telefono, movil, celular, smartphone, iphone, ios, android'),
  },
  losing: {
    fr: phrases('perdre, perdu, perte, oublier, oublie, oubli, egarer, disparu, disparaitre, disparition'),
    en: phrases('lose, lost, loss, forget, forgot, forgotten, missing, disappear, gone, vanish'),
    de: phrases('verlieren, verloren, verlust, vergessen, verschwunden, weg, fehlt'),
    es: phrases('perder, perdido, perdida, olvidar, olvide, olvidado, desaparecer, desaparecido'),
  },
  deleting: {
    fr: phrases(
      'supprimer, suppression, effacer, effacement, detruire, destruction, enlever, retirer, eliminer, disparaitre, se debarrasser, cloturer, fermer, fermeture, cloture',
    ),
    en: phrases('delete, deletion, erase, remove, removal, destroy, wipe, get rid, discard, close, closure, clear'),
    de: phrases('loschen, loschung, entfernen, entfernung, beseitigen, vernichten, schliessen, auflosen'),
    es: phrases('eliminar, eliminacion, borrar, borrado, suprimir, quitar, destruir, cerrar, cierre'),
  },
  ending: {
    fr: phrases(
      'resilier, resiliation, annuler, annulation, arreter, arret, desabonner, desabonnement, desinscrire, desinscription, quitter, partir, mettre fin, cesser, terminer',
    ),
    en: phrases('cancel, cancellation, unsubscribe, terminate, termination, stop, quit, leave, end, opt out'),
    de: phrases(
      'kundigen, kundigung, abbestellen, abbestellung, beenden, stornieren, stornierung, austreten, abmelden',
    ),
    es: phrases('cancelar, cancelacion, darse de baja, baja, dar de baja, rescindir, terminar, dejar, finalizar'),
  },
  creating: {
    fr: phrases('creer, creation, ajouter, ajout, nouveau, nouvelle, generer, generation, ouvrir, commander, faire'),
    en: phrases('create, creation, add, addition, new, generate, make, set up, open, build'),
    de: phrases('erstellen, erstellung, anlegen, hinzufugen, neu, neue, neuen, erzeugen, einrichten, hinzu'),
    es: phrases('crear, creacion, anadir, agregar, nuevo, nueva, generar, hacer, alta'),
  },
  changing: {
    fr: phrases(
      'changer, changement, modifier, modification, editer, mettre a jour, mise a jour, actualiser, corriger, remplacer, remplacement, rectifier, personnaliser, personnalisation',
    ),
    en: phrases(
      'change, modify, modification, edit, update, alter, adjust, replace, correct, customise, customize, customization',
    ),
    de: phrases(
      'andern, anderung, bearbeiten, bearbeitung, aktualisieren, aktualisierung, ersetzen, anpassen, wechseln',
    ),
    es: phrases(
      'cambiar, cambio, modificar, modificacion, editar, actualizar, actualizacion, reemplazar, corregir, personalizar',
    ),
  },
  renaming: {
    fr: phrases('renommer, changer le nom, changer de nom, renommage, autre nom, nommer'),
    en: phrases('rename, change the name, change name, renaming, another name, name'),
    de: phrases('umbenennen, namen andern, umbenennung, namen'),
    es: phrases('renombrar, cambiar el nombre, cambiar de nombre, nombre'),
  },
  moving: {
    fr: phrases(
      'deplacer, deplacement, transferer, transfert, migrer, migration, ceder, cession, demenager, demenagement, basculer, changer d hebergeur, rapatrier, reprendre, reprise, importer, quitter, venir, ailleurs, autre prestataire',
    ),
    en: phrases(
      'move, transfer, migrate, migration, hand over, handover, relocate, switch, take over, import, bring over, elsewhere, another provider, give away',
    ),
    de: phrases(
      'verschieben, ubertragen, ubertragung, umziehen, umzug, migrieren, migration, ubergeben, ubergabe, wechseln, mitnehmen',
    ),
    es: phrases(
      'mover, transferir, transferencia, migrar, migracion, ceder, cesion, trasladar, traspasar, traspaso, mudar, pasar',
    ),
  },
  copying: {
    fr: phrases('copier, copie, dupliquer, duplication, cloner, clone, reproduire'),
    en: phrases('copy, duplicate, duplication, clone, replicate'),
    de: phrases('kopieren, kopie, duplizieren, klonen, vervielfaltigen'),
    es: phrases('copiar, copia, duplicar, duplicado, clonar'),
  },
  saving: {
    fr: phrases(
      'sauvegarde, sauvegarder, backup, enregistrer, conserver, archiver, archive, garder, copie de securite',
    ),
    en: phrases('backup, back up, save, keep, archive, retain, snapshot'),
    de: phrases('sicherung, sichern, backup, speichern, aufbewahren, archivieren, datensicherung'),
    es: phrases('copia de seguridad, respaldo, guardar, backup, conservar, archivar, salvaguardar'),
  },
  restoring: {
    fr: phrases(
      'restaurer, restauration, recuperer, recuperation, retablir, revenir en arriere, ressusciter, annuler la suppression',
    ),
    en: phrases(
      'restore, restoration, recover, recovery, get back, undelete, bring back, roll back, revert, come back',
    ),
    de: phrases('wiederherstellen, wiederherstellung, zuruckholen, zuruck, rettung, retten'),
    es: phrases('restaurar, restauracion, recuperar, recuperacion, volver atras, deshacer'),
  },
  buying: {
    fr: phrases(
      'acheter, achat, commander, commande, acquerir, reserver, reservation, souscrire, souscription, enregistrer',
    ),
    en: phrases('buy, purchase, order, acquire, register, book, get'),
    de: phrases('kaufen, kauf, bestellen, bestellung, erwerben, buchen, registrieren'),
    es: phrases('comprar, compra, pedir, pedido, adquirir, reservar, contratar, registrar'),
  },
  paying: {
    fr: phrases(
      'payer, paiement, payement, reglement, regler, prelevement, virement, carte bancaire, carte bleue, cb, carte de credit, cheque, paypal, sepa, iban, rib, moyen de paiement, coordonnees bancaires',
    ),
    en: phrases(
      'pay, payment, charge, card, credit card, debit card, direct debit, bank transfer, wire, cheque, paypal, iban, billing method',
    ),
    de: phrases(
      'zahlen, zahlung, bezahlen, bezahlung, kreditkarte, karte, lastschrift, uberweisung, paypal, iban, zahlungsmittel',
    ),
    es: phrases('pagar, pago, tarjeta, tarjeta de credito, transferencia, domiciliacion, paypal, iban, cobro, cobrar'),
  },
  invoice: {
    fr: phrases('facture, facturation, facturer, note, recu, avoir, comptabilite, bon de commande, tva'),
    en: phrases('invoice, billing, bill, receipt, statement, vat'),
    de: phrases('rechnung, abrechnung, beleg, quittung, mehrwertsteuer'),
    es: phrases('factura, facturacion, recibo, comprobante, iva'),
  },
  price: {
    fr: phrases('prix, tarif, cout, couter, coute, combien coute, montant, cher, frais, gratuit, payant, facturez'),
    en: phrases('price, pricing, cost, fee, amount, expensive, free, charge, how much, rate'),
    de: phrases('preis, kosten, kostet, gebuhr, betrag, teuer, kostenlos, wie viel'),
    es: phrases('precio, coste, costo, tarifa, importe, caro, gratis, cuanto cuesta, cuesta'),
  },
  discount: {
    fr: phrases(
      'reduction, remise, promotion, rabais, code promo, parrainage, parrainer, parrain, offert, avantage, coupon',
    ),
    en: phrases('discount, promotion, rebate, coupon, voucher, promo code, referral, sponsorship, reduced price'),
    de: phrases('rabatt, ermassigung, gutschein, nachlass, aktion, empfehlung'),
    es: phrases('descuento, promocion, rebaja, cupon, oferta, patrocinio, recomendar'),
  },
  plan: {
    fr: phrases('offre, plan, forfait, abonnement, formule, pack, licence, abonner, souscription, hebergement'),
    en: phrases('plan, subscription, subscribe, package, tier, licence, license, offer, membership'),
    de: phrases('tarif, abo, abonnement, paket, plan, lizenz, angebot, mitgliedschaft'),
    es: phrases('plan, suscripcion, paquete, licencia, oferta, abono'),
  },
  upgrading: {
    fr: phrases(
      'passer a, monter en gamme, evoluer, evolution, augmenter, agrandir, ameliorer, plus grand, superieur, upgrade, extension',
    ),
    en: phrases('upgrade, increase, bigger, larger, more, extend, downgrade, higher'),
    de: phrases('upgrade, erhohen, vergrossern, grosser, mehr, erweitern, hoherstufen'),
    es: phrases('mejorar, aumentar, ampliar, mayor, mas grande, upgrade, ampliacion'),
  },
  space: {
    fr: phrases(
      'espace, espace disque, stockage, place, disque, quota, capacite, memoire, volume, plein, saturer, saturation',
    ),
    en: phrases('space, storage, disk, disc, quota, capacity, memory, volume, full, room'),
    de: phrases('speicher, speicherplatz, platz, festplatte, kontingent, kapazitat, voll'),
    es: phrases('espacio, almacenamiento, disco, cuota, capacidad, memoria, lleno'),
  },
  limit: {
    fr: phrases(
      'limite, limiter, limitation, restreindre, restriction, restreint, maximum, plafond, quota, interdire, empecher',
    ),
    en: phrases('limit, restrict, restriction, restricted, maximum, cap, quota, forbid, prevent'),
    de: phrases('limit, grenze, beschranken, beschrankung, eingeschrankt, maximal, hochstens, verhindern'),
    es: phrases('limite, limitar, restringir, restriccion, restringido, maximo, cupo, impedir'),
  },
  blocking: {
    fr: phrases(
      'bloquer, blocage, bloque, suspendre, suspension, suspendu, interdire, bannir, verrouiller, geler, desactiver, desactivation, couper',
    ),
    en: phrases('block, blocking, suspend, suspension, suspended, ban, lock, freeze, disable, deactivate, turn off'),
    de: phrases(
      'sperren, sperre, gesperrt, blockieren, deaktivieren, deaktivierung, abschalten, ausschalten, ausgesperrt',
    ),
    es: phrases('bloquear, bloqueo, suspender, suspension, prohibir, desactivar, desactivacion, deshabilitar, apagar'),
  },
  enabling: {
    fr: phrases(
      'activer, activation, allumer, demarrer, lancer, lancement, debloquer, reactiver, mettre en service, autoriser',
    ),
    en: phrases('enable, activate, activation, turn on, switch on, start, launch, unblock, unlock'),
    de: phrases('aktivieren, aktivierung, einschalten, starten, freischalten, entsperren'),
    es: phrases('activar, activacion, habilitar, encender, iniciar, desbloquear'),
  },
  setting: {
    fr: phrases(
      'configurer, configuration, parametrer, parametrage, parametre, reglage, regler, option, preference, mettre, installer',
    ),
    en: phrases('configure, configuration, set up, setup, setting, preference, option, parameter, set'),
    de: phrases('konfigurieren, konfiguration, einrichten, einrichtung, einstellung, einstellen, option, parameter'),
    es: phrases('configurar, configuracion, ajuste, ajustar, preferencia, opcion, parametro, establecer'),
  },
  installing: {
    fr: phrases(
      'installer, installation, deployer, deploiement, mettre en place, telecharger, telechargement, ajouter',
    ),
    en: phrases('install, installation, deploy, deployment, download, set up'),
    de: phrases('installieren, installation, bereitstellen, herunterladen, download, aufspielen'),
    es: phrases('instalar, instalacion, desplegar, despliegue, descargar, descarga'),
  },
  sending: {
    fr: phrases(
      'envoyer, envoi, expedier, expedition, expediteur, emettre, sortant, partir, parti, transmettre, livrer, delivrabilite, diffuser',
    ),
    en: phrases('send, sending, sent, outgoing, deliver, delivery, deliverability, dispatch, ship, shipping, emit'),
    de: phrases('senden, versenden, versand, schicken, geschickt, ausgehend, zustellen, zustellung, lieferung'),
    es: phrases('enviar, envio, mandar, saliente, entregar, entrega, remitente, expedir'),
  },
  receiving: {
    fr: phrases('recevoir, reception, recu, entrant, arriver, arrive, relever, consulter, lire, destinataire'),
    en: phrases('receive, reception, received, incoming, arrive, arrival, get, read, recipient'),
    de: phrases('empfangen, empfang, erhalten, eingehend, ankommen, bekommen, lesen, empfanger'),
    es: phrases('recibir, recepcion, recibido, entrante, llegar, leer, destinatario'),
  },
  sorting: {
    fr: phrases(
      'filtrer, filtre, filtrage, trier, tri, ranger, classer, classement, regle, automatique, automatiquement, dossier',
    ),
    en: phrases('filter, filtering, sort, rule, automatic, automatically, organise, organize, folder, label'),
    de: phrases('filtern, filter, sortieren, regel, automatisch, ordnen, ordner'),
    es: phrases('filtrar, filtro, ordenar, regla, automatico, automaticamente, clasificar, carpeta'),
  },
  checking: {
    fr: phrases(
      'verifier, verification, controler, controle, tester, test, suivre, suivi, savoir si, confirmer, voir, consulter',
    ),
    en: phrases('check, verify, verification, test, track, tracking, monitor, confirm, view, see'),
    de: phrases('prufen, prufung, uberprufen, kontrollieren, testen, verfolgen, bestatigen, ansehen'),
    es: phrases(
      'verificar, verificacion, comprobar, controlar, probar, seguir, seguimiento, confirmar, ver, consultar',
    ),
  },
  error: {
    fr: phrases(
      'erreur, probleme, panne, bug, echec, echouer, echoue, refuser, refuse, refus, ne marche pas, ne fonctionne pas, marche plus, impossible, dysfonctionnement, incident, planter',
    ),
    en: phrases(
      'error, problem, trouble, troubleshooting, bug, failure, fail, failed, refused, denied, broken, not working, issue, crash, incident, wrong',
    ),
    de: phrases(
      'fehler, problem, storung, panne, fehlgeschlagen, abgelehnt, geht nicht, funktioniert nicht, kaputt, absturz',
    ),
    es: phrases('error, problema, fallo, falla, averia, rechazado, denegado, no funciona, incidencia, roto'),
  },
  repairing: {
    fr: phrases(
      'reparer, reparation, corriger, correction, resoudre, resolution, depanner, depannage, desinfecter, nettoyer, nettoyage',
    ),
    en: phrases('repair, fix, fixing, solve, resolve, resolution, troubleshoot, clean, clean up'),
    de: phrases('reparieren, reparatur, beheben, losen, losung, korrigieren, bereinigen'),
    es: phrases('reparar, reparacion, arreglar, corregir, resolver, solucion, solucionar, limpiar'),
  },
  attack: {
    fr: phrases(
      'pirate, pirater, piratage, hack, hacker, hacke, virus, infecte, infection, desinfecter, malware, malveillant, attaque, compromis, intrusion',
    ),
    en: phrases('hack, hacked, hacker, virus, infected, infection, malware, malicious, attack, compromised, intrusion'),
    de: phrases('gehackt, hacker, virus, infiziert, infektion, schadsoftware, malware, angriff, kompromittiert'),
    es: phrases('hackeado, hackear, hacker, virus, infectado, infeccion, malware, ataque, comprometido'),
  },
  security: {
    fr: phrases(
      'securite, securiser, securise, proteger, protection, chiffrer, chiffrement, cadenas, https, ssl, tls, certificat, pare feu',
    ),
    en: phrases(
      'security, secure, protect, protection, encrypt, encryption, padlock, https, ssl, tls, certificate, firewall',
    ),
    de: phrases(
      'sicherheit, sicher, schutzen, schutz, verschlusseln, verschlusselung, https, ssl, tls, zertifikat, firewall',
    ),
    es: phrases(
      'seguridad, seguro, proteger, proteccion, cifrar, cifrado, candado, https, ssl, tls, certificado, cortafuegos',
    ),
  },
  slow: {
    fr: phrases(
      'lent, lenteur, rame, ramer, performance, performant, accelerer, rapide, vitesse, optimiser, optimisation, temps de chargement',
    ),
    en: phrases('slow, slowness, performance, speed, speed up, fast, faster, optimise, optimize, lag, loading time'),
    de: phrases('langsam, leistung, performance, beschleunigen, schnell, geschwindigkeit, optimieren, ladezeit'),
    es: phrases('lento, lentitud, rendimiento, acelerar, rapido, velocidad, optimizar, tiempo de carga'),
  },
  load: {
    fr: phrases('pic, audience, affluence, trafic, visite, visiteur, charge, frequentation, surcharge, statistique'),
    en: phrases('peak, audience, traffic, visit, visitor, load, overload, analytics, statistics'),
    de: phrases('spitze, besucher, besuch, verkehr, last, uberlast, statistik, zugriffe'),
    es: phrases('pico, audiencia, trafico, visita, visitante, carga, sobrecarga, estadistica'),
  },
  website: {
    fr: phrases('site, site web, site internet, page, page web, web'),
    en: phrases('site, website, web site, page, web page, web'),
    de: phrases('seite, website, webseite, homepage, internetseite'),
    es: phrases('sitio, sitio web, web, pagina, pagina web'),
  },
  domain: {
    fr: phrases('domaine, nom de domaine, ndd, adresse du site, sous domaine, dns'),
    en: phrases('domain, domain name, subdomain, site address, dns, hostname'),
    de: phrases('domain, domane, subdomain, webadresse, dns'),
    es: phrases('dominio, nombre de dominio, subdominio, dns'),
  },
  provider: {
    fr: phrases(
      'hebergeur, prestataire, fournisseur, registrar, bureau d enregistrement, chez un autre, operateur, externe, ailleurs, hebergement',
    ),
    en: phrases('provider, host, hosting, registrar, supplier, vendor, external, elsewhere, third party'),
    de: phrases('anbieter, provider, hoster, hosting, registrar, extern, woanders'),
    es: phrases('proveedor, hosting, alojamiento, registrador, externo, otro proveedor'),
  },
  expiry: {
    fr: phrases(
      'expirer, expire, expiration, echeance, renouveler, renouvellement, prolonger, prolongation, date limite, delai, trop tard, perime, reconduire, reconduction',
    ),
    en: phrases('expire, expired, expiry, expiration, renew, renewal, extend, deadline, due, too late, overdue'),
    de: phrases('ablaufen, abgelaufen, ablauf, verlangern, verlangerung, erneuern, erneuerung, frist, zu spat, fallig'),
    es: phrases(
      'caducar, caducado, vencer, vencido, vencimiento, expirar, renovar, renovacion, plazo, demasiado tarde',
    ),
  },
  scheduling: {
    fr: phrases(
      'planifier, planifie, programmer, programme, tache, cron, automatiser, recurrent, tous les jours, chaque jour, tous les matins, toutes les nuits, chaque nuit, regulierement, horaire',
    ),
    en: phrases(
      'schedule, scheduled, task, cron, automate, recurring, every day, every night, every morning, daily, regularly, timer',
    ),
    de: phrases(
      'planen, geplant, aufgabe, cron, automatisieren, regelmassig, taglich, jeden tag, jede nacht, zeitgesteuert',
    ),
    es: phrases(
      'programar, programado, tarea, cron, automatizar, periodico, cada dia, todos los dias, cada noche, regularmente',
    ),
  },
  script: {
    fr: phrases('script, programme, code, commande, application, logiciel, outil'),
    en: phrases('script, program, code, command, application, app, software, tool'),
    de: phrases('skript, script, programm, code, befehl, anwendung, app, software, werkzeug'),
    es: phrases('script, programa, codigo, comando, aplicacion, app, software, herramienta'),
  },
  file: {
    fr: phrases('fichier, document, dossier, repertoire, piece jointe, donnees'),
    en: phrases('file, document, folder, directory, attachment, data'),
    de: phrases('datei, dokument, ordner, verzeichnis, anhang, daten'),
    es: phrases('archivo, fichero, documento, carpeta, directorio, adjunto, datos'),
  },
  uploading: {
    fr: phrases(
      'televerser, envoyer des fichiers, mettre en ligne, upload, uploader, ftp, sftp, transferer des fichiers, publier, publication',
    ),
    en: phrases('upload, put online, ftp, sftp, transfer files, publish, publication'),
    de: phrases('hochladen, upload, ftp, sftp, veroffentlichen, online stellen'),
    es: phrases('subir, cargar, upload, ftp, sftp, publicar, poner en linea'),
  },
  importing: {
    fr: phrases('importer, import, csv, en masse, plusieurs, en lot, d un coup, tableur, excel'),
    en: phrases('import, csv, bulk, several, batch, at once, spreadsheet, excel, multiple'),
    de: phrases('importieren, import, csv, mehrere, massen, auf einmal, tabelle, excel'),
    es: phrases('importar, importacion, csv, masivo, varios, lote, de una vez, hoja de calculo, excel'),
  },
  exporting: {
    fr: phrases('exporter, export, extraire, extraction, telecharger, imprimer, impression, pdf'),
    en: phrases('export, extract, download, print, pdf'),
    de: phrases('exportieren, export, herunterladen, drucken, ausdruck, pdf'),
    es: phrases('exportar, exportacion, extraer, descargar, imprimir, pdf'),
  },
  sharing: {
    fr: phrases('partager, partage, inviter, invitation, collaborer, collaboration, donner'),
    en: phrases('share, sharing, invite, invitation, collaborate, collaboration, give'),
    de: phrases('teilen, freigeben, freigabe, einladen, einladung, zusammenarbeiten'),
    es: phrases('compartir, invitar, invitacion, colaborar, dar'),
  },
  redirecting: {
    fr: phrases('rediriger, redirection, renvoyer, renvoi, pointer, faire suivre, transfert, toujours'),
    en: phrases('redirect, redirection, forward, forwarding, point, always'),
    de: phrases('umleiten, umleitung, weiterleiten, weiterleitung, verweisen'),
    es: phrases('redirigir, redireccion, reenviar, reenvio, apuntar'),
  },
  alert: {
    fr: phrases('alerte, alerter, notification, notifier, prevenir, avertir, avertissement, rappel, informer'),
    en: phrases('alert, notification, notify, warn, warning, reminder, inform'),
    de: phrases('warnung, alarm, benachrichtigung, benachrichtigen, hinweis, erinnerung, informieren'),
    es: phrases('alerta, aviso, avisar, notificacion, notificar, recordatorio, advertencia'),
  },
  address: {
    fr: phrases('adresse, url, lien, coordonnees'),
    en: phrases('address, url, link, contact details'),
    de: phrases('adresse, url, link, anschrift'),
    es: phrases('direccion, url, enlace, domicilio'),
  },
  choosing: {
    fr: phrases('choisir, choix, selectionner, selection, quelle, quel, comparer, comparaison, conseiller, difference'),
    en: phrases('choose, choice, select, selection, which, compare, comparison, recommend, difference'),
    de: phrases('wahlen, auswahl, auswahlen, welche, welcher, vergleichen, vergleich, unterschied'),
    es: phrases('elegir, eleccion, seleccionar, seleccion, cual, comparar, diferencia'),
  },
  definition: {
    fr: phrases('definition, terminologie, glossaire, signifie, veut dire, c est quoi, difference entre, vocabulaire'),
    en: phrases('definition, terminology, glossary, meaning, what is, difference between, mean'),
    de: phrases('definition, begriff, glossar, bedeutung, bedeutet, was ist, unterschied zwischen'),
    es: phrases('definicion, terminologia, glosario, significado, significa, que es, diferencia entre'),
  },
  help: {
    fr: phrases('assistance, support, ticket, aide technique, urgent, urgence, ingenieur, intervention, intervenir'),
    en: phrases('assistance, support, ticket, technical help, urgent, emergency, engineer, intervention'),
    de: phrases('unterstutzung, support, ticket, dringend, notfall, techniker'),
    es: phrases('asistencia, soporte, ticket, urgente, urgencia, tecnico, intervencion'),
  },
  school: {
    fr: phrases(
      'etudiant, etudes, eleve, ecole, universite, professeur, enseignant, academique, chomeur, demandeur d emploi, sans emploi',
    ),
    en: phrases('student, school, university, college, teacher, academic, education, job seeker, unemployed'),
    de: phrases('student, schuler, schule, universitat, lehrer, bildung, arbeitslos'),
    es: phrases('estudiante, alumno, escuela, universidad, profesor, academico, educacion, desempleado'),
  },
  legal: {
    fr: phrases('legal, legale, loi, obligation, obligatoire, rgpd, mentions legales, juridique, conformite, droit'),
    en: phrases('legal, law, obligation, requirement, mandatory, gdpr, compliance, terms'),
    de: phrases('rechtlich, gesetz, pflicht, vorschrift, dsgvo, impressum, rechtliche'),
    es: phrases('legal, ley, obligacion, obligatorio, rgpd, cumplimiento, requisito'),
  },
  company: {
    fr: phrases('societe, entreprise, association, organisation, client, professionnel, agence'),
    en: phrases('company, business, organisation, organization, customer, client, agency, enterprise'),
    de: phrases('firma, unternehmen, organisation, verein, kunde, agentur'),
    es: phrases('empresa, sociedad, organizacion, asociacion, cliente, agencia'),
  },
  database: {
    fr: phrases('base de donnees, bdd, sql, base, bases'),
    en: phrases('database, db, sql'),
    de: phrases('datenbank, db, sql'),
    es: phrases('base de datos, bd, sql'),
  },
  restarting: {
    fr: phrases('redemarrer, redemarrage, relancer, reboot, rebooter, reinitialiser, reinitialisation'),
    en: phrases('restart, reboot, reset, relaunch, reload'),
    de: phrases('neu starten, neustart, neustarten, zurucksetzen, reboot'),
    es: phrases('reiniciar, reinicio, resetear, restablecer, relanzar'),
  },
  returning: {
    fr: phrases('rembourser, remboursement, retour, retourner, renvoyer, echange, echanger, retractation, rendre'),
    en: phrases('refund, return, money back, exchange, send back, withdrawal, reimburse'),
    de: phrases('ruckerstattung, erstattung, ruckgabe, zuruckgeben, umtausch, umtauschen, widerruf, zurucksenden'),
    es: phrases('reembolso, reembolsar, devolucion, devolver, cambio, canjear, desistimiento'),
  },
  delivery: {
    fr: phrases('livraison, livrer, colis, paquet, expedition, commande, transporteur, suivi de colis'),
    en: phrases('delivery, deliver, parcel, package, shipping, shipment, order, carrier, tracking'),
    de: phrases('lieferung, liefern, paket, versand, sendung, bestellung, zusteller'),
    es: phrases('entrega, entregar, paquete, envio, pedido, transportista, seguimiento'),
  },
  publishing: {
    fr: phrases('publier, publication, article, blog, billet, poster, contenu'),
    en: phrases('publish, publication, post, article, blog, content'),
    de: phrases('veroffentlichen, beitrag, artikel, blog, inhalt'),
    es: phrases('publicar, publicacion, entrada, articulo, blog, contenido'),
  },
  appearance: {
    fr: phrases('apparence, theme, couleur, logo, style, design, mise en page, personnaliser, image, photo'),
    en: phrases('appearance, theme, colour, color, logo, style, design, layout, branding, image, picture, photo'),
    de: phrases('aussehen, design, farbe, logo, stil, layout, thema, bild, foto'),
    es: phrases('apariencia, tema, color, logo, estilo, diseno, imagen, foto'),
  },
  language_of_text: {
    fr: phrases('langue, traduire, traduction, francais, anglais, multilingue'),
    en: phrases('language, translate, translation, localization, multilingual'),
    de: phrases('sprache, ubersetzen, ubersetzung, mehrsprachig'),
    es: phrases('idioma, traducir, traduccion, lengua, multilingue'),
  },
  time: {
    fr: phrases('horaire, fuseau horaire, heure, calendrier, agenda, rendez vous, date'),
    en: phrases('time, time zone, timezone, hour, calendar, appointment, date'),
    de: phrases('zeit, zeitzone, uhrzeit, kalender, termin, datum'),
    es: phrases('hora, zona horaria, horario, calendario, cita, fecha'),
  },
};
