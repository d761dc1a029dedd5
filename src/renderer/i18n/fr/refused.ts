import type { refused as english } from '../en/refused';

export const refused: typeof english = {
  title: 'Messages refusés',
  intro: 'Ils sont arrivés à cet ordinateur mais n’ont pas pu servir. Ils ne comptent rien.',
  none: 'Rien n’a été refusé.',
  from: 'de {address}',
  serial: 'Série {sn}',
  times: 'une fois | {n} fois',
  answer: 'Réponse donnée à la caméra :',
  place: 'Endroit : {place}',
  add: 'Ajouter cette caméra',
  addedSince: 'Vous l’avez ajoutée depuis ; elle est comptée dès son prochain signe de vie.',
  allow: 'Autoriser cette adresse',
  allowedSince: 'Vous l’avez autorisée depuis ; elle est comptée dès son prochain signe de vie.',
  showBody: 'Afficher le message',
  emptyBody: '(aucun contenu)',
  what: {
    'empty-body': 'Un message vide',
    'not-json': 'Pas un message de caméra',
    'not-an-object': 'Pas un message de caméra',
    'no-serial': 'Un message sans numéro de série',
    'bad-serial': 'Un numéro de série impossible',
    'no-known-content': 'Un message sans rien à compter',
    'no-usable-field': 'Un envoi sans chiffre utilisable',
    'no-time': 'Un envoi sans heure',
    'bad-time': 'Un envoi à une heure impossible',
    'bad-list': 'Une liste abîmée de chiffres passés',
    'unknown-path': 'Le mauvais chemin',
    'unknown-camera': 'Une caméra qui n’a pas été ajoutée',
    'blocked-camera': 'Une caméra bloquée',
    'too-many-new-cameras': 'Trop de nouvelles caméras',
    'too-large': 'Un message trop volumineux',
    'too-slow': 'Un message jamais arrivé en entier',
    'too-many-messages': 'Trop de messages d’un même appareil',
    'address-not-allowed': 'Un appareil non autorisé',
    storage: 'Foyer n’a pas pu enregistrer',
  },
  cure: {
    'empty-body': 'Souvent, quelqu’un a testé l’adresse. Si une caméra recommence sans cesse, redémarrez-la.',
    'not-json':
      'Un autre appareil ou programme a appelé cette adresse, ou la caméra envoie un autre format. Choisissez « HTTP » avec JSON dans ses réglages.',
    'not-an-object':
      'Un autre appareil ou programme a appelé cette adresse, ou la caméra envoie un autre format. Choisissez « HTTP » avec JSON dans ses réglages.',
    'no-serial': 'Regardez dans les réglages de la caméra si son numéro de série est vide.',
    'bad-serial':
      'Un numéro de série comporte jusqu’à 64 lettres et chiffres. Corrigez-le dans les réglages de la caméra.',
    'no-known-content':
      'Regardez si le comptage de la caméra est activé et si sa ligne ou sa zone est tracée.',
    'no-usable-field':
      'Regardez si le comptage de la caméra est activé et si sa ligne ou sa zone est tracée.',
    'no-time': 'Réglez l’horloge de la caméra ; elle devrait recevoir l’heure par le heartbeat.',
    'bad-time': 'Réglez l’horloge de la caméra ; elle devrait recevoir l’heure par le heartbeat.',
    'bad-list':
      'Le reste de ses chiffres est compté. Si cela se répète, mettez à jour le logiciel de la caméra.',
    'unknown-path':
      'Corrigez les deux chemins dans les réglages de la caméra. « Installer une caméra » les affiche, prêts à copier.',
    'unknown-camera': 'Si c’est la vôtre, ajoutez-la ; elle sera comptée à partir de là.',
    'blocked-camera': 'Vous l’avez bloquée. Pour la compter de nouveau, ouvrez sa page et débloquez-la.',
    'too-many-new-cameras':
      'Nommez ou bloquez les nouvelles caméras de la liste ; d’autres pourront alors arriver.',
    'too-large':
      'Demandez à cette caméra des périodes plus courtes de son passé, ou faites-la transmettre plus souvent.',
    'too-slow': 'Le réseau entre la caméra et l’ordinateur est faible. Vérifiez le câble ou le Wi-Fi.',
    'too-many-messages':
      'Un appareil envoie bien plus qu’une caméra. Si c’est une caméra, redémarrez-la ; si vous ne le connaissez pas, retirez-le du réseau.',
    'address-not-allowed':
      'Seuls les appareils de votre liste peuvent envoyer. Si c’est votre caméra, autorisez-la.',
    storage:
      'La caméra garde ses chiffres et les renvoie. Libérez de la place sur le disque de cet ordinateur.',
  },
};
