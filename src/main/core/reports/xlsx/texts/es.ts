import type { WorkbookTexts } from '../texts';

export const es: WorkbookTexts = {
  headings: {
    site: 'Tienda',
    camera: 'Cámara',
    serial: 'Número de serie',
    in: 'Visitantes',
    out: 'Salieron',
    passby: 'Transeúntes',
    turnback: 'Se dieron la vuelta',
    in_adult: 'Adultos',
    in_child: 'Niños',
    in_staff: 'Personal',
    turn_in_rate: 'Tasa de atracción',
    turn_back_rate: 'Tasa de media vuelta',
    coverage: 'Cobertura',
    days_counted: 'Días contados',
    busiest_day: 'Mejor día',
    busiest_day_in: 'Visitantes ese día',
    state: 'Estado',
    counts_as: 'Cuenta como',
    turned_round: 'Girada',
    replaces: 'Sustituye a',
    first_seen: 'Primera señal',
    last_seen: 'Última señal',
    what: 'Qué',
    about: 'Significado',
  },
  states: { new: 'nueva', active: 'activa', blocked: 'bloqueada', retired: 'retirada' },
  roles: { entrance: 'entrada', inner: 'interior' },
  yes: 'sí',
  no: 'no',
  hours: {
    all: 'todas las horas',
    open: 'solo el horario de apertura',
    closed: 'solo fuera del horario de apertura',
  },
  about: {
    from: 'Desde',
    to: 'Hasta (incluido)',
    timeZone: 'Zona horaria',
    made: 'Creado',
    hours: 'Horas',
    children: 'Niños',
    staff: 'Personal',
    corrections: 'Correcciones',
    empty: 'Celdas vacías',
  },
  says: {
    children: 'Por debajo de {cm} cm, cuando la cámara no lo dice por sí misma.',
    staff: 'Se cuenta como a todos; in_staff dice cuántos visitantes llevaban tarjeta de personal.',
    corrections:
      'En columnas propias en las hojas Daily y Hourly; no se aplican a las demás columnas ni al resumen.',
  },
  means: {
    in: 'Visitantes: personas que entraron por esta puerta.',
    out: 'Personas que salieron por esta puerta.',
    passby: 'Personas que pasaron de largo, hasta donde ve la cámara. Una tendencia, no toda la calle.',
    turnback: 'Personas que llegaron a la puerta y se dieron la vuelta.',
    inAdultChild: 'De los visitantes, según los distingue la cámara o, si no, por su altura.',
    inStaff: 'De los visitantes, los que llevan tarjeta de personal. No se restan de los visitantes.',
    avgStay: 'Tiempo medio bajo la cámara en segundos, ponderado por personas. No es el tiempo en la tienda.',
    occupancy:
      'Personas dentro de toda la tienda: al final del periodo, y el máximo al final de cualquier cuarto de hora. Un día terminado se corrige de errores acumulados.',
    turnInRate: 'in ÷ (in + passby)',
    turnBackRate: 'turnback ÷ (in + turnback)',
    coverage:
      'Minutos con señal de vida de la cámara ÷ minutos del periodo. Por debajo del 100 % algo no se contó.',
    quality:
      'ok; partial: falta una parte; missing: no se sabe nada; estimated: calculado; edited: corregido por el dueño, ver in_corrected.',
    corrected:
      'Los recuentos con las correcciones del dueño, junto a lo que dijo la cámara. Vacío donde no se corrigió nada.',
    empty: 'No se sabe nada. No significa cero.',
    window:
      'Hora local de la tienda; el final no está incluido. Cuando se atrasa el reloj, utc_offset distingue la hora repetida.',
  },
};
