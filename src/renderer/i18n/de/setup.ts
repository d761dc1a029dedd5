import type { setup as english } from '../en/setup';

export const setup: typeof english = {
  title: 'Kamera einrichten',
  intro: 'Sind alle vier Lichter grün, zählt die Kamera.',
  proof: {
    title: 'Funktioniert es?',
    state: { good: 'erledigt', waiting: 'wartet', bad: 'Störung' },
    listening: {
      title: 'Foyer empfängt',
      good: 'Port {port} dieses Computers ist für Kameras offen.',
      bad: 'Foyer empfängt nicht.',
    },
    reachable: {
      title: 'Dieser Computer ist erreichbar',
      visited: 'Ein Gerät mit der Adresse {address} hat die Seite geöffnet, {age}.',
      called: 'Eine Kamera mit der Adresse {address} erreicht ihn.',
      waiting: 'Noch nicht bewiesen. Versuchen Sie es mit einem Telefon, wie unten beschrieben.',
      bad: 'Dieser Computer ist mit keinem Netzwerk verbunden. Verbinden Sie ihn, dann geht diese Seite von selbst weiter.',
    },
    called: {
      title: 'Die Kamera hat sich gemeldet',
      good: '{name}, {age}.',
      waiting: 'Wartet. Sie meldet sich binnen einer Minute, nachdem ihre Einstellungen gespeichert sind.',
    },
    counted: {
      title: 'Sie hat jemanden gezählt',
      good: '{name} hat heute {in} herein und {out} hinaus gezählt.',
      waiting: 'Gehen Sie unter der Kamera durch; die ersten Zahlen kommen von selbst.',
    },
    open: '{name} öffnen',
  },
  type: {
    title: 'Das tragen Sie in die Kamera ein',
    intro:
      'Öffnen Sie die Einstellungsseite der Kamera in einem Browser und suchen Sie „Data Push“ oder „HTTP“. Speichern Sie, wenn alles eingetragen ist.',
    network: 'Die Kamera ist verbunden über',
    networkHelp:
      'Dieser Computer ist in mehreren Netzwerken. Wählen Sie das, in dem die Kamera ist; das erste ist das wahrscheinlichste.',
    server: 'Serveradresse',
    ip: 'Server (IP)',
    port: 'Port',
    heartbeat: 'Heartbeat-Pfad',
    upload: 'Upload-Pfad',
    mode: 'Datenmodus',
    whole: 'Die Kamera fragt nach ganzen Adressen',
    heartbeatUrl: 'Heartbeat-Adresse',
    uploadUrl: 'Upload-Adresse',
    encrypted: 'Für eine Kamera, die auf HTTPS steht, ist dies der Server. Die Pfade sind dieselben.',
    httpsUrl: 'Serveradresse, verschlüsselt',
    https: 'Wo die Kamera HTTP und HTTPS anbietet, wählen Sie HTTP.',
  },
  phone: {
    title: 'Mit einem Telefon versuchen',
    help: 'Scannen Sie dies mit einem Telefon im WLAN des Geschäfts, oder öffnen Sie die Adresse in seinem Browser. Dort steht, dass Foyer empfängt, und das Licht oben wird grün.',
    code: 'Code für {url}',
    fails: 'Es öffnet sich nicht?',
    sameNetwork:
      'Telefon und Computer müssen im selben Netzwerk sein. Ein Gäste-WLAN trennt sie meist; mobile Daten auch.',
    firewall: 'Vielleicht weist die Firewall dieses Computers Besucher ab:',
    system: 'System dieses Computers',
  },
  firewall: {
    windows: {
      name: 'Windows',
      step1:
        'Öffnen Sie „Windows-Sicherheit“, „Firewall- & Netzwerkschutz“, „Zugriff von App durch Firewall zulassen“. Setzen Sie bei Foyer den Haken für private Netzwerke.',
      step2:
        'Stellen Sie in den Windows-Einstellungen unter „Netzwerk und Internet“ das Netzwerk des Geschäfts auf „Privat“.',
      command: 'Oder geben Sie dies in eine Eingabeaufforderung ein, die als Administrator gestartet wurde:',
    },
    mac: {
      name: 'macOS',
      step1:
        'Öffnen Sie die Systemeinstellungen, „Netzwerk“, „Firewall“, „Optionen“. Stellen Sie Foyer auf „Eingehende Verbindungen erlauben“.',
      step2: 'Schalten Sie unter „Datenschutz & Sicherheit“, „Lokales Netzwerk“ Foyer ein.',
    },
    linux: {
      name: 'Linux',
      step1:
        'Ist eine Firewall eingeschaltet, lassen Sie den Port durch. Mit ufw geben Sie dies in ein Terminal ein:',
      step2: 'Mit einer anderen Firewall erlauben Sie TCP-Verbindungen zu Port {port}.',
    },
  },
  refused: {
    title: 'Die letzte abgelehnte Nachricht',
  },
};
