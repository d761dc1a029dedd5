export const help = `Simulated people-counting cameras of small shops, which report to a receiver over HTTP.

  npm run simulate -- --url http://127.0.0.1:8080 --cameras 4 --speed 60

  --url ADDRESS          where to report to (default http://127.0.0.1:8080)
  --cameras N            how many; up to four are the doors of one shop (default 4)
  --speed S              simulated time starts in the past and runs S times as fast, until it
                         has caught up with the present; then it goes on in real time (default 1)
  --from TIME            where it starts, like 2026-03-27T09:00 (default: so that it catches up
                         in about two minutes); needs --speed
  --seed N               another seed, other people (default 1)
  --time-zone ZONE       zone of the shops, like Europe/Madrid (default: this computer's)
  --shop-hours FROM-TO   when they are open (default 09:00-20:00)
  --backfill LENGTH      first deliver so much of the past as history, like 30d (at most 90d)
  --mode add|total       report what is new, or running counters; without it the cameras do what
                         the receiver says
  --faults               re-sends, reports out of order, wrong clocks, outages, spoilt messages
  --duration LENGTH      end after so much real time, like 120s (default: at Ctrl+C)
  --truth FILE           at the end, write the acknowledged counts by quarter hour as JSON
  --json                 the last line on standard output is one JSON object with what was sent
  --help                 this text
`;
