import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#lib/db/connection.ts'
import { migrateDatabase } from '#lib/db/migrate.ts'
import { type Cluster, startCluster } from './postgres-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresKeeper: string
  }
}

let end = async () => {}

/**
 * One PostgreSQL for all tests of a run, started when the first of them asks.
 *
 * A GET answers with the address of a fresh database (/with-tables or /empty); a DELETE drops the one it names.
 */
export async function setup({ provide }: TestProject) {
  let keeping: Promise<Awaited<ReturnType<typeof keepDatabases>>> | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const done = turn.then(act)
    turn = done.catch(() => {})
    return done
  }

  const server = createServer(async (request, response) => {
    try {
      keeping ??= keepDatabases()
      const keeper = await keeping
      const name = request.url?.slice(1) ?? ''
      response.end(await inTurn(() => (request.method === 'DELETE' ? keeper.drop(name) : keeper.make(name))))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  provide('postgresKeeper', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)

  end = async () => {
    server.closeAllConnections()
    server.close()
    await (await keeping?.catch(() => undefined))?.end()
  }
}

export const teardown = () => end()

async function keepDatabases() {
  const cluster = await startCluster()
  await prepare(cluster)
  const client = new pg.Client(cluster.urlOf('postgres'))
  await client.connect()
  let made = 0

  return {
    async make(kind: string): Promise<string> {
      made += 1
      const template = kind === 'empty' ? 'template0' : 'with_tables'
      await client.query(`create database test_${made} template ${template}`)
      return cluster.urlOf(`test_${made}`)
    },
    async drop(name: string): Promise<string> {
      await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`)
      return ''
    },
    async end() {
      await client.end()
      await cluster.remove()
    },
  }
}

async function prepare(cluster: Cluster) {
  const client = new pg.Client(cluster.urlOf('postgres'))
  await client.connect()
  await client.query('create database with_tables')
  await client.end()
  const db = openDatabase(cluster.urlOf('with_tables'))
  await migrateDatabase(db)
  await db.destroy()
}
