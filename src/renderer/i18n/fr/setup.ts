import type { setup as english } from '../en/setup';

export const setup: typeof english = {
  title: 'Installer une caméra',
  intro: 'Quand les quatre voyants sont verts, la caméra compte.',
  proof: {
    title: 'Est-ce que ça marche ?',
    state: { good: 'fait', waiting: 'en attente', bad: 'problème' },
    listening: {
      title: 'Foyer est à l’écoute',
      good: 'Le port {port} de cet ordinateur est ouvert pour les caméras.',
      bad: 'Foyer n’est pas à l’écoute.',
    },
    reachable: {
      title: 'Cet ordinateur est joignable',
      visited: 'Un appareil à l’adresse {address} a ouvert la page, {age}.',
      called: 'Une caméra à l’adresse {address} l’atteint.',
      waiting: 'Pas encore prouvé. Essayez avec un téléphone, comme décrit ci-dessous.',
      bad: 'Cet ordinateur n’est connecté à aucun réseau. Connectez-le et cette page continuera toute seule.',
    },
    called: {
      title: 'La caméra a appelé',
      good: '{name}, {age}.',
      waiting: 'En attente. Elle appelle moins d’une minute après l’enregistrement de ses réglages.',
    },
    counted: {
      title: 'Elle a compté quelqu’un',
      good: '{name} a compté aujourd’hui {in} entrées et {out} sorties.',
      waiting: 'Passez sous la caméra ; les premiers chiffres suivent tout seuls.',
    },
    open: 'Ouvrir {name}',
  },
  type: {
    title: 'Saisissez ceci dans la caméra',
    intro:
      'Ouvrez la page de réglages de la caméra dans un navigateur et cherchez « Data Push » ou « HTTP ». Enregistrez quand tout est saisi.',
    network: 'La caméra est connectée par',
    networkHelp:
      'Cet ordinateur est sur plusieurs réseaux. Choisissez celui de la caméra ; le premier est le plus probable.',
    server: 'Adresse du serveur',
    ip: 'Serveur (IP)',
    port: 'Port',
    heartbeat: 'Chemin heartbeat',
    upload: 'Chemin d’envoi (upload)',
    mode: 'Mode de données',
    whole: 'La caméra demande des adresses complètes',
    heartbeatUrl: 'Adresse heartbeat',
    uploadUrl: 'Adresse d’envoi (upload)',
    encrypted: 'Pour une caméra réglée sur HTTPS, voici le serveur. Les chemins sont les mêmes.',
    httpsUrl: 'Adresse du serveur, chiffrée',
    https: 'Si la caméra propose HTTP et HTTPS, choisissez HTTP.',
  },
  phone: {
    title: 'Essayer avec un téléphone',
    help: 'Scannez ceci avec un téléphone sur le Wi-Fi du magasin, ou ouvrez l’adresse dans son navigateur. La page dit que Foyer est à l’écoute, et le voyant ci-dessus devient vert.',
    code: 'Code pour {url}',
    fails: 'Elle ne s’ouvre pas ?',
    sameNetwork:
      'Le téléphone et l’ordinateur doivent être sur le même réseau. Un Wi-Fi invité les sépare d’habitude ; les données mobiles aussi.',
    firewall: 'Le pare-feu de cet ordinateur refuse peut-être les visites :',
    system: 'Système de cet ordinateur',
  },
  firewall: {
    windows: {
      name: 'Windows',
      step1:
        'Ouvrez « Sécurité Windows », « Pare-feu et protection du réseau », « Autoriser une application via le pare-feu ». Cochez Foyer pour les réseaux privés.',
      step2:
        'Dans les paramètres Windows, sous « Réseau et Internet », réglez le réseau du magasin sur « Privé ».',
      command: 'Ou saisissez ceci dans une invite de commandes ouverte en tant qu’administrateur :',
    },
    mac: {
      name: 'macOS',
      step1:
        'Ouvrez Réglages Système, « Réseau », « Coupe-feu », « Options ». Réglez Foyer sur « Autoriser les connexions entrantes ».',
      step2: 'Sous « Confidentialité et sécurité », « Réseau local », activez Foyer.',
    },
    linux: {
      name: 'Linux',
      step1: 'Si un pare-feu est actif, laissez passer le port. Avec ufw, saisissez ceci dans un terminal :',
      step2: 'Avec un autre pare-feu, autorisez les connexions TCP vers le port {port}.',
    },
  },
  refused: {
    title: 'Le dernier message refusé',
  },
};
