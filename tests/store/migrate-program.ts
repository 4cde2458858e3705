// One of several programs that migrate at once: prints the migrations that it ran itself.
import { migrate } from '../../server/src/database/migrate.ts';
import { openPool, type PoolConfig } from '../../server/src/database/pool.ts';

const pool = openPool(JSON.parse(process.argv[2] ?? '{}') as PoolConfig, 3);
console.log((await migrate(pool)).join(' '));
await pool.end();
