import type { Sentences } from '../sentences';

export const fr: Sentences = {
  'disk-full':
    'Le disque est plein. Les caméras gardent leurs comptages ; libérez de la place et elles les renverront.',
  'not-writable':
    'Foyer n’a pas le droit d’écrire dans {folder}. D’ici là, les caméras gardent leurs comptages.',
  'folder-gone':
    'Le dossier des données {folder} a disparu. Un disque a-t-il été retiré ? Les caméras gardent leurs comptages.',
  'not-saved':
    'Des comptages n’ont pas pu être enregistrés dans {folder}. Les caméras les gardent et les renvoient.',
  'thread-restarts':
    'Une erreur a interrompu le comptage, qui va reprendre. D’ici là, les caméras gardent leurs comptages.',
  'thread-keeps-failing':
    'Le comptage ne reprend pas ; Foyer essaie encore. Veuillez redémarrer cet ordinateur. D’ici là, les caméras gardent leurs comptages.',
  'backup-failed': 'La sauvegarde quotidienne n’a pas pu être écrite. Reste-t-il de la place sur le disque ?',
  'open-elsewhere': 'Le fichier est ouvert dans un autre programme. Fermez-le là-bas, puis réessayez.',
  'not-allowed': 'Impossible d’écrire dans ce dossier. Choisissez-en un autre.',
  'no-room': 'Le disque est plein. Libérez de la place, ou choisissez un autre disque.',
  'read-only': 'Ce disque ne peut être que lu. Choisissez un autre endroit.',
  'folder-missing': 'Ce dossier n’existe plus. Choisissez-en un autre.',
  'name-unusable': 'Un fichier ne peut pas porter ce nom ici. Choisissez-en un autre.',
  'too-little-room': 'Il n’y a pas assez de place sur le disque.',
  'path-unusable': '{path} ne peut pas être utilisé. Est-il ouvert ailleurs, ou protégé ?',
  'not-foyer': 'Ce n’est pas un fichier de Foyer.',
  'newer-file': 'Ce fichier vient d’un Foyer plus récent. Veuillez d’abord installer cette version.',
  'damaged-file': 'Le fichier est endommagé : {cause}',
  'unreadable-file': 'Ce fichier ne peut pas être lu comme une base de données.',
  'file-gone': 'Ce fichier n’existe plus.',
  'file-too-large': 'Ce fichier est trop gros pour être un fichier de Foyer.',
  'port-in-use':
    'Le port {port} est déjà utilisé par un autre programme. Fermez ce programme ou choisissez un autre port.',
  'port-not-allowed':
    'Cet ordinateur ne laisse pas Foyer utiliser le port {port}. Choisissez un port au-dessus de 1023.',
  'no-such-address': 'Cet ordinateur n’a pas l’adresse {host}.',
  'port-failed': 'Foyer ne peut pas écouter sur le port {port} ({cause}).',
  starting: 'Foyer est encore en train de démarrer.',
  closing: 'Foyer est en train de se fermer.',
  'camera-known': 'La caméra {sn} est déjà là.',
  'not-replaced': 'Aucune caméra n’a pris la suite de {sn}.',
  'replaced-already': '{by} a déjà pris la suite de {sn}.',
  'cannot-replace': '{by} ne peut pas prendre la suite de {sn}.',
  'demo-needs-port': 'La démonstration a besoin du port des caméras, et il n’est pas ouvert.',
  'time-reversed': 'La fin doit venir après le début.',
  'not-quarter': 'Les heures doivent tomber sur un quart d’heure.',
  'correction-too-long': 'On peut corriger au plus un mois à la fois.',
  'not-over': 'Seul ce qui est terminé peut être corrigé.',
  'no-figure': 'Indiquez au moins un chiffre.',
  'corrected-already': 'Une partie de ce temps est déjà corrigée. Retirez d’abord cette correction.',
  'no-currency': 'Choisissez d’abord la monnaie des recettes.',
  'import-gone': 'Cette importation ne peut plus être annulée.',
  'no-folder': 'Choisissez d’abord un dossier.',
  'path-not-whole': 'Écrivez le chemin complet du dossier, à partir du lecteur.',
  'not-fetched': 'Le navigateur n’est pas venu chercher le fichier. Bloque-t-il les téléchargements ?',
  'export-broken-off':
    'Le fichier a été interrompu, car une sauvegarde a remplacé les données ou Foyer se ferme. Enregistrez-le à nouveau.',
  'file-not-saved': 'Le fichier n’a pas pu être enregistré.',
  'reports-not-written': 'Les rapports n’ont pas pu être écrits.',
  'page-needs-window': 'Une page ne s’imprime que là où Foyer a une fenêtre.',
};
