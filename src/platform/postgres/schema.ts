import type pg from 'pg'

/** The schema as it results from all migrations, one line a fact, in a fixed order: the committed db/schema.txt is this text. Monthly partitions are left out. */
export async function describeSchema(client: pg.ClientBase | pg.Pool): Promise<string> {
  const tables = await lines(
    client,
    `select c.relname as name, case c.relkind when 'p' then ' partitioned by ' || pg_get_partkeydef(c.oid) else '' end as more
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    ({ name, more }) => `table ${name}${more}`,
  )
  const columns = await lines(
    client,
    `select c.relname as name, a.attname as column, format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as more
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
    ({ name, column, more }) => `column ${name}.${column} ${more}`,
  )
  const constraints = await lines(
    client,
    `select c.relname as name, k.conname as column, pg_get_constraintdef(k.oid) as more
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and not c.relispartition and k.contype in ('p', 'u', 'f', 'c') order by 1, 2`,
    ({ name, column, more }) => `constraint ${name} ${column} ${more}`,
  )
  const indexes = await lines(
    client,
    `select c.relname as name, i.indexdef as more from pg_indexes i join pg_class c on c.relname = i.tablename
     where i.schemaname = 'public' and not c.relispartition and not exists (select 1 from pg_constraint k where k.conname = i.indexname) order by 1, i.indexname`,
    ({ more }) => `index ${more}`,
  )
  const policies = await lines(
    client,
    `select tablename as name, policyname as column, lower(cmd) || ' to ' || array_to_string(roles, ', ')
       || coalesce(' using ' || regexp_replace(qual, '\\s+', ' ', 'g'), '') || coalesce(' check ' || regexp_replace(with_check, '\\s+', ' ', 'g'), '') as more
     from pg_policies where schemaname = 'public' and policyname <> 'migrator' order by 1, 2`,
    ({ name, column, more }) => `policy ${name} ${column} ${more}`,
  )
  const grants = await lines(
    client,
    `select table_name as name, grantee as column, string_agg(lower(privilege_type), ', ' order by privilege_type) as more
     from information_schema.role_table_grants where table_schema = 'public' and grantee in ('spean_app', 'spean_recorder', 'spean_identity', 'spean_reader') group by 1, 2 order by 1, 2`,
    ({ name, column, more }) => `grant ${name} ${column} ${more}`,
  )
  return `${[...tables, ...columns, ...constraints, ...indexes, ...policies, ...grants].join('\n')}\n`
}

type Row = { readonly name: string; readonly column: string; readonly more: string }
async function lines(client: pg.ClientBase | pg.Pool, text: string, line: (row: Row) => string): Promise<string[]> {
  const { rows } = await client.query<Row>(text)
  return rows.map(line)
}
