interface DoorTexts {
  title: string;
  help: string;
  code: string;
  open: string;
  spentLink: string;
  wrongCode: string;
  sessionOver: string;
  welcome: string;
  goOn: string;
}

/** The door's page is for phones that know no page of Foyer yet, so its words are here and not with the pages. */
export const doorTexts: Record<string, DoorTexts> = {
  en: {
    title: 'Foyer in this shop',
    help: 'On the shop’s computer, Foyer shows a code under Settings, “Phones and screens”. Scan it with this phone, or type the letters below it.',
    code: 'Code',
    open: 'Open',
    spentLink: 'This link has been used or is too old. Every link opens one device, within ten minutes.',
    wrongCode: 'This code is not right, has been used, or is too old.',
    sessionOver: 'This device may not look any more.',
    welcome: 'You are in',
    goOn: 'Go on',
  },
  es: {
    title: 'Foyer en esta tienda',
    help: 'En el equipo de la tienda, Foyer muestra un código en Ajustes, «Teléfonos y pantallas». Escanéalo con este teléfono o escribe las letras que aparecen debajo.',
    code: 'Código',
    open: 'Abrir',
    spentLink:
      'Este enlace ya se ha usado o ha caducado. Cada enlace abre un solo dispositivo, durante diez minutos.',
    wrongCode: 'El código no es correcto, ya se ha usado o ha caducado.',
    sessionOver: 'Este dispositivo ya no tiene permiso para mirar.',
    welcome: 'Ya estás dentro',
    goOn: 'Continuar',
  },
  de: {
    title: 'Foyer in diesem Geschäft',
    help: 'Am Computer im Geschäft zeigt Foyer unter Einstellungen, „Telefone und Bildschirme“, einen Code. Scannen Sie ihn mit diesem Telefon, oder tippen Sie die Buchstaben darunter ein.',
    code: 'Code',
    open: 'Öffnen',
    spentLink:
      'Dieser Link wurde schon benutzt oder ist zu alt. Jeder Link öffnet ein Gerät, zehn Minuten lang.',
    wrongCode: 'Dieser Code stimmt nicht, wurde schon benutzt oder ist zu alt.',
    sessionOver: 'Dieses Gerät darf nicht mehr zusehen.',
    welcome: 'Sie sind drin',
    goOn: 'Weiter',
  },
  fr: {
    title: 'Foyer dans ce magasin',
    help: 'Sur l’ordinateur du magasin, Foyer affiche un code dans Réglages, « Téléphones et écrans ». Scannez-le avec ce téléphone ou saisissez les lettres qui figurent dessous.',
    code: 'Code',
    open: 'Ouvrir',
    spentLink: 'Ce lien a déjà servi ou a expiré. Chaque lien ouvre un seul appareil, pendant dix minutes.',
    wrongCode: 'Ce code n’est pas le bon, a déjà servi ou a expiré.',
    sessionOver: 'Cet appareil n’est plus autorisé à regarder.',
    welcome: 'C’est ouvert',
    goOn: 'Continuer',
  },
  pt: {
    title: 'Foyer nesta loja',
    help: 'No computador da loja, o Foyer mostra um código em Configurações, “Celulares e telas”. Escaneie-o com este celular ou digite as letras que estão abaixo dele.',
    code: 'Código',
    open: 'Abrir',
    spentLink: 'Este link já foi usado ou expirou. Cada link abre um só aparelho, em até dez minutos.',
    wrongCode: 'O código não está certo, já foi usado ou expirou.',
    sessionOver: 'Este aparelho não pode mais olhar.',
    welcome: 'Você entrou',
    goOn: 'Continuar',
  },
  zh: {
    title: '本店的 Foyer',
    help: '在店里的电脑上，Foyer 的“设置”→“手机和屏幕”中会显示一个二维码。用这部手机扫描它，或输入下方的字母。',
    code: '验证码',
    open: '打开',
    spentLink: '此链接已被使用或已过期。每个链接只能在十分钟内打开一台设备。',
    wrongCode: '验证码不正确、已被使用或已过期。',
    sessionOver: '此设备已不能再查看。',
    welcome: '已进入',
    goOn: '继续',
  },
};

export const doorLanguages = Object.keys(doorTexts);
