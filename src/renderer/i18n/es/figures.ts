import type { figures as english } from '../en/figures';

export const figures: typeof english = {
  in: {
    name: 'Visitantes',
    short: 'Entradas',
    help: 'Personas que entraron, contadas en todas las entradas de la tienda. Quien sale y vuelve cuenta otra vez. El personal también se cuenta.',
  },
  out: {
    name: 'Salieron',
    short: 'Salidas',
    help: 'Personas que salieron, contadas en todas las entradas de la tienda.',
  },
  passby: {
    name: 'Transeúntes',
    short: 'Pasaron',
    help: 'Personas que cruzaron la vista de una cámara y no entraron. Una cámara ve su propio tramo de acera, no toda la calle, así que tómalo como una tendencia.',
  },
  turnback: {
    name: 'Se dieron la vuelta',
    short: 'Media vuelta',
    help: 'Personas que se acercaron a la puerta y se dieron la vuelta antes de entrar.',
  },
  inside: {
    name: 'Dentro ahora',
    help: 'Todas las personas que entraron desde que empezó el día, menos las que salieron. Si se escapa alguna, el número se desvía; por eso se compara con lo que ven las propias cámaras.',
  },
  seen: {
    name: 'Bajo las cámaras',
    help: 'Cuántas personas tienen a la vista las cámaras en este momento, sumadas. Ven la zona que tienen debajo, no toda la tienda.',
  },
  mostInside: {
    name: 'Máximo a la vez',
    help: 'El número más alto de personas dentro al final de un cuarto de hora del día, contado en las entradas.',
  },
  avgVisit: {
    name: 'Visita media',
    help: 'Cuánto tiempo pasaron las personas en la tienda de media: todo el tiempo que pasaron dentro entre todas ÷ visitantes. Se calcula cuando acaba el día, y solo si se registró casi entero, salieron tantas como entraron y vinieron al menos 30.',
  },
  usual: {
    name: 'Lo habitual en este día de la semana',
    help: 'De los últimos ocho días iguales de la semana que se registraron bien, ocho de cada diez tuvieron estos visitantes a esta hora.',
  },
  lastWeek: {
    name: 'Comparado con hace una semana',
    help: 'Visitantes hasta el último cuarto de hora completo, frente a los mismos minutos siete días antes. Los cuartos de hora que uno de los dos días no registró se quitan en ambos.',
  },
  turnInRate: {
    name: 'Tasa de atracción',
    help: 'De todas las personas que las cámaras vieron fuera, la parte que entró: visitantes ÷ (visitantes + transeúntes).',
    parts: 'Entraron {in} de {all}',
  },
  turnBackRate: {
    name: 'Tasa de media vuelta',
    help: 'De quienes llegaron hasta la puerta, la parte que se dio la vuelta: se dieron la vuelta ÷ (visitantes + se dieron la vuelta).',
    parts: '{part} de {all} se dieron la vuelta',
  },
  conversion: {
    name: 'Conversión',
    help: 'La parte de los visitantes que compró algo: ventas ÷ visitantes de las mismas horas, en los días en que anotaste las ventas.',
  },
  valuePerVisitor: {
    name: 'Valor por visitante',
    help: 'Lo que dejó de media cada visitante: ingresos ÷ visitantes de las mismas horas, en los días en que anotaste los ingresos.',
  },
  avgStay: {
    name: 'Tiempo medio a la vista',
    short: 'Tiempo a la vista',
    help: 'Cuánto tiempo estuvieron las personas bajo la cámara de media. No es el tiempo que pasaron en la tienda.',
  },
  coverage: {
    name: 'Cobertura',
    help: 'La parte del tiempo en que las cámaras dieron señal de vida. Por debajo del 100 % falta algo, así que las cifras reales pueden ser mayores.',
  },
};
